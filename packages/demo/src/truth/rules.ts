/**
 * Who is entitled, decided by hand from the clauses of the plan, without the rule language and without the pack.
 * Clause ids refer to the plan; each answer is yes, no or unknown.
 */
import { addMonths, type PlainDate } from '@bangfu/kernel'
import type { Household } from '../world.ts'
import { dibaoStandardFen } from './demonstration.ts'
import type { Known } from './known.ts'
import { all, any, less, type Three } from './three.ts'

/** Not marked as exited: 未脱贫, 预脱贫 and 返贫 (wording of 二.(四).2). */
export function stillRegistered(household: Household): boolean {
  return household.status !== '1'
}

/** 二.(二).5: whoever meets the conditions is taken in, exited or not; tekun persons are supported otherwise. */
export function dibao({ person, household }: Known): Three {
  return all(person.alive, !person.onTekun, less(household.incomePerHeadFen, dibaoStandardFen))
}

/** 二.(九).2 and 三.(一).4: members of a 五保 household without labour capacity. */
export function tekun({ person, household }: Known): Three {
  return all(person.alive, household.type === '3', person.labour === '3' || person.labour === '4')
}

/** 二.(四).2: in the resident pension, not marked as exited, still paying (below 60). */
export function pensionPrepay({ person, household }: Known): Three {
  return all(person.alive, stillRegistered(household), person.inPension, person.age < 60)
}

/** 二.(一).2: certificate, and somebody living in the household is on 低保. */
export function disabilityLiving(known: Known, members: readonly Known[]): Three {
  return all(known.person.alive, known.certificate, any(known.onDibao, ...members.map((m) => all(m.onDibao, m.person.alive))))
}

/** 二.(一).2: certificate of grade 1 or 2. */
export function disabilityCare(known: Known): Three {
  return all(known.person.alive, known.certificate, known.grade === undefined ? undefined : known.grade === '1' || known.grade === '2')
}

/** 三.(一).9: six years old by 31 August of the school year, at most nine years, and not enrolled. School year 2018. */
export function schoolKeep(known: Known): Three {
  const { birth } = known.person
  return all(known.person.alive, birth >= '2003-09-01' && birth <= '2012-08-31', known.enrolled === undefined ? undefined : !known.enrolled)
}

const fourteen = new Set(['1', '2', '3', '4', '5', '6', '7', '10', '11', '12', '13', '14'])

/** 三.(一).11: one of the fourteen diseases; whoever is not seriously ill has none. */
export function seriousDisease(known: Known): Three {
  const ill = known.disease !== undefined || known.person.health.includes('3')
  return all(known.person.alive, stillRegistered(known.household), ill, known.disease === undefined ? undefined : fourteen.has(known.disease))
}

/** 三.(一).2.一是: hired near home by contract, three years at most. Contract facts come from the list of posts. */
export function postSubsidy(known: Known, contract: { readonly start: PlainDate; readonly months: number } | undefined, today: PlainDate): Three {
  const { person, household } = known
  const near = person.work ? person.work.place === '1' || person.work.place === '2' : contract ? undefined : false
  return all(
    person.alive, stillRegistered(household), person.age >= 16, person.work !== undefined || contract !== undefined, near,
    contract ? contract.start <= today : undefined, contract ? addMonths(contract.start, 36) > today : undefined, contract ? addMonths(contract.start, contract.months) > today : undefined,
  )
}

/** 二.(二).4: grade D, still registered, somebody lives. `grade` as the office knows it. */
export function houseD(household: Household, grade: string | undefined): Three {
  return all(stillRegistered(household), grade === undefined ? undefined : grade === 'D', household.members.some((m) => m.alive))
}

/** 一.(二) and 二.(一).8: water found unsafe. */
export function waterSafe(household: Household): Three {
  return all(stillRegistered(household), household.waterSafe === undefined ? undefined : !household.waterSafe)
}
