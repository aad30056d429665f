/** What a sound pack still lacks, in words for a person: counts, where the first of each stands, and what to do next. */
import { coverPack, unwrittenLines, unwrittenOf, unwrittenPlace, type Pack } from '@bangfu/plan'
import { problemData, type Language, type ProblemData } from '@bangfu/kernel'
import type { Bilingual } from '../contract/index.ts'

/** Counts of what is left, one sentence a kind; empty where nothing is. */
export function packOpenWords(pack: Pack): Bilingual[] {
  const coverage = coverPack(pack)
  const left = unwrittenLines(coverage).filter((line) => line.count > 0)
  const notYet = coverage.obligations.filter((o) => o.proof.kind === 'not-yet').length
  const missing = coverage.quantities.missing.length
  const words: Bilingual[] = [
    ...(left.length > 0 ? [{ zh: `还没有写：${left.map((line) => `${line.zh} ${line.count}`).join('、')}`, en: `not yet written: ${left.map((line) => `${line.en} ${line.count}`).join(', ')}` }] : []),
    ...(notYet > 0 ? [{ zh: `还不能证明的责任事项 ${notYet}：写明由登记算出（computed）、由谁上报（reported），或为什么还不能`, en: `obligations not yet provable: ${notYet}; say computed, reported by whom, or why not yet` }] : []),
    ...(missing > 0 ? [{ zh: `没有承接的数字 ${missing}：在 quantities.yaml 里把 missing 换成 target、parameter 或 background`, en: `figures that nothing holds: ${missing}; in quantities.yaml put target, parameter or background for missing` }] : []),
  ]
  return words.length > 0 && pack.measures.length === 0 ? [...words, { zh: '支持措施 0：要核算到人到户的，写 measures/*.yaml', en: 'support measures: 0; to work out who is entitled, write measures/*.yaml' }] : words
}

/** What is left and what to do next, for a terminal. `folder` as the person would type it. */
export function packOpenLines(pack: Pack, folder: string, language: Language): string[] {
  const lines = packOpenWords(pack).map((words) => words[language])
  const first = unwrittenOf(pack)[0]
  if (!first) return lines
  const { file, line } = unwrittenPlace(pack, first)
  return [...lines, language === 'zh' ? `下一步：从 ${file} 第 ${line} 行起，把 not-yet 换成自己的话；再运行 bangfu pack check ${folder}；启用：bangfu start --pack ${folder}` : `next: from ${file} line ${line} on, write your own words in the place of not-yet, then bangfu pack check ${folder}; to use it: bangfu start --pack ${folder}`]
}

/** The same as problems, one a kind, for a pack that has to be complete. */
export function packOpenProblems(pack: Pack): ProblemData[] {
  const coverage = coverPack(pack)
  const unwritten = unwrittenOf(pack)
  const texts = unwrittenLines(coverage).flatMap((line) => {
    const first = unwritten.find((u) => u.kind === line.kind)
    return first ? [problemData('plan/pack-unwritten', { ...unwrittenPlace(pack, first), count: line.count, zhWhat: line.zh, enWhat: line.en })] : []
  })
  const missing = coverage.quantities.missing.length
  return missing > 0 ? [...texts, problemData('plan/pack-figures-missing', { count: missing })] : texts
}
