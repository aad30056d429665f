/** The Liaoning pack and the demo's hand-written truth were made apart from the same clauses: on a synthetic county they must agree, person by person. */
import { parseDecimal, parseDivisionCode, parsePlainDate, type Decimal } from '@bangfu/kernel'
import { compileExpression, type FeelRecord, type FeelValue, type RuleContext } from '@bangfu/feel'
import { loadPack, parameterScope, resolveParameter } from '@bangfu/plan'
import { makeCounty } from '@bangfu/demo'
import { expect, test } from 'vitest'
import * as truth from '../packages/demo/src/truth/rules.ts'
import type { Known } from '../packages/demo/src/truth/known.ts'
import type { Household, Person } from '../packages/demo/src/world.ts'
import { root } from './source-tree.ts'

const asOf = parsePlainDate('2018-11-30')
const place = parseDivisionCode('211322')
const pack = loadPack(`${root}/packs/liaoning-2018-2020`, { overlay: 'demo' })
const parameters = Object.fromEntries(pack.parameters.map((p) => [p.id, resolveParameter(p, place, asOf).value]))

function decimalOf(value: number | undefined, perUnit = 1): Decimal | undefined {
  return value === undefined ? undefined : parseDecimal(perUnit === 1 ? String(value) : (value / perUnit).toFixed(2))
}

function record(facts: Readonly<Record<string, FeelValue>>): FeelRecord {
  return Object.fromEntries(Object.entries(facts).filter(([, value]) => value !== undefined))
}

/** Facts as the register has them once every list is loaded. */
function personFacts(p: Person): FeelRecord {
  return record({
    birth_date: p.birth, age: decimalOf(p.age), schooling: p.schooling, enrolled: p.enrolled, health: p.health, disease: p.disease, disability_certificate: p.disability !== undefined,
    disability_grade: p.disability?.grade, labour: p.labour, work_place: p.work?.place, work_months: decimalOf(p.work?.months ?? 0), contract_start: p.contract?.start, contract_months: decimalOf(p.contract?.months),
    resident_pension: p.inPension, medical_insurance: p.inMedical, on_tekun: p.onTekun, on_dibao: p.onDibao, life_status: p.alive ? '1' : '2',
  })
}

function householdFacts(h: Household): FeelRecord {
  return record({ poverty_status: h.status, household_type: h.type, income_per_head: decimalOf(h.incomePerHeadFen, 100), house_grade: h.houseGrade, water_safe: h.waterSafe })
}

function known(person: Person, household: Household): Known {
  return { person, household, onDibao: person.onDibao, certificate: person.disability !== undefined, grade: person.disability?.grade, enrolled: person.enrolled, disease: person.disease, contractListed: person.contract !== undefined }
}

const forPerson: Readonly<Record<string, (k: Known, members: readonly Known[]) => boolean | undefined>> = {
  dibao: truth.dibao, tekun: truth.tekun, 'pension-prepay': truth.pensionPrepay, 'disability-living': truth.disabilityLiving, 'disability-care': truth.disabilityCare,
  'school-keep': truth.schoolKeep, 'serious-disease': truth.seriousDisease, 'post-subsidy': (k) => truth.postSubsidy(k, k.person.contract, asOf),
}
const forHousehold: Readonly<Record<string, (h: Household) => boolean | undefined>> = { 'house-d': (h) => truth.houseD(h, h.houseGrade), 'water-safe': truth.waterSafe }

function ruleOf(id: string) {
  const measure = pack.measures.find((m) => m.id === id)
  if (!measure) throw new RangeError(`the pack has no measure ${id}`)
  return compileExpression(measure.eligibility, { unit: measure.unit, parameters: parameterScope(pack) }, { kind: 'boolean' })
}

/** Measure → how often the truth says yes, no, unknown, and how often the pack says otherwise. */
class Tally {
  readonly yes = new Map<string, number>()
  readonly differing: string[] = []
  compare(id: string, wanted: boolean | undefined, found: FeelValue, subject: string): void {
    if (wanted === true) this.yes.set(id, (this.yes.get(id) ?? 0) + 1)
    if (wanted !== found) this.differing.push(`${id} ${subject}: truth ${String(wanted)}, pack ${String(found)}`)
  }
}

test('the pack and the independent truth agree on every person and household of a synthetic county', () => {
  const rules = new Map([...Object.keys(forPerson), ...Object.keys(forHousehold)].map((id) => [id, ruleOf(id)]))
  const tally = new Tally()
  const county = makeCounty({ seed: 7, county: place, people: 6_000, asOf, townships: 4 })
  for (const household of county.townships.flatMap((t) => t.villages.flatMap((v) => v.households))) {
    const members = household.members.map(personFacts)
    const around = { household: householdFacts(household), members, parameters, today: asOf }
    const knowns = household.members.map((person) => known(person, household))
    household.members.forEach((person, i) => {
      const context: RuleContext = { ...around, self: members[i]! }
      for (const [id, decide] of Object.entries(forPerson)) tally.compare(id, decide(knowns[i]!, knowns), rules.get(id)!.evaluate(context), person.personNo)
    })
    for (const [id, decide] of Object.entries(forHousehold)) tally.compare(id, decide(household), rules.get(id)!.evaluate({ ...around, self: around.household }), household.householdNo)
  }
  expect(tally.differing).toEqual([])
  // Agreement on nothing would prove nothing: every measure has somebody who gets it.
  expect([...rules.keys()].filter((id) => (tally.yes.get(id) ?? 0) === 0)).toEqual([])
})
