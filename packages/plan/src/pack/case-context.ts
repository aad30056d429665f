/** The facts, surroundings, parameters and day that one case of a measure is judged on. */
import { parsePlainDate, problemData, type ProblemData } from '@bangfu/kernel'
import type { FeelRecord, FeelValue, RuleContext } from '@bangfu/feel'
import { isFactFault, readCaseParameter, readFacts, type FactFault } from './case-facts.ts'
import { firstDay } from './dated.ts'
import type { MeasureCase, Pack, PackMeasure } from './format.ts'
import { ownParametersOf } from './pack-origin.ts'
import { resolveParameter } from './parameters.ts'

function caseParameters(pack: Pack, given: MeasureCase, faults: FactFault[]): FeelRecord {
  const own = ownParametersOf(pack)
  const set = given.parameters ?? {}
  for (const name of Object.keys(set)) {
    if (!own.some((p) => p.id === name || p.en === name)) faults.push({ field: name, zh: '不是方案包的参数', en: 'is no parameter of the pack' })
  }
  const entries = own.map((parameter): [string, FeelValue] => {
    const name = [parameter.id, parameter.en].find((n) => n in set)
    if (name === undefined) return [parameter.id, resolveParameter(parameter, given.place ?? pack.pack.place, parsePlainDate(firstDay(given.asOf))).value]
    const value = readCaseParameter(parameter, set[name])
    if (!isFactFault(value)) return [parameter.id, value]
    faults.push(value)
    return [parameter.id, undefined]
  })
  return Object.fromEntries(entries)
}

/** What the case's rule is evaluated on, and the faults in its facts. Parameters that the case does not set are the pack's own for its place and day. */
export function caseContext(pack: Pack, measure: PackMeasure, given: MeasureCase, where: { file: string; line: number }): { readonly context: RuleContext; readonly faults: readonly ProblemData[] } {
  const today = parsePlainDate(firstDay(given.asOf))
  const faults: FactFault[] = []
  const read = (entity: Parameters<typeof readFacts>[0], facts: Readonly<Record<string, unknown>>) => {
    const result = readFacts(entity, facts, today)
    faults.push(...result.faults)
    return result.record
  }
  const context: RuleContext = {
    self: read(measure.unit, given.facts),
    // An unnamed household or village exists with nothing known of it; an unnamed member list is unknown, not empty.
    ...(measure.unit === 'person' || given.household ? { household: read('household', given.household ?? {}) } : {}),
    ...(measure.unit !== 'village' || given.village ? { village: read('village', given.village ?? {}) } : {}),
    ...(given.members ? { members: given.members.map((member) => read('person', member)) } : {}),
    parameters: caseParameters(pack, given, faults),
    today,
  }
  return { context, faults: faults.map((fault) => problemData('plan/pack-case-fact', { ...where, title: given.title.zh, field: fault.field, what: `${fault.zh} / ${fault.en}` })) }
}
