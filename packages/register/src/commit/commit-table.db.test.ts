import { afterEach, beforeEach, expect, test } from 'vitest'
import type { Period, PlainDate } from '@bangfu/kernel'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import type { MappedRow } from '../mapped-table.ts'
import { inScope, systemSession, type ScopedClient } from '../session/session.ts'
import { mappedTable, nationalRow, nationalTable, syntheticId } from '../../test/synthetic-county.ts'
import { commitTable } from './commit-table.ts'

let db: TestDatabase
const session = { ...systemSession, place: '211322' }
beforeEach(async () => { db = await createTestDatabase() })
afterEach(() => db.drop())

const read = <T extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> => inScope(db.register, session, async (tx: ScopedClient) => (await tx.query<T>(sql, values)).rows)
const count = async (table: string): Promise<number> => Number((await read<{ n: string }>(`select count(*) as n from register.${table}`))[0]!.n)
const commit = (rows: readonly MappedRow[], header: Parameters<typeof mappedTable>[1] = {}) => commitTable(db.register, session, mappedTable(rows, header))
const listed = (i: number, extra: Partial<MappedRow> = {}): MappedRow => ({ row: i + 2, idNumber: syntheticId(i), name: nationalRow(i).name!, person: {}, household: {}, other: {}, unknown: {}, ...extra })
const aid = { layout: 'delivery', source: '民政局', delivery: { measures: ['aid'], period: '2018' as Period, places: ['211322'] } } as const

test('rows outside the scope and rows without any number are refused one by one; the others are taken', async () => {
  const { householdNo: _h, idNumber: _i, personNo: _p, ...keyless } = nationalRow(7)
  const outcome = await commit([nationalRow(0), { ...nationalRow(3), place: '211481100201' }, keyless, nationalRow(1)])
  expect(outcome.problems.map((p) => p.code).sort()).toEqual(['register/row-outside-scope', 'register/row-without-key'])
  expect(outcome).toMatchObject({ rows: 4, taken: 2, rejected: 2, personsNew: 2, householdsNew: 1 })
  expect(await read('select row, problems -> 0 ->> $1 as code from register.list_row_problem order by row', ['code'])).toEqual([{ row: 5, code: 'register/row-outside-scope' }, { row: 9, code: 'register/row-without-key' }])
})

test('an id number and a person number of two different people are refused, and nobody is merged', async () => {
  await commit([nationalRow(0), nationalRow(3)])
  const outcome = await commit([{ ...nationalRow(0), personNo: nationalRow(3).personNo! }], { sha256: 'crossed', asOf: '2019-12-31' as PlainDate })
  expect(outcome.problems.map((p) => p.code)).toEqual(['register/numbers-disagree'])
  expect(await count('person_statement')).toBe(2)
})

test('two people of one name are never taken for each other', async () => {
  await commit([nationalRow(0), { ...nationalRow(3), name: nationalRow(0).name!, person: { ...nationalRow(3).person, name: nationalRow(0).name! } }])
  expect(await count('person')).toBe(2)
  const outcome = await commit([listed(0), { ...listed(999), name: nationalRow(0).name! }], { ...aid, sha256: 'names' })
  expect(outcome).toMatchObject({ deliveries: 1, unmatched: 1 })
})

test('the same sheet twice changes nothing and says so', async () => {
  const first = await commitTable(db.register, session, nationalTable(30))
  const before = [await count('person_statement'), await count('action'), await count('list')]
  const again = await commitTable(db.register, session, nationalTable(30))
  expect(again).toMatchObject({ sameAsBefore: true, listId: first.listId, taken: 0 })
  expect([await count('person_statement'), await count('action'), await count('list')]).toEqual(before)
})

test('the same sheet sent by five at once is taken once', async () => {
  const all = await Promise.all(Array.from({ length: 5 }, () => commitTable(db.register, session, nationalTable(30))))
  expect(all.filter((o) => !o.sameAsBefore)).toHaveLength(1)
  expect(await count('person')).toBe(30)
})

