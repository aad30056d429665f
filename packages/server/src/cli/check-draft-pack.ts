/** `bangfu pack check` of a draft: faults and undecided items are refused, what is left to write is said. */
import { problemData, ProblemError, type Language } from '@bangfu/kernel'
import { draftOpenLines } from './draft-open-lines.ts'

export async function checkDraftPack(folder: string, language: Language, print: (line: string) => void): Promise<number> {
  const { checkDraftFolder } = await import('@bangfu/plan')
  const { folder: draft, faults, open } = checkDraftFolder(folder)
  const undecided = open.undecided.map((u) => problemData('plan/draft-undecided', { file: u.file, line: u.line, count: u.count }))
  const unread = open.unread > 0 ? [problemData('plan/draft-unread', { count: open.unread })] : []
  if (faults.length + undecided.length + unread.length > 0) throw new ProblemError([...faults, ...undecided, ...unread])
  const { title, review } = draft['pack.yaml']
  print(language === 'zh'
    ? `✓ ${title.zh}（草稿）：全部审定，没有问题。采纳 ${review.accepted}、改正 ${review.corrected}、新增 ${review.added}、剔除 ${review.rejected}，用时 ${review.minutes} 分钟`
    : `✓ ${title.en || title.zh} (draft): all decided, no fault. ${review.accepted} accepted, ${review.corrected} corrected, ${review.added} added, ${review.rejected} rejected, ${review.minutes} minutes`)
  for (const line of draftOpenLines(open, language)) print(`  ${line}`)
  return 0
}
