/** Makes a pack from a reviewed draft: everything that the draft states, and `not-yet` where only a person can write. Invents no figure, body, proof or word. */
import { findDivisionCode, problem, ProblemError, sha256Hex } from '@bangfu/kernel'
import { bodyId } from '../draft/body-id.ts'
import type { DraftFolder } from '../draft/draft-format.ts'
import { notYet } from '../pack/not-yet.ts'
import { buildBodies } from './build-bodies.ts'
import { buildHead } from './build-head.ts'
import { buildLedger, type HeldFigure } from './build-ledger.ts'
import { buildObligations, reporterOf, type ObligedPlan } from './build-obligations.ts'
import type { BuildChoices, BuiltClause, BuiltPack, BuiltParameter, BuiltTarget } from './built-pack.ts'

const mostTitle = 24
type Stands = { readonly state: string }
const standing = <T extends Stands>(items: readonly T[]): T[] => items.filter((i) => i.state !== 'rejected')

/** The heading cut at a mark or a blank where one stands early enough, else at 24 characters. */
export function cutTitle(heading: string): string {
  const characters = [...heading.trim()]
  if (characters.length <= mostTitle) return characters.join('')
  const head = characters.slice(0, mostTitle).join('')
  const mark = head.search(/[。；;：:，,、](?!.*[。；;：:，,、])/)
  return (mark >= 6 ? head.slice(0, mark) : head).trim()
}

/** A clause ends where the next begins: an addition may lie inside the words of another. */
function buildClauses(draft: DraftFolder['clauses.yaml']): BuiltClause[] {
  const clauses = standing(draft)
  const known = new Set(clauses.map((c) => c.id))
  return clauses.map((clause, i): BuiltClause => {
    const { id, parent, title, titleIsHeading, heading, summary, start, end } = clause
    const own = title.zh !== '' && !titleIsHeading
    const cut = own ? title.zh : cutTitle(title.zh || heading)
    return {
      id, parent: parent !== null && known.has(parent) ? parent : null, title: { zh: cut || notYet, en: title.en || notYet }, ...(!own && cut !== '' ? { titleIsHeading: true as const } : {}),
      summary: { zh: summary.zh || notYet, en: summary.en || notYet }, start, end: Math.max(start, Math.min(end, clauses[i + 1]?.start ?? end), 1),
    }
  })
}

const unitKeys: Readonly<Record<string, string>> = {
  元: 'yuan', 人: 'person', 名: 'person', 户: 'household', 亩: 'mu', 平方米: 'square-metre', '㎡': 'square-metre', 米: 'metre', 公里: 'kilometre', 千米: 'kilometre', 月: 'month', 个月: 'month', 年: 'year', 岁: 'year', 周岁: 'year', '%': 'percent', 公斤: 'kilogram', 千克: 'kilogram', 个: 'count',
}
const digitsOf = (value: string): number => Math.min(6, value.split('.')[1]?.length ?? 0)

interface BuiltAmounts { readonly parameters: BuiltParameter[]; readonly figures: HeldFigure[]; readonly money: Map<string, string[]> }

