/** Which bodies of a pack have a duty, which took one over, and which are only named; and whether their successors are known. */
import type { Pack } from './format.ts'

/** `assigned` by the plan · `taken-over` from a body before it · `delivers` a measure or reports a figure · `named` only. */
export type BodyPart = 'assigned' | 'taken-over' | 'delivers' | 'named'
/** `continues` under its last name · `succeeded` by others · `unknown`: said with its reason. A class of bodies has none of its own. */
export type BodySuccession = 'continues' | 'succeeded' | 'unknown' | 'class'

export interface BodyCoverage {
  readonly id: string
  readonly name: { readonly zh: string; readonly en: string }
  readonly part: BodyPart
  /** How many lines of `duties.yaml` name it. */
  readonly duties: number
  readonly succession: BodySuccession
  readonly successors: readonly string[]
  readonly successionReason?: { readonly zh: string; readonly en: string }
}

/** Bodies that hand out a measure, report a target or an obligation, or issue a document. */
function deliverers(pack: Pack): ReadonlySet<string> {
  const reporters = pack.targets.targets.flatMap((t) => (t.proof.kind === 'reported' ? [t.proof.by] : []))
  const obliged = pack.obligations.obligations.flatMap((o) => [...(o.proof.kind === 'reported' ? [o.proof.by] : []), ...(o.kind === 'document' ? [o.issuer] : [])])
  return new Set([...pack.measures.map((m) => m.deliveredBy), ...reporters, ...obliged])
}

export function coverBodies(pack: Pack): BodyCoverage[] {
  const { organisations, classes } = pack.organisations
  const delivers = deliverers(pack)
  const duties = (id: string) => pack.duties.filter((d) => d.body === id).length
  const heirs = new Set(organisations.filter((o) => duties(o.id) > 0).flatMap((o) => o.successors.map((s) => s.id)))
  const part = (id: string): BodyPart => (duties(id) > 0 ? 'assigned' : heirs.has(id) ? 'taken-over' : delivers.has(id) ? 'delivers' : 'named')
  return [
    ...organisations.map((o): BodyCoverage => {
      const last = o.names.at(-1)!
      return {
        id: o.id, name: { zh: last.zh, en: last.en }, part: part(o.id), duties: duties(o.id), successors: o.successors.map((s) => s.id),
        succession: o.successors.length > 0 ? 'succeeded' : o.successorUnknown ? 'unknown' : 'continues',
        ...(o.successorUnknown ? { successionReason: o.successorUnknown } : {}),
      }
    }),
    ...classes.map((c): BodyCoverage => ({ id: c.id, name: { zh: c.zh, en: c.en }, part: part(c.id), duties: duties(c.id), succession: 'class', successors: [] })),
  ]
}
