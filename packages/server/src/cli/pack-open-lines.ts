/** What a sound pack still lacks, as lines for a person: counts, where the first of each stands, and what to do next. */
import { coverPack, unwrittenLines, unwrittenOf, unwrittenPlace, type Pack } from '@bangfu/plan'
import { problemData, type Language, type ProblemData } from '@bangfu/kernel'

/** Empty where nothing is left. `folder` as the person would type it. */
export function packOpenLines(pack: Pack, folder: string, language: Language): string[] {
  const zh = language === 'zh'
  const coverage = coverPack(pack)
  const left = unwrittenLines(coverage).filter((line) => line.count > 0)
  const notYet = coverage.obligations.filter((o) => o.proof.kind === 'not-yet').length
  const lines = [
    ...(left.length > 0 ? [`${zh ? '还没有写：' : 'not yet written: '}${left.map((line) => (zh ? `${line.zh} ${line.count}` : `${line.en} ${line.count}`)).join(zh ? '、' : ', ')}`] : []),
    ...(notYet > 0 ? [zh ? `还不能证明的责任事项 ${notYet}：写明由登记算出(computed)、由谁上报(reported),或为什么还不能` : `obligations not yet provable: ${notYet}; say computed, reported by whom, or why not yet`] : []),
    ...(coverage.quantities.missing.length > 0 ? [zh ? `没有承接的数字 ${coverage.quantities.missing.length}：在 quantities.yaml 里把 missing 换成 target、parameter 或 background` : `figures that nothing holds: ${coverage.quantities.missing.length}; in quantities.yaml put target, parameter or background for missing`] : []),
  ]
  if (lines.length > 0 && pack.measures.length === 0) lines.push(zh ? '支持措施 0：要核算到人到户的，写 measures/*.yaml' : 'support measures: 0; to work out who is entitled, write measures/*.yaml')
  const first = unwrittenOf(pack)[0]
  if (first) {
    const { file, line } = unwrittenPlace(pack, first)
    lines.push(zh ? `下一步：从 ${file} 第 ${line} 行起，把 not-yet 换成自己的话；再运行 bangfu pack check ${folder}；启用：bangfu start --pack ${folder}` : `next: from ${file} line ${line} on, write your own words in the place of not-yet, then bangfu pack check ${folder}; to use it: bangfu start --pack ${folder}`)
  }
  return lines
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
