/** What is done with an uploaded plan document on a thread of its own: plain data in, plain data out. Knows no thread, no register. */
import { problem } from '@bangfu/kernel'
import { attachDocument, openDocument, proposeItems, readPlan, rereadDraft, type AttachedDocument, type DraftProposal, type Pack, type PlanReading, type Reread, type ReviewedItem } from '@bangfu/plan'

interface DocumentFile {
  readonly name: string
  readonly bytes: Uint8Array
}

/** Reads a plan and proposes the items of a draft; with a version before it, also which items are still the same. */
export interface ProposeTask {
  readonly kind: 'propose'
  readonly file: DocumentFile
  readonly before: { readonly items: readonly ReviewedItem[]; readonly text: string } | undefined
}

/** Joins a copy of the plan to the clauses of the pack. */
export interface AttachTask {
  readonly kind: 'attach'
  readonly file: DocumentFile
  readonly pack: Pick<Pack, 'pack' | 'clauses'>
}

export type DocumentTask = ProposeTask | AttachTask

export interface ProposedDraft {
  readonly fileName: string
  readonly title: string
  readonly sha256: string
  readonly text: string
  readonly proposal: DraftProposal
  readonly problems: PlanReading['problems']
  /** Null on a first version. */
  readonly changes: Reread | null
}

export type DocumentAnswer<T extends DocumentTask> = T extends ProposeTask ? ProposedDraft : AttachedDocument

/** Largest document that a page can show: a plan of 60 pages has 60,000 characters. */
const mostCharacters = 2_000_000
/** Items that a page can show and a check of the draft goes through while somebody waits: a plan of 60 pages has about 1,500. */
const mostItems = 5_000

async function propose({ file: { name, bytes }, before }: ProposeTask): Promise<ProposedDraft> {
  const document = await openDocument(bytes, { fileName: name })
  const { text } = document
  if (text.length > mostCharacters) throw problem('server/too-large', { limit: `${mostCharacters} 字` })
  if (text.includes('\0')) throw problem('plan/text-binary', { file: name, kind: '含空字符的数据 (data with NUL characters)' })
  const reading = readPlan(document, { fileName: name })
  const proposal = proposeItems(reading, document.steppedOver)
  if (proposal.items.length > mostItems) throw problem('server/too-large', { limit: `${mostItems} 处` })
  return {
    fileName: name, title: reading.document.title || name, sha256: reading.document.sha256, text, proposal, problems: reading.problems,
    changes: before ? rereadDraft(before, { items: proposal.items, text }) : null,
  }
}

async function attach({ file: { name, bytes }, pack }: AttachTask): Promise<AttachedDocument> {
  return attachDocument(pack, await openDocument(bytes, { fileName: name }), { fileName: name })
}

export function carryOut(task: DocumentTask): Promise<ProposedDraft | AttachedDocument> {
  return task.kind === 'propose' ? propose(task) : attach(task)
}