test('two sheets at once that name the same new people make each of them once', async () => {
  await Promise.all([commitTable(db.register, session, nationalTable(30, { sha256: 'a' })), commitTable(db.register, session, nationalTable(30, { sha256: 'b', asOf: '2019-12-31' as PlainDate }))])
  expect([await count('person'), await count('household'), await count('person_statement')]).toEqual([30, 10, 60])
})

test('persons, households, numbers, facts and search rows come out of a national export', async () => {
  await commitTable(db.register, session, nationalTable(6))
  expect([await count('person'), await count('household'), await count('person_current'), await count('person_search'), await count('external_number')]).toEqual([6, 2, 6, 6, 14])
  const [row] = await read(`select p.name, p.place, p.birth_date::text, p.sex, p.health, h.household_no, h.head_name, h.income_per_head from register.person_current p join register.household_current h using (household_id) join register.person_search s using (person_id) where s.id_number = $1`, [syntheticId(0)])
  expect(row).toEqual({ name: nationalRow(0).name, place: '211322100201', birth_date: '1940-01-01', sex: '2', health: ['2', '4'], household_no: 'H00000000', head_name: nationalRow(0).name, income_per_head: '3000.50' })
})

test('household facts that differ between the rows of one household are unknown: conflict', async () => {
  const [a, b] = [nationalRow(0), nationalRow(1)]
  await commit([a, { ...b, household: { ...b.household, house_area: '99' } }])
  const [row] = await read('select house_area, unknown_reasons from register.household_current')
  expect(row).toEqual({ house_area: null, unknown_reasons: { house_area: 'conflict' } })
})

test('a person keeps the register\'s own id when the national system corrects the id number', async () => {
  await commit([nationalRow(0)])
  const outcome = await commit([{ ...nationalRow(0), idNumber: syntheticId(500) }], { sha256: 'corrected', asOf: '2019-12-31' as PlainDate })
  expect(outcome).toMatchObject({ personsNew: 0, problems: [] })
  expect(await read('select id_number from register.person_search')).toEqual([{ id_number: syntheticId(500) }])
  expect(await count('external_number')).toBe(4)
})

test('a list row that matches nobody names everyone it may be about', async () => {
  await commit([nationalRow(0), nationalRow(3), nationalRow(6)])
  const near = syntheticId(0).slice(0, 16) + [...'0123456789'].find((d) => d !== syntheticId(0)[16])! + syntheticId(0)[17]!
  const { idNumber: _, ...nameless } = listed(3)
  const outcome = await commit([
    { ...listed(0), idNumber: near }, // one sign off
    nameless, // no id number
    { ...listed(900), name: nationalRow(6).name! }, // same name, wholly different id number: another person
  ], { ...aid, sha256: 'candidates' })
  expect(outcome).toMatchObject({ unmatched: 3, candidates: 2, deliveries: 0 })
  const rows = await read(`select u.list_row, u.reason, s.id_number, u.measure, u.period from register.unmatched u left join register.person_search s on s.person_id = u.candidate_id order by list_row`)
  expect(rows).toEqual([
    { list_row: 2, reason: 'id-differs-slightly', id_number: syntheticId(0), measure: 'aid', period: '2018' },
    { list_row: 5, reason: 'same-name', id_number: syntheticId(3), measure: 'aid', period: '2018' },
    { list_row: 902, reason: 'not-in-register', id_number: null, measure: 'aid', period: '2018' },
  ])
})

test('a row with one person\'s number and another\'s name is about neither for certain: both are candidates, nobody is said to miss it', async () => {
  await commitTable(db.register, session, nationalTable(9))
  const outcome = await commit([
    { ...listed(0), name: nationalRow(1).name! }, // the number of another member of the household
    { ...listed(3), name: '某某' }, // a name that nobody there has: the number stands
    { ...listed(6), personNo: nationalRow(7).personNo! }, // two numbers of two people
  ], { ...aid, sha256: 'crossed-rows' })
  expect(outcome).toMatchObject({ problems: [], deliveries: 1, unmatched: 2, candidates: 4 })
  const rows = await read<{ reason: string; id_number: string }>(`select u.reason, s.id_number from register.unmatched u join register.person_search s on s.person_id = u.candidate_id`)
  expect(rows.map((r) => r.id_number).sort()).toEqual([0, 1, 6, 7].map((i) => syntheticId(i)).sort())
  expect(new Set(rows.map((r) => r.reason))).toEqual(new Set(['ambiguous']))
})

