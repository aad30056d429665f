/** Parameters of a pack as the rule language sees them, and their values for one place and day. */
import { parseDecimal, parsePlainDate, type CodeListKey, type DivisionCode, type PlainDate, type UnitOfMeasure } from '@bangfu/kernel'
import type { FeelType, FeelValue, RuleScope } from '@bangfu/feel'
import type { Pack, PackParameter } from './format.ts'
import { coversDay } from './dated.ts'

export function parameterType(parameter: PackParameter): FeelType {
  switch (parameter.type) {
    case 'number':
      return parameter.unit ? { kind: 'number', scale: parameter.scale, unit: parameter.unit as UnitOfMeasure } : { kind: 'number', scale: parameter.scale }
    case 'date':
      return { kind: 'date' }
    case 'codes':
      return { kind: 'list', of: { kind: 'code', list: parameter.list as CodeListKey } }
    case 'texts':
      return { kind: 'list', of: { kind: 'text' } }
  }
}

/** The `parameters` of a `RuleScope`: name, English name and type of each. */
export function parameterScope(pack: { readonly parameters: readonly PackParameter[] }): RuleScope['parameters'] {
  return Object.fromEntries(pack.parameters.map((p) => [p.id, { type: parameterType(p), en: p.en }]))
}

export interface ResolvedParameter {
  readonly id: string
  /** Undefined = unknown; then `reason` says why. */
  readonly value: FeelValue
  readonly reason?: { readonly zh: string; readonly en: string }
  readonly source?: string
  readonly clause?: string
}

function feelValue(parameter: PackParameter, value: string | readonly string[]): FeelValue {
  if (typeof value !== 'string') return value
  return parameter.type === 'number' ? parseDecimal(value) : parameter.type === 'date' ? parsePlainDate(value) : [value]
}

/** Length of the most exact place of the value that holds the place: 0 for the whole area, -1 when it is for elsewhere. */
function exactness(places: readonly string[] | undefined, place: string): number {
  return places ? Math.max(-1, ...places.filter((p) => place.startsWith(p)).map((p) => p.length)) : 0
}

export function resolveParameter(parameter: PackParameter, place: string, date: PlainDate): ResolvedParameter {
  const best = parameter.values
    .filter((value) => coversDay(value, date) && exactness(value.places, place) >= 0)
    .sort((a, b) => exactness(b.places, place) - exactness(a.places, place) || Number(a.value === undefined) - Number(b.value === undefined))[0]
  if (!best) {
    return { id: parameter.id, value: undefined, reason: { zh: `参数“${parameter.id}”在 ${date}、${place || '全域'}没有数值`, en: `parameter "${parameter.en}" has no value for ${place || 'the area'} on ${date}` } }
  }
  const origin = { source: best.source, ...(best.clause === undefined ? {} : { clause: best.clause }) }
  if (best.value === undefined) return { id: parameter.id, value: undefined, reason: best.unknown ?? { zh: '未说明', en: 'not said' }, ...origin }
  return { id: parameter.id, value: feelValue(parameter, best.value), ...origin }
}

/** Every parameter's value for a place and day; the most exact place wins, unknown is undefined with its reason. */
export function resolveParameters(pack: Pick<Pack, 'parameters'>, place: DivisionCode | string, date: PlainDate): Readonly<Record<string, ResolvedParameter>> {
  return Object.fromEntries(pack.parameters.map((p) => [p.id, resolveParameter(p, place, date)]))
}
