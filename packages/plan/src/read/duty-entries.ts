/** Entries of a list of duties: the bodies stand first as on a label (县住建局:负责…; (三)县民政局。牵头…; 县财政局 on a line of its own), what they answer for behind them. */
import { findBodies, type Body } from './bodies.ts'
import type { Role } from './lexicon/roles.ts'

export interface DutyEntry { readonly bodies: readonly Body[]; readonly role: Role; /** Where the words behind the mark begin. */ readonly restAt: number }

const longestList = 80
const dutyVerb = /^(?:(?:作为|是|为)[^,。;]{2,28}(?:单位|部门|责任主体|实施主体),?)?(?:主要|具体|切实|认真|统一|全面|统筹|依法)*(?:牵头|负责|配合|协助|协同|参与|支持|承担|履行|落实|组织|做好|抓好|会同|(?<=责任主体|实施主体)(?=[,。;]|$))/

/** A heading that says what to do, 搭建服务平台。组织…, is no body, however it ends. Verbs that begin no body's name. */
const taskFirst = /^(?:搭建|建立|健全|构建|打造|完善|培育|组建|设立|加强|强化|扩大|发挥|利用|依托|鼓励)/

/** 县水务局:作为牵头责任单位,负责…. */
const namedRole = /^(?:作为|是|为)[^,。;]{0,10}?(牵头|配合|协办|参与)(?:责任)?(?:单位|部门)/

function roleOf(rest: string): Role {
  const named = namedRole.exec(rest)?.[1]
  if (named !== undefined) return named === '牵头' ? 'lead' : 'support'
  const verb = /^(?:主要|具体|切实|认真|统一|全面|统筹|依法|负责(?=会同))*(牵头|配合|协助|协同|参与|支持|会同)/.exec(rest)?.[1]
  return verb === undefined ? 'responsible' : /牵头|会同/.test(verb) ? 'lead' : 'support'
}

/** The entry that the text of a clause or paragraph opens with. `dutyList` says that the heading above speaks of duties: then the verb may be missing. */
export function findDutyEntry(text: string, dutyList: boolean): DutyEntry | undefined {
  const mark = /[:。\n,;]/.exec(text.slice(0, longestList))
  const at = mark?.index ?? (text.length <= longestList ? text.length : -1)
  if (at < 3) return undefined
  const rest = text.slice(at + 1)
  const opens = mark?.[0] === ':' ? dutyList || dutyVerb.test(rest) : mark?.[0] === '。' ? dutyVerb.test(rest) : dutyList && mark === null
  if (!opens || taskFirst.test(text)) return undefined
  // 有关部门职责: opens the list, and is none of those in it.
  if (/^(?:各|有关|相关|成员)[^,。;]{0,10}职责$/.test(text.slice(0, at))) return undefined
  const bodies = findBodies(text.slice(0, at).replace(/(?:的)?(?:主要)?职责$/, ''), true)
  return bodies ? { bodies, role: roleOf(rest), restAt: Math.min(at + 1, text.length) } : undefined
}