/** An amount is a parameter of the pack; the two ends of a range are two. */
function buildAmounts(draft: DraftFolder['parameters.yaml']): BuiltAmounts {
  const built: BuiltAmounts = { parameters: [], figures: [], money: new Map() }
  for (const amount of standing(draft)) {
    const [value] = amount.values
    const id = amount.id.replace(/ #(\d+)$/, ' 数额$1')
    const unit = unitKeys[amount.unit]
    const add = (name: string, text: string) => {
      built.parameters.push({ id: name, en: amount.en || notYet, type: 'number', ...(unit === undefined ? {} : { unit }), scale: Math.max(2, digitsOf(text)), values: [{ value: text, source: value!.source, ...(value!.clause === undefined ? {} : { clause: value!.clause }) }] })
      return { parameter: name }
    }
    const ranged = value!.to !== undefined
    const holder = add(ranged ? `${id}下限` : id, value!.value)
    const upperHolder = ranged ? add(`${id}上限`, value!.to!) : undefined
    const clause = value!.clause
    if (clause === undefined) continue
    if (amount.unit.includes('元')) built.money.set(clause, [...(built.money.get(clause) ?? []), holder.parameter])
    built.figures.push({ clause, start: amount.from.start, end: amount.from.end, value: value!.value, to: value!.to ?? null, unit: amount.unit, holder, ...(upperHolder ? { upperHolder } : {}) })
  }
  return built
}

/** A place that is named and not coded stays in words: a pack's target has a division code or none. */
function buildTarget(target: DraftFolder['targets.yaml']['targets'][number], id: string, plan: ObligedPlan): BuiltTarget {
  const clause = target.clauses[0]!
  const by = reporterOf(plan, clause)
  const place = target.place !== undefined && findDivisionCode(target.place) !== undefined ? target.place : undefined
  const named = target.place !== undefined && place === undefined && !/^全/.test(target.place) && !target.subject.zh.includes(target.place) ? target.place : ''
  return {
    id, clauses: target.clauses, subject: { zh: `${named}${target.subject.zh}` || notYet, en: target.subject.en || notYet }, operator: target.operator, value: target.value, ...(target.to === undefined ? {} : { to: target.to }), unit: target.unit,
    ...(target.from === undefined ? {} : { from: target.from }), until: target.until, ...(place === undefined ? {} : { place }),
    proof: by === undefined ? { kind: notYet, reason: { zh: '由登记算出还是由谁上报，还没有人定', en: 'nobody has said yet whether it is computed or who reports it' } } : { kind: 'reported', by },
  }
}

function clauseNames(): (clause: string) => string {
  const used = new Map<string, string>()
  return (clause) => {
    const stem = bodyId(clause)
    let name = stem
    for (let n = 2; used.has(name) && used.get(name) !== clause; n += 1) name = `${stem}-${n}`
    used.set(name, clause)
    return name
  }
}

/** Throws one `ProblemError` with everything that stands in the way: a missing place or term, bodies without a level, another document's text. */
export function buildPack(draft: DraftFolder, choices: BuildChoices = {}): BuiltPack {
  const document = draft['pack.yaml'].document
  if (choices.text !== undefined && sha256Hex(choices.text) !== document.sha256) throw problem('plan/build-other-text', { title: document.title, characters: choices.text.length, wanted: document.characters })
  const clauses = buildClauses(draft['clauses.yaml'])
  const known = new Set(clauses.map((c) => c.id))
  const drafted = standing(draft['targets.yaml'].targets).filter((t) => t.clauses.some((id) => known.has(id)))
  const bodies = buildBodies(draft['organisations.yaml'])
  const head = buildHead(draft['pack.yaml'], known, drafted.flatMap((t) => (t.until === null ? [] : [t.until])), choices)
  const faults = [...head.faults, ...bodies.faults]
  if (faults.length > 0) throw new ProblemError(faults)
  const { organisations, classes } = bodies.file
  const named = new Set([...organisations, ...(classes ?? [])].map((b) => b.id))
  const duties = standing(draft['duties.yaml']).filter((d) => named.has(d.body)).map(({ clauses: at, role, body }) => ({ clauses: at.filter((id) => known.has(id)), role, body })).filter((d) => d.clauses.length > 0)
  const { parameters, figures, money } = buildAmounts(draft['parameters.yaml'])
  const plan: ObligedPlan = { clauses, duties, inForce: head.file.inForce, choices, money }
  const prefix = `p${document.sha256.slice(0, 6)}`
  const targets = drafted.map((t, i) => buildTarget(t, `${prefix}-t${i + 1}`, plan))
  const held = [...drafted.map((t, i): HeldFigure => ({ clause: t.clauses[0]!, start: t.origin.start, end: t.origin.end, value: t.value, to: t.to ?? null, unit: t.unit, holder: { target: targets[i]!.id } })), ...figures]
  return {
    'pack.yaml': head.file, 'clauses.yaml': clauses, 'organisations.yaml': bodies.file, 'duties.yaml': duties, 'places.yaml': { designations: [], kinds: [] },
    'targets.yaml': { targets, arithmetic: [] }, 'parameters.yaml': parameters, 'obligations.yaml': { principles: [], obligations: buildObligations(plan, targets, clauseNames()) },
    'quantities.yaml': buildLedger(held, clauses, standing(draft['pack.yaml'].requires).map((r) => r.from), choices.text),
  }
}
