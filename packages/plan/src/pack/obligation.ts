/** What a clause obliges somebody to: one of thirteen kinds, each with its own required fields and its own proof. Form only; `checkObligations` proves it. */
import { z } from 'zod'
import { bilingual, clauseIds, isoDate } from './written.ts'

/** The query that gives a computed value: what a run finds of a measure (should and does), or counts by a target's own filter. A run evaluates both. */
const querySchema = z.union([
  z.strictObject({ measure: z.string() }),
  z.strictObject({ target: z.string() }),
])

/** How one knows that an obligation is met. Computed and reported values are counted apart; `not-yet` says why nobody can tell. */
export const obligationProofSchema = z.discriminatedUnion('kind', [
  z.strictObject({ kind: z.literal('computed'), query: querySchema }),
  z.strictObject({ kind: z.literal('reported'), by: z.string(), due: isoDate, evidence: bilingual }),
  z.strictObject({ kind: z.literal('not-yet'), reason: bilingual }),
])

/** `says` and `clauses` are those of the target where the obligation names one and does not say otherwise. */
const common = {
  id: z.string().regex(/^[a-z0-9-]+$/),
  clauses: clauseIds.optional(),
  says: bilingual.optional(),
  /** Support measures through which it is met. */
  measures: z.array(z.string()).default([]),
  proof: obligationProofSchema,
}
/** `until` null: the plan sets no date. */
const until = isoDate.nullable()

export const obligationSchema = z.discriminatedUnion('kind', [
  /** So many by a date. */
  z.strictObject({ kind: z.literal('count'), ...common, target: z.string() }),
  /** So large a share by a date. */
  z.strictObject({ kind: z.literal('share'), ...common, target: z.string() }),
  /** Everyone or everything on a named list. */
  z.strictObject({ kind: z.literal('coverage'), ...common, list: bilingual, target: z.string().optional() }),
  /** A condition that holds for a span of time. */
  z.strictObject({ kind: z.literal('standing'), ...common, condition: bilingual, from: isoDate, until, target: z.string().optional() }),
  /** A share or floor of what is allotted. */
  z.strictObject({ kind: z.literal('allocation'), ...common, allotted: bilingual, to: bilingual, target: z.string() }),
  /** Kilometres, square metres, hectares. */
  z.strictObject({ kind: z.literal('quantity'), ...common, target: z.string() }),
  /** A document that somebody issues. */
  z.strictObject({ kind: z.literal('document'), ...common, title: bilingual, issuer: z.string(), until, target: z.string().optional() }),
  /** Something set up that goes on working; `sign` is what shows that it stands. */
  z.strictObject({ kind: z.literal('mechanism'), ...common, mechanism: bilingual, sign: bilingual, until, target: z.string().optional() }),
  /** Something that takes place. */
  z.strictObject({ kind: z.literal('event'), ...common, event: bilingual, cadence: z.enum(['once', 'month', 'year', 'ongoing']), until, target: z.string().optional() }),
  /** A group or place that comes first in something. */
  z.strictObject({ kind: z.literal('preference'), ...common, group: bilingual, in: bilingual, target: z.string().optional() }),
  /** What may not be, or not beyond a limit that a target or a parameter gives; neither: an outright ban. */
  z.strictObject({ kind: z.literal('ban'), ...common, forbids: bilingual, target: z.string().optional(), parameter: z.string().optional() }),
  /** A trial and how far it is to spread. */
  z.strictObject({ kind: z.literal('pilot'), ...common, pilot: bilingual, widenTo: bilingual, until, target: z.string().optional() }),
  /** Money for a purpose: its sum is a target, a parameter, or not known. */
  z.strictObject({
    kind: z.literal('money'), ...common, purpose: bilingual, source: bilingual, target: z.string().optional(),
    amount: z.union([z.strictObject({ target: z.string() }), z.strictObject({ parameter: z.string() }), z.strictObject({ unknown: bilingual })]),
  }),
])

/** `obligations.yaml` */
export const obligationsFileSchema = z.strictObject({
  /** Clauses that state a direction and oblige nobody to anything that could be checked, each with the reason. */
  principles: z.array(z.strictObject({ clause: z.string(), reason: bilingual })).default([]),
  obligations: z.array(obligationSchema).default([]),
})

export type Obligation = z.infer<typeof obligationSchema>
export type ObligationKind = Obligation['kind']
export type ObligationProof = z.infer<typeof obligationProofSchema>
export type ObligationsFile = z.infer<typeof obligationsFileSchema>

/** The closed list, in the order of the coverage table. */
export const obligationKinds: Readonly<Record<ObligationKind, { readonly zh: string; readonly en: string }>> = {
  count: { zh: '到期数量', en: 'count by a date' }, share: { zh: '到期比例', en: 'share by a date' }, coverage: { zh: '名单全覆盖', en: 'full coverage of a list' },
  standing: { zh: '持续状态', en: 'standing condition' }, allocation: { zh: '分配比例', en: 'ratio or floor of an allocation' }, quantity: { zh: '实物工程量', en: 'physical quantity' },
  document: { zh: '印发文件', en: 'document to issue' }, mechanism: { zh: '建立机制', en: 'mechanism to set up' }, event: { zh: '开展活动', en: 'event' },
  preference: { zh: '优先倾斜', en: 'preference to a group' }, ban: { zh: '禁止或上限', en: 'ban or ceiling' }, pilot: { zh: '试点推开', en: 'pilot to widen' }, money: { zh: '资金', en: 'money' },
}
