/** The procedure of a draft: a document is read and proposed, decided item by item, undone, read again in a new version, taken out as files. */
import { readFile } from 'node:fs/promises'
import { problem } from '@bangfu/kernel'
import {
  checkDraftFiles, draftEffort, draftFiles, draftFolder, refuseWrongVerdicts, reviewItems, type DraftDecision, type DraftEffort, type DraftVerdict, type Reread, type ReviewedItem,
} from '@bangfu/plan'
import type { Session } from '@bangfu/register'
import type { Actor } from '../contract/index.ts'
import { documentReader } from '../documents/read-document-apart.ts'
import type { ProposedDraft } from '../documents/document-tasks.ts'
import { readInScope, sessionOf, type House } from '../house/house.ts'
import type { ReceivedFile } from '../http/handler.ts'
import { addDecisions, addDraft, addUndo, readDecisions, readDraft, type DraftDecisionRow, type DraftRecord, type NewDraft } from './draft-store.ts'

export interface DraftReview {
  readonly record: DraftRecord
  /** Every row, undone ones included. */
  readonly rows: readonly DraftDecisionRow[]
  readonly items: readonly ReviewedItem[]
  readonly effort: DraftEffort
}

function standing(rows: readonly DraftDecisionRow[]): DraftDecision[] {
  const undone = new Set(rows.map((r) => r.undoes))
  return rows.flatMap((row) => (row.act === 'undo' || undone.has(row.batch) ? [] : [{ ...row, act: row.act, fields: row.fields ?? undefined, added: row.added ?? undefined }]))
}

export function reviewOf(record: DraftRecord, rows: readonly DraftDecisionRow[]): DraftReview {
  const items = reviewItems(record.proposal.items, standing(rows))
  return { record, rows, items, effort: draftEffort(items, rows.filter((r) => !r.kept).map((r) => r.at)) }
}

/** The act that an undo of this actor would take back: the actor's own latest on this version that stands. */
export function undoable(rows: readonly DraftDecisionRow[], actor: string): string | undefined {
  const undone = new Set(rows.map((r) => r.undoes))
  return rows.filter((r) => r.act !== 'undo' && !undone.has(r.batch) && !r.kept && r.actorId === actor).at(-1)?.batch
}

/** What somebody else decided since about an item of the act: the undo would take that back too. */
function overtaken(rows: readonly DraftDecisionRow[], batch: string, actor: string): DraftDecisionRow | undefined {
  const own = rows.filter((r) => r.batch === batch)
  const since = Math.max(...own.map((r) => r.no))
  const items = new Set(own.map((r) => r.item))
  const undone = new Set(rows.map((r) => r.undoes))
  return rows.find((r) => r.no > since && r.act !== 'undo' && r.actorId !== actor && items.has(r.item) && !undone.has(r.batch))
}

/** Refuses when the actor has nothing to undo, or when somebody changed the same item since. */
function chooseUndo(rows: readonly DraftDecisionRow[], actor: string): string {
  const batch = undoable(rows, actor)
  if (batch === undefined) throw problem('server/nothing-to-undo')
  const other = overtaken(rows, batch, actor)
  if (other) throw problem('server/undo-overtaken', { item: other.item, zhActor: other.actor, enActor: other.actorEn, at: `${other.at.slice(0, 16).replace('T', ' ')} UTC` })
  return batch
}

export class DraftRoom {
  readonly #house: House
  constructor(house: House) {
    this.#house = house
  }

  get(actor: Actor, id: string): Promise<DraftReview> {
    return readInScope(this.#house, actor, async (query) => reviewOf(await readDraft(query, id), await readDecisions(query, id)))
  }

  async upload(actor: Actor, file: ReceivedFile): Promise<string> {
    const read = await this.#read(file, undefined)
    return addDraft(this.#house.register, await sessionOf(this.#house, actor), { ...read, previous: null, kept: [] }, `draft:${file.path}`)
  }

  /** Reads a new version: decisions whose words stayed are taken over, everything else is asked again. */
  async reread(actor: Actor, id: string, file: ReceivedFile): Promise<string> {
    const before = await this.get(actor, id)
    if (before.record.next !== null) throw problem('server/draft-superseded', { draft: before.record.next })
    const read = await this.#read(file, { items: before.items, text: before.record.text })
    return addDraft(this.#house.register, await sessionOf(this.#house, actor), { ...read, previous: id, kept: read.changes === null ? [] : keptDecisions(before, read.changes) }, `draft:${file.path}`)
  }

  async decide(actor: Actor, id: string, request: string, verdicts: readonly DraftVerdict[]): Promise<{ before: DraftReview; after: DraftReview }> {
    const before = await this.get(actor, id)
    refuseWrongVerdicts(before.items, verdicts, before.record.text.length)
    return this.#carryOut(actor, before, (session) => addDecisions(this.#house.register, session, id, request, verdicts))
  }

  async undo(actor: Actor, id: string, request: string): Promise<{ before: DraftReview; after: DraftReview }> {
    const before = await this.get(actor, id)
    return this.#carryOut(actor, before, (session) => addUndo(this.#house.register, session, id, request, (rows) => chooseUndo(rows, session.actorId)))
  }

  async #carryOut(actor: Actor, before: DraftReview, write: (session: Session) => Promise<void>): Promise<{ before: DraftReview; after: DraftReview }> {
    await write(await sessionOf(this.#house, actor))
    return { before, after: await this.get(actor, before.record.id) }
  }

  async #read(file: ReceivedFile, before: { readonly items: readonly ReviewedItem[]; readonly text: string } | undefined): Promise<ProposedDraft> {
    return documentReader.read({ kind: 'propose', file: { name: file.fileName, bytes: await readFile(file.path) }, before })
  }
}

/** Decisions of the old version that hold for the new one: on joined items with the same words, and on additions found again. */
function keptDecisions(before: DraftReview, changes: Reread): NewDraft['kept'] {
  const same = new Map(changes.pairs.filter((p) => p.state === 'same').map((p) => [p.before, p.item]))
  const moved = new Map(changes.moved.map((m) => [m.item, m]))
  return standing(before.rows).flatMap((decision) => {
    const place = moved.get(decision.item)
    const item = place?.item ?? same.get(decision.item)
    if (item === undefined) return []
    return [{ no: decision.no, item, fields: decision.fields ?? null, added: decision.added && place ? { ...decision.added, clause: place.clause, start: place.start, end: place.end } : decision.added ?? null }]
  })
}

/** The files of the draft as reviewed, and what a check says of them. */
export function draftPackOf({ record, items, effort }: DraftReview) {
  const folder = draftFolder(record.proposal.document, items, effort)
  const files = draftFiles(folder)
  const { faults, open } = checkDraftFiles(files)
  return { name: folder['pack.yaml'].id, files, faults: [...faults], open }
}
