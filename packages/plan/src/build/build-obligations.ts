/** What the clauses of a built pack oblige somebody to: one obligation a target, and one a lowest clause without targets. Decides no proof unless asked to. */
import { physicalUnits, shareUnits } from '../pack/check-obligations.ts'
import { notYet } from '../pack/not-yet.ts'
import type { BuildChoices, BuiltClause, BuiltDuty, BuiltObligation, BuiltTarget } from './built-pack.ts'
import { proposeCadence, proposeKind } from './clause-kinds.ts'

export interface ObligedPlan {
  readonly clauses: readonly BuiltClause[]
  readonly duties: readonly BuiltDuty[]
  readonly inForce: { readonly from: string; readonly until: string }
  readonly choices: BuildChoices
  /** Amounts of money by clause: parameter ids. */
  readonly money: ReadonlyMap<string, readonly string[]>
}

const roleOrder: readonly BuiltDuty['role'][] = ['lead', 'responsible', 'principal', 'joint', 'support']
const unproved = { zh: '怎样证明，还没有人定', en: 'nobody has said yet how it is proved' }

/** Bodies that answer for the clause, strongest role first; those of the nearest clause above where it names none. */
export function answerersOf({ clauses, duties }: Pick<ObligedPlan, 'clauses' | 'duties'>, clause: string): readonly string[] {
  const own = duties.filter((d) => d.clauses.includes(clause))
  if (own.length > 0) return [...own].sort((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role)).map((d) => d.body)
  const parent = clauses.find((c) => c.id === clause)?.parent
  return parent === null || parent === undefined ? [] : answerersOf({ clauses, duties }, parent)
}

/** Who reports on the target, when whoever answers shall report. */
export function reporterOf(plan: ObligedPlan, clause: string): string | undefined {
  return plan.choices.reported === true ? answerersOf(plan, clause)[0] : undefined
}

function proofOf(plan: ObligedPlan, clause: string, due: string): BuiltObligation['proof'] {
  const by = reporterOf(plan, clause)
  return by === undefined ? { kind: notYet, reason: unproved } : { kind: 'reported', by, due, evidence: { zh: notYet, en: notYet } }
}

const isWhole = (t: BuiltTarget): boolean => t.operator === 'all' || (t.value === '100' && t.unit === '%')
const isMoney = (unit: string): boolean => unit.includes('元')
const isShare = (t: BuiltTarget): boolean => t.operator === 'multiple' ? t.unit === '倍' : shareUnits.includes(t.unit)
const spent = /资金|经费|投入|投资|贷款|补助|基金|预算/

/** The kind that the figure of a target is of, with the fields of that kind. A figure without a date is a condition that holds on. */
function obligationOfTarget(plan: ObligedPlan, target: BuiltTarget): BuiltObligation {
  const clause = target.clauses[0]!
  const common = { id: `o-${target.id}`, target: target.id, proof: proofOf(plan, clause, target.until ?? plan.inForce.until) }
  const words = { zh: target.subject.zh, en: target.subject.en }
  // A deadline before the plan begins (a state to be kept) begins with itself.
  const begins = target.until !== null && target.until.slice(0, 4) < plan.inForce.from.slice(0, 4) ? target.until : plan.inForce.from
  const standing = { ...common, kind: 'standing' as const, condition: words, from: target.from ?? begins, until: target.until }
  if (isWhole(target)) return { ...common, kind: 'coverage', list: words }
  if (target.value === null) return standing
  if (isMoney(target.unit)) return spent.test(target.subject.zh) ? { ...common, kind: 'money', purpose: words, source: { zh: notYet, en: notYet }, amount: { target: target.id } } : standing
  if (target.operator === '<=' || target.operator === '<') return { ...common, kind: 'ban', forbids: { zh: target.subject.zh === notYet ? notYet : `${target.subject.zh}：超过上限`, en: notYet } }
  if (physicalUnits.includes(target.unit)) return { ...common, kind: 'quantity' }
  if (target.until === null) return standing
  return { ...common, kind: isShare(target) ? 'share' : 'count' }
}

/** Letters of the clause's number, for an id that a person can read: 二.(一) → er-yi. */
type NameOf = (clause: string) => string

function obligationOfClause(plan: ObligedPlan, clause: BuiltClause, nameOf: NameOf): BuiltObligation {
  const { inForce, choices } = plan
  const words = choices.text?.slice(clause.start, clause.end) ?? clause.title.zh
  const own = { zh: clause.title.zh, en: clause.title.en }
  const open = { zh: notYet, en: notYet }
  const common = { id: `o-${nameOf(clause.id)}`, clauses: [clause.id], proof: proofOf(plan, clause.id, inForce.until) }
  const issuer = answerersOf(plan, clause.id)[0]
  switch (proposeKind(words)) {
    case 'ban': return { ...common, kind: 'ban', forbids: own }
    case 'document': return issuer === undefined ? { ...common, kind: 'event', event: own, cadence: 'once', until: null } : { ...common, kind: 'document', title: own, issuer, until: null }
    case 'mechanism': return { ...common, kind: 'mechanism', mechanism: own, sign: open, until: null }
    case 'pilot': return { ...common, kind: 'pilot', pilot: own, widenTo: open, until: null }
    case 'preference': return { ...common, kind: 'preference', says: own, group: open, in: open }
    case 'money': {
      const [amount, ...more] = plan.money.get(clause.id) ?? []
      return { ...common, kind: 'money', purpose: own, source: open, amount: amount !== undefined && more.length === 0 ? { parameter: amount } : { unknown: open } }
    }
    case 'event': return { ...common, kind: 'event', event: own, cadence: proposeCadence(words), until: null }
    default: return { ...common, kind: 'standing', condition: own, from: inForce.from, until: null }
  }
}

/** Headings are bound through the clauses below them. */
export function buildObligations(plan: ObligedPlan, targets: readonly BuiltTarget[], nameOf: NameOf): BuiltObligation[] {
  const heads = new Set(plan.clauses.map((c) => c.parent))
  const targeted = new Set(targets.flatMap((t) => t.clauses))
  const lowest = plan.clauses.filter((c) => !heads.has(c.id) && !targeted.has(c.id))
  return [...targets.map((t) => obligationOfTarget(plan, t)), ...lowest.map((c) => obligationOfClause(plan, c, nameOf))].map(({ id, kind, proof, ...fields }) => ({ id, kind, ...fields, proof }) as BuiltObligation)
}
