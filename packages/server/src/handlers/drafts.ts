/** Drafts of packs: upload, list, review, undo, new version, files. */
import { draftFieldRules, draftKinds, type ReviewedItem } from '@bangfu/plan'
import type { z } from 'zod'
import type { buildChoicesQuery, Decided, DraftDetail, DraftFieldForm, DraftItemRow, DraftRow } from '../contract/index.ts'
import { readInScope, type House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { buildDraft } from '../drafts/build-draft.ts'
import { DraftRoom, draftPackOf, reviewOf, undoable, type DraftReview } from '../drafts/draft-room.ts'
import { readDecisions, readDraftPage } from '../drafts/draft-store.ts'
import { zipFolder } from '../drafts/zip-folder.ts'
import { packOpenWords } from '../plan/pack-open-lines.ts'

function rowOf({ record, effort }: DraftReview): DraftRow {
  const { id, fileName, title, sha256, text, at, actor, previous, next, proposal } = record
  return { id, fileName, title, number: proposal.document.number, sha256, characters: text.length, at, actor, previous, next, effort: { ...effort, byKind: [...effort.byKind] } }
}

const formOf = (kind: (typeof draftKinds)[number]): DraftFieldForm[] => draftFieldRules[kind].map((rule) => ({
  name: rule.name, label: { zh: rule.zh, en: rule.en }, form: rule.form, required: rule.required ?? false, choices: (rule.choices ?? []).map((c) => ({ key: c.key, label: { zh: c.zh, en: c.en } })),
}))

type Fields = DraftItemRow['fields']

/** An earlier correction on the new words: what the officer had changed, where the reading of that field is still the same. */
function suggestionOf(item: ReviewedItem, before: ReviewedItem): Fields | null {
  if (before.state !== 'corrected' || before.proposal === null) return null
  const same = (name: string) => JSON.stringify(before.proposal?.[name] ?? null) === JSON.stringify(item.proposal?.[name] ?? null)
  return Object.fromEntries(Object.keys(item.fields).map((name) => [name, same(name) ? before.fields[name] ?? null : item.fields[name]])) as Fields
}

/** Items with their change against the version before, and the former words where they changed. */
function itemRows(review: DraftReview, previous: DraftReview | undefined): DraftItemRow[] {
  const pairs = new Map(review.record.changes?.pairs.map((p) => [p.item, p]))
  const old = new Map(previous?.items.map((i) => [i.id, i]))
  return review.items.map((item) => {
    const pair = pairs.get(item.id)
    const before = pair?.state === 'changed' ? old.get(pair.before ?? '') : undefined
    return {
      ...item, fields: item.fields as Fields, proposal: item.proposal as Fields | null, change: review.record.changes === null ? null : pair?.state ?? (item.kept ? 'same' : 'new'),
      beforeState: before?.state ?? null, suggestion: before && item.state === 'proposed' ? suggestionOf(item, before) : null,
      before: before && previous ? previous.record.text.slice(before.start, before.end).trim().slice(0, 2000) : null,
    }
  })
}

function decidedOf({ before, after }: { before: DraftReview; after: DraftReview }, actor: string): Decided {
  const was = new Map(before.items.map((i) => [i.id, JSON.stringify(i)]))
  const now = new Set(after.items.map((i) => i.id))
  const changed = new Set(after.items.filter((i) => was.get(i.id) !== JSON.stringify(i)).map((i) => i.id))
  return {
    items: itemRows(after, undefined).filter((i) => changed.has(i.id)), removed: before.items.filter((i) => !now.has(i.id)).map((i) => i.id),
    effort: { ...after.effort, byKind: [...after.effort.byKind] }, canUndo: undoable(after.rows, actor) !== undefined,
  }
}

type DraftRoutes = 'uploadDraft' | 'getDrafts' | 'getDraft' | 'decideDraft' | 'undoDraft' | 'rereadDraft' | 'getDraftPack' | 'exportDraftPack' | 'getDraftBuild' | 'exportDraftBuild'

const choicesOf = ({ place, from, until, reported }: z.output<typeof buildChoicesQuery>) => ({ place, from, until, reported: reported === 'yes' })

export function draftHandlers(house: House): Pick<Handlers, DraftRoutes> {
  const room = new DraftRoom(house)
  return {
    uploadDraft: async ({ file }, { actor }) => rowOf(await room.get(actor, await room.upload(actor, file))),
    rereadDraft: async ({ params, file }, { actor }) => rowOf(await room.get(actor, await room.reread(actor, params.id, file))),
    getDrafts: ({ query: { page, size } }, { actor }) => readInScope(house, actor, async (query) => {
      const { total, drafts } = await readDraftPage(query, page, size)
      const rows: DraftRow[] = []
      for (const draft of drafts) rows.push(rowOf(reviewOf(draft, await readDecisions(query, draft.id))))
      return { total, page, size, rows }
    }),
    getDraft: async ({ params }, { actor }): Promise<DraftDetail> => {
      const review = await room.get(actor, params.id)
      const { record } = review
      const previous = record.previous === null ? undefined : await room.get(actor, record.previous)
      const gone = new Set(record.changes?.gone)
      return {
        ...rowOf(review), text: record.text, steppedOver: [...record.proposal.steppedOver], items: itemRows(review, previous), forms: Object.fromEntries(draftKinds.map((kind) => [kind, formOf(kind)])) as DraftDetail['forms'], problems: [...record.problems],
        gone: (previous?.items ?? []).filter((i) => gone.has(i.id)).map((i) => ({ kind: i.kind, clause: i.clause, state: i.state, words: previous!.record.text.slice(i.start, i.end).trim().slice(0, 300) })),
        canUndo: undoable(review.rows, actor.id) !== undefined,
      }
    },
    decideDraft: async ({ params, body }, { actor }) => decidedOf(await room.decide(actor, params.id, body.request, body.verdicts), actor.id),
    undoDraft: async ({ params, body }, { actor }) => decidedOf(await room.undo(actor, params.id, body.request), actor.id),
    getDraftPack: async ({ params }, { actor }) => {
      const { name, files, faults, open } = draftPackOf(await room.get(actor, params.id))
      return { name, files, faults, open: { ...open, undecided: [...open.undecided], toWrite: { ...open.toWrite, head: [...open.toWrite.head] } } }
    },
    exportDraftPack: async ({ params }, { actor }) => {
      const { name, files } = draftPackOf(await room.get(actor, params.id))
      return { fileName: `${name}.zip`, mediaType: 'application/zip', content: zipFolder(name, files) }
    },
    getDraftBuild: async ({ params, query }, { actor }) => {
      const { pack, faults } = await buildDraft(await room.get(actor, params.id), choicesOf(query))
      const { id, place, inForce, requires } = pack.pack
      return {
        name: id, place, inForce, faults: [...faults], open: packOpenWords(pack),
        counts: { clauses: pack.clauses.length, targets: pack.targets.targets.length, obligations: pack.obligations.obligations.length, duties: pack.duties.length, bodies: pack.organisations.organisations.length + pack.organisations.classes.length, parameters: pack.parameters.length, documents: requires.length },
      }
    },
    exportDraftBuild: async ({ params, query }, { actor }) => {
      const { pack, files } = await buildDraft(await room.get(actor, params.id), choicesOf(query))
      return { fileName: `${pack.pack.id}.zip`, mediaType: 'application/zip', content: zipFolder(pack.pack.id, files) }
    },
  }
}
