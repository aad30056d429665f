/** An obligation with what it takes from its target filled in: the clauses and the words. Nothing is decided here. */
import type { Pack, PackTarget } from './format.ts'
import type { Obligation, ObligationKind, ObligationProof } from './obligation.ts'

export interface BoundObligation {
  readonly id: string
  readonly kind: ObligationKind
  readonly says: { readonly zh: string; readonly en: string }
  readonly clauses: readonly string[]
  readonly target?: PackTarget
  readonly measures: readonly string[]
  readonly proof: ObligationProof
  /** The obligation as written, with the fields of its kind. */
  readonly written: Obligation
}

/** The words of the kind's own field, for an obligation that says nothing of its own. */
function ownWords(obligation: Obligation): { zh: string; en: string } | undefined {
  switch (obligation.kind) {
    case 'coverage': return obligation.list
    case 'standing': return obligation.condition
    case 'document': return obligation.title
    case 'mechanism': return obligation.mechanism
    case 'event': return obligation.event
    case 'ban': return obligation.forbids
    case 'pilot': return obligation.pilot
    case 'money': return obligation.purpose
    case 'preference': return { zh: `${obligation.group.zh}:${obligation.in.zh}`, en: `${obligation.group.en}: ${obligation.in.en}` }
    case 'allocation': return { zh: `${obligation.allotted.zh}→${obligation.to.zh}`, en: `${obligation.allotted.en} → ${obligation.to.en}` }
    default: return undefined
  }
}

export function bindObligation(pack: Pick<Pack, 'targets'>, written: Obligation): BoundObligation {
  const target = written.target === undefined ? undefined : pack.targets.targets.find((t) => t.id === written.target)
  const unsaid = { zh: written.id, en: written.id }
  return {
    id: written.id, kind: written.kind, says: written.says ?? ownWords(written) ?? target?.subject ?? unsaid,
    clauses: written.clauses ?? target?.clauses ?? [], ...(target ? { target } : {}), measures: written.measures, proof: written.proof, written,
  }
}

/** Every obligation of the pack, in the order written. */
export function boundObligations(pack: Pick<Pack, 'targets' | 'obligations'>): BoundObligation[] {
  return pack.obligations.obligations.map((written) => bindObligation(pack, written))
}