test('a row that names a place elsewhere counts for whoever has its number here, and is refused for all others', async () => {
  await commitTable(db.register, session, nationalTable(9))
  const outcome = await commit([{ ...listed(0), place: '211481100201' }, { ...listed(800), place: '211481100201' }], { ...aid, sha256: 'elsewhere' })
  expect(outcome.problems.map((p) => p.code)).toEqual(['register/row-outside-scope'])
  expect(outcome).toMatchObject({ deliveries: 1, unmatched: 0, rejected: 1 })
  expect(await read('select place from register.delivery')).toEqual([{ place: nationalRow(0).place }])
})

test('a number that nobody has, under the name of somebody in the same village, may be that person', async () => {
  await commitTable(db.register, session, nationalTable(9))
  const home = nationalRow(3).place!
  const outcome = await commit([{ ...listed(700), name: nationalRow(3).name!, place: home }, { ...listed(701), name: nationalRow(6).name! }], { ...aid, sha256: 'other-number' })
  expect(outcome).toMatchObject({ unmatched: 2, candidates: 1 })
})

test('a list taken before the register knew its people can be taken again afterwards, and replaces itself', async () => {
  await commit([listed(0, { amountFen: '5000' }), listed(1)], { ...aid, sha256: 'early' })
  expect(await commit([listed(0, { amountFen: '5000' }), listed(1)], { ...aid, sha256: 'early' })).toMatchObject({ sameAsBefore: true })
  await commitTable(db.register, session, nationalTable(6))
  expect(await commit([listed(0, { amountFen: '5000' }), listed(1)], { ...aid, sha256: 'early' })).toMatchObject({ sameAsBefore: false, deliveries: 2 })
  expect(await commit([listed(0, { amountFen: '5000' }), listed(1)], { ...aid, sha256: 'early' })).toMatchObject({ sameAsBefore: true })
  expect([await count('delivery_in_force'), await count('unmatched_open'), await count('unmatched')]).toEqual([2, 0, 2])
})

test('a later list of the same source, measure and period replaces the deliveries where it covers the place', async () => {
  await commitTable(db.register, session, nationalTable(6))
  await commit([listed(0), listed(3)], { ...aid, sha256: 'first' })
  await commit([listed(3)], { ...aid, sha256: 'second' })
  const rows = await read(`select s.id_number from register.delivery_in_force d join register.person_search s on s.person_id = d.subject_id`)
  expect(rows).toEqual([{ id_number: syntheticId(3) }])
})

test('a complete list states the absence of those it does not name, but not of those a row may be about', async () => {
  await commitTable(db.register, session, nationalTable(9))
  const { idNumber: _, ...nameless } = listed(3)
  const outcome = await commit([listed(0, { person: { disability_certificate: 'true', disability_grade: '1' } }), nameless], { layout: 'disability', source: '残联', sha256: 'complete', complete: { places: ['211322'] } })
  const certificates = await read(`select s.id_number, c.disability_certificate as holds from register.person_current c join register.person_search s using (person_id) where s.id_number = any($1) order by 1`, [[syntheticId(0), syntheticId(3), syntheticId(6)]])
  expect(new Map(certificates.map((r) => [r['id_number'], r['holds']]))).toEqual(new Map([[syntheticId(0), true], [syntheticId(3), null], [syntheticId(6), false]]))
  expect(outcome.absences).toBe(7)
})

test('a household export makes households without persons, names their heads, and refuses rows that no number ties to one', async () => {
  const home = (row: number, householdNo?: string): MappedRow => ({ row, ...(householdNo ? { householdNo } : {}), name: '赵大', place: '211322100201', person: {}, household: { cause: '1' }, other: {}, unknown: {} })
  const outcome = await commit([home(2, 'H1'), home(3)], { layout: 'national-households', entity: 'household' })
  expect(outcome.problems.map((p) => p.code)).toEqual(['register/row-without-key'])
  expect(await read('select household_no, head_name, cause from register.household_current')).toEqual([{ household_no: 'H1', head_name: '赵大', cause: '1' }])
  await commit([nationalRow(0)], { sha256: 'persons' })
  expect(outcome).toMatchObject({ householdsNew: 1, personsNew: 0 })
})

