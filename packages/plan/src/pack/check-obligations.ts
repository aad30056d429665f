/** Proves the obligations: every lowest clause bound or said to be a principle, every target and measure obliged by something, each kind with what it needs. */
import { problemData, type ProblemData } from '@bangfu/kernel'
import { bindObligation, boundObligations, type BoundObligation } from './bound-obligation.ts'
import type { Pack, PackTarget } from './format.ts'
import type { Obligation } from './obligation.ts'
import { hasFile, whereIn } from './pack-origin.ts'

const file = 'obligations.yaml'
/** At most this share of the clauses may be principles (15 in a hundred). */
export const principleShareMost = 0.15
export const physicalUnits: readonly string[] = ['公里', '米', '平方米', '亩', '公顷', '立方米', '吨', '千瓦', '兆瓦']
export const shareUnits: readonly string[] = ['%', '百分点', '倍']

type Say = { zh: string; en: string }

/** Why a target does not suit the kind of the obligation that names it; undefined when it does. */
function unfit(kind: Obligation['kind'], target: PackTarget): Say | undefined {
  const share = shareUnits.includes(target.unit)
  switch (kind) {
    case 'count':
      return target.value === null || target.until === null || share || physicalUnits.includes(target.unit) ? { zh: '要有个数、期限和可数的单位', en: 'needs a number, a date and a unit that can be counted' } : undefined
    case 'share':
      return target.value === null || target.until === null || !share ? { zh: '要有百分数或倍数，还要有期限', en: 'needs a percentage or a multiple, and a date' } : undefined
    case 'quantity':
      return target.value === null || !physicalUnits.includes(target.unit) ? { zh: '要有数和实物单位', en: 'needs a number in a physical unit' } : undefined
    case 'coverage':
      return target.operator !== 'all' && target.value !== '100' && target.operator !== '>=' ? { zh: '要是全覆盖的目标', en: 'needs a target of full coverage' } : undefined
    case 'allocation':
      return target.value === null && target.operator !== 'all' ? { zh: '要有比例或下限', en: 'needs a share or a floor' } : undefined
    default:
      return undefined
  }
}

function proofFault(pack: Pack, { proof, target }: BoundObligation): Say | undefined {
  const queried = proof.kind === 'computed' && 'target' in proof.query ? proof.query.target : undefined
  const other = pack.targets.targets.find((t) => t.id === queried)?.proof.kind
  if (other === 'reported') return { zh: '所指目标是上报的，不能算出', en: 'the target is reported and cannot be computed' }
  if (other === 'not-yet') return { zh: '所指目标还没有写怎样算出', en: 'the target does not say yet how it is computed' }
  if (proof.kind === 'reported' && target?.proof.kind === 'computed') return { zh: '所指目标能从登记算出，不应写成上报', en: 'the target is computed from the register, not reported' }
  if (proof.kind === 'reported' && target?.proof.kind === 'reported' && target.proof.by !== proof.by) return { zh: `目标由 ${target.proof.by} 上报，这里写的是 ${proof.by}`, en: `the target is reported by ${target.proof.by}, here by ${proof.by}` }
  return undefined
}

function checkOne(pack: Pack, written: Obligation, index: number): ProblemData[] {
  const at = ['obligations', index]
  const bound = bindObligation(pack, written)
  const say = (what: Say | undefined) => (what ? [problemData('plan/obligation-form', { ...whereIn(pack, file, at), id: written.id, kind: written.kind, what: `${what.zh} / ${what.en}` })] : [])
  return [
    ...say(bound.clauses.length === 0 ? { zh: '没有条款：写 clauses，或写一个有条款的 target', en: 'has no clause: give `clauses`, or a `target` that has them' } : undefined),
    ...say(bound.target ? unfit(written.kind, bound.target) : undefined),
    ...say(proofFault(pack, bound)),
  ]
}

/** Clauses, targets and measures that no obligation reaches. */
function checkReach(pack: Pack): ProblemData[] {
  const obligations = boundObligations(pack)
  const bound = new Set(obligations.flatMap((o) => o.clauses))
  const principles = new Set(pack.obligations.principles.map((p) => p.clause))
  const heads = new Set(pack.clauses.map((c) => c.parent))
  const targets = new Set(obligations.flatMap((o) => (o.target ? [o.target.id] : [])))
  const measures = new Set(obligations.flatMap((o) => o.measures))
  const where = whereIn(pack, file, [])
  const loose = (kind: string, ids: readonly string[]) => ids.map((id) => problemData('plan/obligation-none', { ...where, kind, id }))
  return [
    ...loose('条款 (clause)', pack.clauses.map((c) => c.id).filter((id) => !heads.has(id) && !bound.has(id) && !principles.has(id))),
    ...loose('目标 (target)', pack.targets.targets.map((t) => t.id).filter((id) => !targets.has(id))),
    ...loose('措施 (measure)', pack.measures.map((m) => m.id).filter((id) => !measures.has(id))),
    ...pack.obligations.principles.flatMap((p, i) => (bound.has(p.clause) ? [problemData('plan/principle-bound', { ...whereIn(pack, file, ['principles', i]), id: p.clause })] : [])),
    ...(principles.size > pack.clauses.length * principleShareMost ? [problemData('plan/principles-too-many', { ...whereIn(pack, file, ['principles']), count: principles.size, clauses: pack.clauses.length, percent: principleShareMost * 100 })] : []),
  ]
}

/** The bodies that answer for the clause: its own, or those of the nearest clause above that names any. */
function answering(pack: Pack, clause: string | null): readonly string[] {
  if (clause === null) return []
  const own = pack.duties.filter((d) => d.clauses.includes(clause)).map((d) => d.body)
  return own.length > 0 ? own : answering(pack, pack.clauses.find((c) => c.id === clause)?.parent ?? null)
}

/** Whoever reports answers for one of the clauses, unless the plan names nobody for them. */
function checkReporters(pack: Pack): ProblemData[] {
  const fault = (where: { file: string; line: number }, id: string, by: string, clauses: readonly string[]) => {
    const answerers = clauses.map((clause) => answering(pack, clause)).filter((bodies) => bodies.length > 0)
    return answerers.length === 0 || answerers.some((bodies) => bodies.includes(by)) ? [] : [problemData('plan/obligation-reporter', { ...where, id, body: by, clauses: clauses.join('、'), known: [...new Set(answerers.flat())].join('、') })]
  }
  return [
    ...boundObligations(pack).flatMap((o, i) => (o.proof.kind === 'reported' ? fault(whereIn(pack, file, ['obligations', i, 'proof', 'by']), o.id, o.proof.by, o.clauses) : [])),
    ...pack.targets.targets.flatMap((t, i) => (t.proof.kind === 'reported' ? fault(whereIn(pack, 'targets.yaml', ['targets', i, 'proof', 'by']), t.id, t.proof.by, t.clauses) : [])),
  ]
}

export function checkObligations(pack: Pack): ProblemData[] {
  if (!hasFile(pack, file)) return []
  return [...pack.obligations.obligations.flatMap((o, i) => checkOne(pack, o, i)), ...checkReporters(pack), ...checkReach(pack)]
}
