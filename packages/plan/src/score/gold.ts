/** Gold labels of a sample as a person writes them: the words that an item is about, looked up in the text. */
import { z } from 'zod'

const value = z.union([z.number(), z.tuple([z.number(), z.number()]), z.null()])
export const goldFileSchema = z.strictObject({
  /** Id and the first characters behind the number, in the order of the document. */
  clauses: z.array(z.tuple([z.string(), z.string()])),
  targets: z.array(z.strictObject({
    /** Null in front of the first clause. */
    clause: z.string().nullable(), text: z.string(), value, unit: z.string().nullable(), operator: z.string(), from: z.string().nullable().default(null), until: z.string().nullable(),
    /** Purely qualitative: may be given or not. */
    optional: z.boolean().default(false),
  })),
  duties: z.array(z.tuple([z.enum(['responsible', 'lead', 'joint', 'support', 'principal']), z.string(), z.array(z.string())])),
  citations: z.array(z.tuple([z.string().nullable(), z.string().nullable()])),
})
export type GoldFile = z.infer<typeof goldFileSchema>
export type GoldTarget = GoldFile['targets'][number] & { readonly start: number; readonly end: number }
export interface Gold {
  readonly clauses: readonly { readonly id: string; readonly start: number }[]
  readonly targets: readonly GoldTarget[]
  readonly duties: readonly { readonly role: string; readonly body: string; readonly clauses: readonly string[] }[]
  readonly citations: readonly { readonly number: string | null; readonly title: string | null }[]
}

/** The labels with their places in the text. Throws when a label's words are not where they should be: a wrong label, not a wrong reading. */
export function resolveGold(file: GoldFile, text: string): Gold {
  let from = 0
  const clauses = file.clauses.map(([id, begins]) => {
    const start = text.indexOf(begins, from)
    if (start < 0) throw new Error(`gold: clause ${id} "${begins}" is not in the text behind ${from}`)
    from = start + begins.length
    return { id, start }
  })
  const places = new Map(clauses.map((c, i) => [c.id, { start: c.start, end: clauses[i + 1]?.start ?? text.length }]))
  const searched = new Map<string | null, number>()
  const targets = file.targets.map((target) => {
    const place = target.clause === null ? { start: 0, end: clauses[0]?.start ?? text.length } : places.get(target.clause)
    const start = place ? text.indexOf(target.text, searched.get(target.clause) ?? place.start) : -1
    if (!place || start < 0 || start >= place.end) throw new Error(`gold: target "${target.text}" is not in clause ${target.clause} (or not in order)`)
    searched.set(target.clause, start + 1)
    return { ...target, start, end: start + target.text.length }
  })
  return { clauses, targets, duties: file.duties.map(([role, body, ids]) => ({ role, body, clauses: ids })), citations: file.citations.map(([number, title]) => ({ number, title })) }
}
