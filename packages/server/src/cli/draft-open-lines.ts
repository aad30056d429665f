/** What is still open in a draft, as lines for a person: what to decide, what to read, what only a person can write. */
import type { DraftOpen } from '@bangfu/plan'
import type { Language } from '@bangfu/kernel'

export function draftOpenLines({ undecided, unread, toWrite }: DraftOpen, language: Language): string[] {
  const zh = language === 'zh'
  const total = undecided.reduce((sum, u) => sum + u.count, 0)
  const write = ([['titles', '标题', 'titles'], ['summaries', '摘要', 'summaries'], ['english', '英文', 'English texts'], ['proofs', '目标的证明方式', 'proofs of targets'], ['names', '数额的名称', 'names of amounts']] as const)
    .filter(([key]) => toWrite[key] > 0).map(([key, zhName, enName]) => (zh ? `${zhName} ${toWrite[key]}` : `${enName} ${toWrite[key]}`))
  return [
    ...(total > 0 ? [zh ? `待审定 ${total} 项：${undecided.map((u) => `${u.file} ${u.count}`).join('、')}` : `to decide: ${total} (${undecided.map((u) => `${u.file} ${u.count}`).join(', ')})`] : []),
    ...(unread > 0 ? [zh ? `未读懂的段落 ${unread}` : `passages not understood: ${unread}`] : []),
    ...(write.length > 0 ? [zh ? `要由人写的：${write.join('、')}` : `for a person to write: ${write.join(', ')}`] : []),
    ...(toWrite.head.length > 0 ? [zh ? `pack.yaml 待填：${toWrite.head.join('、')}` : `empty in pack.yaml: ${toWrite.head.join(', ')}`] : []),
  ]
}