test('a list about households finds them by number or by the id number of a member', async () => {
  await commitTable(db.register, session, nationalTable(6))
  const grade = { person: {}, household: { house_grade: 'D' }, other: {}, unknown: {} }
  const outcome = await commit([{ ...grade, row: 2, householdNo: 'H00000000' }, { ...grade, row: 3, idNumber: syntheticId(4) }, { ...grade, row: 4, householdNo: 'H-unknown' }],
    { layout: 'house', entity: 'household', source: '住建局', sha256: 'houses', delivery: { measures: ['house'], period: '2018' as Period, places: ['211322'] } })
  expect(outcome).toMatchObject({ deliveries: 2, unmatched: 1, subjectsKnown: 2 })
  expect(await read(`select household_no, house_grade from register.household_current join register.delivery on subject_id = household_id order by 1`)).toEqual([{ household_no: 'H00000000', house_grade: 'D' }, { household_no: 'H00000001', house_grade: 'D' }])
})

test('villages and facilities are known again by code and by name within their place', async () => {
  const village = (collective: string): MappedRow => ({ row: 2, place: '211322100201', person: {}, household: {}, other: { poor_village: 'true', collective_income: collective }, unknown: {} })
  const clinic = (ok: string): MappedRow => ({ row: 2, place: '211322100', person: {}, household: {}, other: { kind: 'clinic', facility_name: '甲镇卫生院', meets_standard: ok }, unknown: {} })
  await commit([village('10.00')], { layout: 'villages', entity: 'village', source: '扶贫办' })
  await commit([village('12.50')], { layout: 'villages', entity: 'village', source: '扶贫办', asOf: '2019-12-31' as PlainDate })
  await commit([clinic('false')], { layout: 'clinic', entity: 'facility', source: '卫健局' })
  const outcome = await commit([clinic('true')], { layout: 'clinic', entity: 'facility', source: '卫健局', asOf: '2019-12-31' as PlainDate })
  expect(outcome).toMatchObject({ thingsNew: 0, subjectsKnown: 1 })
  expect(await read('select collective_income, poor_village from register.village_current')).toEqual([{ collective_income: '12.50', poor_village: true }])
  expect(await read('select facility_name, meets_standard from register.facility_current')).toEqual([{ facility_name: '甲镇卫生院', meets_standard: true }])
})

test('more rows than fit one plan give the same result as few', async () => {
  await commitTable(db.register, session, nationalTable(3000))
  await commitTable(db.register, session, nationalTable(3000, { asOf: '2019-12-31' as PlainDate }))
  expect([await count('person'), await count('household'), await count('person_statement'), await count('person_current')]).toEqual([3000, 1000, 6000, 3000])
})

test('a list that only repeats what the register knows writes statements and no current row', async () => {
  await commit([nationalRow(0), nationalRow(1)])
  const versions = (): Promise<unknown[]> => read('select person_id, xmin::text as written_by from register.person_current order by person_id')
  const before = await versions()
  expect(await commit([listed(0), listed(1)], aid)).toMatchObject({ subjectsKnown: 2, deliveries: 2 })
  expect(await count('person_statement')).toBe(4)
  expect(await versions()).toEqual(before)
})

test('after a large import the tables no longer seem to be empty, and the short lists after it are taken as the long ones', async () => {
  const tuples = (): Promise<{ n: number }[]> => read(`select reltuples as n from pg_class where oid in ('register.external_number'::regclass, 'register.person_current'::regclass) order by 1`)
  expect(await tuples()).toEqual([{ n: -1 }, { n: -1 }])
  await commitTable(db.register, session, nationalTable(3000))
  expect(await tuples()).toEqual([{ n: 3000 }, { n: 7000 }])
  expect(await commit([listed(0), listed(2999)], aid)).toMatchObject({ deliveries: 2, unmatched: 0 })
})
