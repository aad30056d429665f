/** How far a pack binds its plan: which clauses oblige whom to what, how that is proved, and what the pack does not hold. Counts and ids, no opinions. */
import { boundObligations, type BoundObligation } from './bound-obligation.ts'
import { coverBodies, type BodyCoverage } from './cover-bodies.ts'
import type { Pack } from './format.ts'
import { unwrittenKinds, type UnwrittenKind } from './not-yet.ts'
import { obligationKinds, type ObligationKind } from './obligation.ts'
import { unwrittenOf } from './pack-origin.ts'

/** A heading has clauses below it and is bound through them. */
export type ClauseBinding = 'bound' | 'principle' | 'unbound' | 'heading'

export interface ClauseCoverage {
  readonly id: string
  readonly binding: ClauseBinding
  /** Own obligations; of a heading also those of the clauses below. */
  readonly obligations: readonly string[]
  /** Why a principle obliges nobody. */
  readonly reason?: { readonly zh: string; readonly en: string }
  /** Whether a duty stands on the clause or on one above it. A heading counts as named when every clause below is. */
  readonly namesSomebody: boolean
}

export interface KindCoverage { readonly kind: ObligationKind; readonly computed: readonly string[]; readonly reported: readonly string[]; readonly notYet: readonly string[] }

export interface QuantityCoverage {
  readonly total: number
  readonly inTargets: number
  readonly inParameters: number
  readonly inDesignations: number
  /** Figures that commit nobody: names, history, other documents. */
  readonly background: number
  /** `clause@offset` of figures that the pack should hold and does not. */
  readonly missing: readonly string[]
}

export interface PackCoverage {
  readonly pack: string
  readonly hash: string
  readonly clauses: readonly ClauseCoverage[]
  readonly obligations: readonly BoundObligation[]
  /** Every kind of the closed list, also those without an obligation. */
  readonly kinds: readonly KindCoverage[]
  readonly quantities: QuantityCoverage
  readonly bodies: readonly BodyCoverage[]
  /** Lowest clauses for which the plan names nobody. */
  readonly clausesNamingNobody: readonly string[]
  /** Documents that the plan relies on. */
  readonly documents: readonly { readonly number?: string; readonly title: string; readonly clauses: readonly string[]; readonly held: boolean }[]
  /** Sums of the plan that the check proves. */
  readonly sums: number
  /** What only a person can write and nobody has, by kind: ids in the order of the files. */
  readonly unwritten: Readonly<Record<UnwrittenKind, readonly string[]>>
}

function coverClauses(pack: Pack, obligations: readonly BoundObligation[]): ClauseCoverage[] {
  const heads = new Set(pack.clauses.map((c) => c.parent))
  const parents = new Map(pack.clauses.map((c) => [c.id, c.parent]))
  const named = new Set(pack.duties.flatMap((d) => d.clauses))
  const principles = new Map(pack.obligations.principles.map((p) => [p.clause, p.reason]))
  const within = (id: string | null, head: string): boolean => id !== null && (id === head || within(parents.get(id) ?? null, head))
  const hasDuty = (id: string | null): boolean => id !== null && (named.has(id) || hasDuty(parents.get(id) ?? null))
  const lowest = pack.clauses.filter((c) => !heads.has(c.id)).map((c) => c.id)
  return pack.clauses.map(({ id }) => {
    const own = obligations.filter((o) => o.clauses.some((clause) => within(clause, id))).map((o) => o.id)
    const heading = heads.has(id)
    const reason = principles.get(id)
    const binding: ClauseBinding = heading ? 'heading' : own.length > 0 ? 'bound' : reason ? 'principle' : 'unbound'
    const namesSomebody = heading ? lowest.filter((below) => within(below, id)).every(hasDuty) : hasDuty(id)
    return { id, binding, obligations: own, ...(reason ? { reason } : {}), namesSomebody }
  })
}

function coverKinds(obligations: readonly BoundObligation[]): KindCoverage[] {
  const ids = (kind: ObligationKind, proof: BoundObligation['proof']['kind']) => obligations.filter((o) => o.kind === kind && o.proof.kind === proof).map((o) => o.id)
  return (Object.keys(obligationKinds) as ObligationKind[]).map((kind) => ({ kind, computed: ids(kind, 'computed'), reported: ids(kind, 'reported'), notYet: ids(kind, 'not-yet') }))
}

function coverQuantities({ quantities }: Pack): QuantityCoverage {
  const held = (by: 'target' | 'parameter' | 'designation' | 'background') => quantities.filter((q) => q[by] !== undefined).length
  return {
    total: quantities.length, inTargets: held('target'), inParameters: held('parameter'), inDesignations: held('designation'), background: held('background'),
    missing: quantities.filter((q) => q.missing !== undefined).map((q) => `${q.clause}@${q.at}`),
  }
}

/** What the pack binds and what it leaves open. */
export function coverPack(pack: Pack): PackCoverage {
  const obligations = boundObligations(pack)
  const clauses = coverClauses(pack, obligations)
  return {
    pack: pack.pack.id, hash: pack.hash, clauses, obligations, kinds: coverKinds(obligations), quantities: coverQuantities(pack), bodies: coverBodies(pack),
    clausesNamingNobody: clauses.filter((c) => c.binding !== 'heading' && !c.namesSomebody).map((c) => c.id),
    documents: pack.pack.requires.map((d) => ({ ...(d.number === undefined ? {} : { number: d.number }), title: d.title, clauses: d.clauses, held: d.held })),
    sums: pack.targets.arithmetic.length,
    unwritten: Object.fromEntries(unwrittenKinds.map((kind) => [kind, unwrittenOf(pack).filter((u) => u.kind === kind).map((u) => u.id)])) as unknown as PackCoverage['unwritten'],
  }
}
