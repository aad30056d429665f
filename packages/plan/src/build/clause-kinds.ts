/**
 * Which of the thirteen kinds a clause without a figure most likely is, by its verbs. A proposal: its proof stays `not-yet` until a person has looked.
 * Lists of words and their order; extend here.
 */
import type { ObligationKind } from '../pack/obligation.ts'

export type ClauseKind = Extract<ObligationKind, 'ban' | 'document' | 'mechanism' | 'pilot' | 'preference' | 'money' | 'event' | 'standing'>

const kinds: readonly (readonly [ClauseKind, RegExp])[] = [
  ['ban', /严禁|禁止|不得|杜绝|坚决制止/],
  ['document', /(?:制定|制订|出台|印发|编制|修订)[^。;]{0,24}?(?:方案|办法|意见|细则|规划|计划|规定|标准|目录|指南|清单)/],
  ['money', /(?:安排|投入|筹集|整合|拨付|下达|设立)[^。;]{0,16}?(?:资金|经费|补助|基金)/],
  ['mechanism', /(?:建立|健全|完善|构建)[^。;]{0,20}?(?:机制|制度|体系|平台|台账|网络|队伍)/],
  ['pilot', /试点|试验区|先行先试/],
  ['event', /(?:开展|组织|举办|召开|进行)[^。;]{0,20}?(?:活动|培训|检查|督查|评估|排查|考核|演练|竞赛|宣传|会议|行动|招聘|调查)|每(?:年|半年|季度|月|季)[^。;]{0,20}?(?:次|报告|通报|检查|考核|评估|调度)/],
  ['preference', /优先|倾斜/],
]

/** The kind whose words come first in the clause; `standing` where none does. */
export function proposeKind(words: string): ClauseKind {
  const bare = words.replace(/\s+/g, '')
  const found = kinds.flatMap(([kind, pattern]) => { const at = bare.search(pattern); return at < 0 ? [] : [{ kind, at }] })
  return found.sort((a, b) => a.at - b.at)[0]?.kind ?? 'standing'
}

/** How often, as the words say it; `ongoing` where they do not. */
export function proposeCadence(words: string): 'month' | 'year' | 'ongoing' {
  return /每个?月|月度/.test(words) ? 'month' : /每年|年度/.test(words) ? 'year' : 'ongoing'
}
