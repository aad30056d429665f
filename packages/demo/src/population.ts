/** Makes the households of a village. Ages, sexes, schooling and illness hang together; nothing here knows a rule of the plan. */
import { ageInYears, dateOfDayNumber, dayNumber, type DivisionCode, type PlainDate } from '@bangfu/kernel'
import { IdentityMint } from './identity.ts'
import { makeName, makeSurname } from './names.ts'
import * as rates from './rates.ts'
import type { Random } from './random.ts'
import type { Household, Person } from './world.ts'

const employers = ['凌河食品加工厂', '白石服装车间', '大青山果品合作社', '双塔机械厂', '佛寺水泥制品厂']

export interface Makers {
  readonly random: Random
  readonly mint: IdentityMint
  readonly asOf: PlainDate
  /** Next number of the national numbering, starting at the county code. */
  nextHouseholdNo(): string
}

function birthFor(random: Random, asOf: PlainDate, age: number): PlainDate {
  return dateOfDayNumber(dayNumber(asOf) - Math.floor((age + random.next() * 0.98) * 365.2425) - 1)
}

/** Relation code and age of each member of a household of this size. */
function composition(random: Random, size: number): readonly { relation: string; age: number; sex: '1' | '2' }[] {
  const headAge = random.weighted([[random.between(26, 45), 24], [random.between(46, 59), 30], [random.between(60, 74), 33], [random.between(75, 88), 13]])
  const headSex: '1' | '2' = random.chance(0.74) ? '1' : '2'
  const members = [{ relation: '01', age: headAge, sex: headSex }]
  const couple = size > 1 && random.chance(0.8)
  if (couple) members.push({ relation: '02', age: Math.max(22, headAge + random.between(-5, 3)), sex: headSex === '1' ? '2' : '1' })
  while (members.length < size) {
    const boy = random.chance(0.52)
    if (headAge < 58 || random.chance(0.35)) members.push({ relation: boy ? '03' : '04', age: Math.max(0, headAge - random.between(22, 34)), sex: boy ? '1' : '2' })
    else if (random.chance(0.6)) members.push({ relation: boy ? '07' : '08', age: Math.max(0, headAge - random.between(46, 58)), sex: boy ? '1' : '2' })
    else members.push({ relation: boy ? '11' : '12', age: Math.min(98, headAge + random.between(19, 27)), sex: boy ? '1' : '2' })
  }
  return members
}

function schoolingAt(random: Random, age: number, dropped: boolean): string {
  if (dropped) return '01'
  if (age < 3) return '01'
  if (age < 6) return random.chance(0.8) ? '02' : '01'
  if (age < 12) return '03'
  if (age < 15) return ['04', '05', '06'][age - 12]!
  if (age < 18) return random.chance(0.75) ? (random.chance(0.6) ? ['07', '08', '09'] : ['10', '11', '12'])[age - 15]! : '01'
  if (age < 22) return random.chance(0.3) ? '16' : '01'
  return '01'
}

function makePerson(makers: Makers, part: { relation: string; age: number; sex: '1' | '2' }, surname: string, personNo: string): Person {
  const { random, mint, asOf } = makers
  const birth = birthFor(random, asOf, part.age)
  const age = ageInYears(birth, asOf)
  const disabled = random.chance(age < 16 ? rates.disabledChild : rates.disabledAdult)
  const serious = random.chance(age < 16 ? 0.004 : rates.seriousIllness)
  const chronic = !serious && age > 35 && random.chance(rates.chronicIllness)
  const dropped = age >= 6 && age < 16 && random.chance(rates.dropOut)
  const schooling = schoolingAt(random, age, dropped)
  const studies = schooling !== '01'
  const grade = random.weighted(rates.grades)
  const able = age >= 16 && age < 66 && !studies && !(disabled && (grade === '1' || grade === '2'))
  const works = able && age < 60 && random.chance(0.4)
  const health = [...(chronic ? ['2'] : []), ...(serious ? ['3'] : []), ...(disabled ? ['4'] : [])]
  const tekun = part.relation === '01' && age >= 60 && random.chance(0.05)
  return {
    personNo, idNumber: mint.make(birth, part.sex), name: makeName(random, part.sex, surname), sex: part.sex, birth, age, relation: part.relation,
    education: age < 6 ? '6' : random.weighted([['1', age > 60 ? 20 : 3], ['2', 40], ['3', 40], ['4', 12], ['5', 4]]), schooling,
    health: health.length ? health : ['1'],
    disease: serious ? (age < 16 ? random.pick(['1', '2', '13']) : random.weighted(rates.diseases)) : undefined,
    disability: disabled ? { category: random.weighted(rates.categories), grade } : undefined,
    labour: able ? (random.chance(0.1) ? '2' : '1') : age >= 16 && age < 66 && disabled ? '3' : '4',
    work: works ? { place: random.weighted([['1', 5], ['2', 3], ['3', 3], ['4', 1]]), months: random.between(2, 12) } : undefined,
    contract: works && random.chance(rates.contracts * 3) ? { employer: random.pick(employers), start: dateOfDayNumber(dayNumber(asOf) - random.between(20, 1700)), months: random.pick([12, 24, 36]) } : undefined,
    alive: !random.chance(0.006), inPension: age >= 16 && !studies && random.chance(0.9), inMedical: random.chance(0.985), onTekun: tekun,
    enrolled: studies, onDibao: false,
  }
}

/** One household of the village; income drives 低保, status drives the exit dates. */
export function makeHousehold(makers: Makers, village: DivisionCode): Household {
  const { random } = makers
  const size = random.weighted(rates.householdSizes)
  const surname = makeSurname(random)
  const householdNo = makers.nextHouseholdNo()
  const members = composition(random, size).map((part, i) => makePerson(makers, part, part.relation === '02' ? makeSurname(random) : surname, `${householdNo}${String(i + 1).padStart(2, '0')}`))
  const status = random.weighted(rates.statuses)
  const poor = status === '0' || status === '3'
  const incomeFen = poor ? random.between(180_000, 560_000) : random.between(420_000, 1_150_000)
  const tekun = members.some((m) => m.onTekun)
  if (!tekun && incomeFen < 465_900) for (const member of members) member.onDibao = true
  const identifiedYear = random.between(2013, 2017)
  return {
    householdNo, village, members, status,
    type: tekun ? '3' : members[0]!.onDibao ? '4' : '1',
    cause: members.some((m) => m.health.includes('4')) && random.chance(0.5) ? '2' : random.weighted(rates.causes),
    identifiedOn: `${identifiedYear}-12-${String(random.between(1, 28)).padStart(2, '0')}` as PlainDate,
    exitedOn: status === '1' ? (`${random.between(Math.max(2015, identifiedYear), 2017)}-12-31` as PlainDate) : undefined,
    plannedExit: status === '1' ? undefined : random.weighted([[2018, 62], [2019, 34], [2020, 4]]),
    incomePerHeadFen: random.chance(rates.incomeUnknown) ? undefined : incomeFen,
    houseGrade: random.weighted(rates.houseGrades), houseArea: random.between(28, 95),
    waterSafe: random.chance(rates.waterUnknown) ? undefined : !random.chance(rates.waterUnsafe),
    road: random.weighted([['1', 8], ['2', 22], ['3', 56], ['4', 14]]), fuel: random.weighted([['1', 60], ['3', 26], ['4', 12], ['5', 2]]),
    toilet: random.chance(0.34), farmlandMu: random.between(0, 24),
  }
}
