/** Targets and parameters of the plan as one table. Filters, order and pages of it are in find-quantities. */
import { unitLabels } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import type { Bilingual, Quantity, QuantityState, Target } from '../contract/index.ts'
import type { RegisterPlace } from './body.ts'
import { askedWords, parameterWords, unitWords } from './quantity-words.ts'

type ParameterValue = Pack['parameters'][number]['values'][number]

function targetState(target: Target): QuantityState {
  if (target.computed) return 'computed'
  if (target.reported) return 'reported'
  if (target.proof === 'reported') return 'owed'
  if (target.proof === 'not-yet') return 'not-yet'
  return target.ran ? 'empty' : 'no-run'
}

function parameterState(value: ParameterValue): QuantityState {
  if (value.value === undefined) return 'unknown'
  return value.source.startsWith('演示') ? 'stand-in' : 'given'
}

/** Where a parameter comes from; for an unknown one why it is not known. */
function parameterNow(value: ParameterValue): Bilingual {
  if (value.unknown) return { zh: `未知：${value.unknown.zh}`, en: `unknown: ${value.unknown.en}` }
  return { zh: `出处：${value.source}`, en: `source: ${value.source}` }
}

function unitName(unit: string | undefined): Bilingual {
  const label = unit === undefined ? undefined : (unitLabels as Readonly<Record<string, Bilingual | undefined>>)[unit]
  return label ?? unitWords(unit ?? '')
}

/** Figures of the document that neither a target nor a parameter holds: lists of places, names and background, and what is missing. */
function otherFigures(pack: Pack): Quantity[] {
  return pack.quantities.flatMap((q): Quantity[] => {
    const held = q.designation === undefined ? (q.background ? 'background' : q.missing ? 'missing' : undefined) : 'designation'
    if (!held) return []
    const kind = pack.places.kinds.find((k) => k.kind === q.designation)
    const words: Bilingual = q.background ?? q.missing ?? { zh: kind?.zh ?? q.designation ?? '', en: kind?.en ?? q.designation ?? '' }
    return [{
      key: `figure:${q.clause}:${q.at}`, held, id: `${q.clause}@${q.at}`, clauses: [q.clause], subject: words, operator: '=', value: q.value, unit: q.unit, unitName: unitWords(q.unit), asked: askedWords({ operator: '=', value: q.value, unit: q.unit }),
      from: null, until: null, places: [], state: held === 'missing' ? 'missing' : 'noted', now: held === 'missing' ? { zh: '方案包里没有', en: 'not in the pack' } : { zh: '不作要求', en: 'asks nothing' }, list: null,
    }]
  })
}

/** Order of clauses in the document; what names no clause comes last. */
export function clausePosition(pack: Pack, clauses: readonly string[]): number {
  const at = clauses.map((id) => pack.clauses.findIndex((c) => c.id === id)).filter((i) => i >= 0)
  return at.length === 0 ? Infinity : Math.min(...at)
}

/** All of them in the document's order. `targets` carry the values of the latest run. */
export function quantitiesOf(pack: Pack, targets: readonly Target[], places: readonly RegisterPlace[]): Quantity[] {
  const named = (codes: readonly string[]) => codes.map((code) => ({ code, name: places.find((p) => p.place === code)?.name ?? code }))
  const fromTargets = targets.map((t): Quantity => ({
    key: `target:${t.id}`, held: 'target', id: t.id, clauses: t.clauses, subject: t.subject, operator: t.operator, value: t.value, unit: t.unit, unitName: t.unitName, asked: t.asked, from: t.from, until: t.until,
    places: named([pack.targets.targets.find((p) => p.id === t.id)?.place].filter((p) => p !== undefined)), state: targetState(t), now: t.now, list: t.computed?.list ?? null,
  }))
  const fromParameters = pack.parameters.flatMap((p) => p.values.map((v, i): Quantity => ({
    key: `parameter:${p.id}:${i}`, held: 'parameter', id: p.id, clauses: v.clause === undefined ? [] : [v.clause], subject: { zh: p.id, en: p.en }, operator: '=',
    value: v.value === undefined ? null : Array.isArray(v.value) ? v.value.join(' ') : v.value, unit: p.unit ?? '', unitName: unitName(p.unit), asked: parameterWords(v.value, p.unit === undefined ? undefined : unitName(p.unit)),
    from: v.from ?? null, until: v.until ?? null, places: named(v.places ?? []), state: parameterState(v), now: parameterNow(v), list: null,
  })))
  const all = [...fromTargets, ...fromParameters, ...otherFigures(pack)]
  const at = new Map(all.map((q) => [q.key, clausePosition(pack, q.clauses)]))
  return all.sort((a, b) => at.get(a.key)! - at.get(b.key)!)
}
