/** The merge policy, case by case, and its law: the current tables are the fold of all statements, in whatever order lists came. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import fc from 'fast-check'
import type { PlainDate } from '@bangfu/kernel'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { compareCurrent } from '../audit/compare-current.ts'
import { commitTable } from '../commit/commit-table.ts'
import type { ListHeader, MappedRow } from '../mapped-table.ts'
import { inScope, systemSession } from '../session/session.ts'
import { withAction } from '../session/with-action.ts'
import { stateAnswers } from '../work/state-answers.ts'
import { mappedTable, nationalRow, syntheticId } from '../../test/synthetic-county.ts'

let db: TestDatabase
const session = { ...systemSession, place: '211322' }
let sheets = 0
beforeAll(async () => { db = await createTestDatabase() })
afterAll(() => db.drop())

type Facts = Readonly<Record<string, string | readonly string[]>>
/** A list that says these facts of person `i`. */
function say(i: number, person: Facts, header: Partial<ListHeader>, unknown: MappedRow['unknown'] = {}) {
  sheets += 1
  const national = header.layout === undefined
  const row = national ? { ...nationalRow(i), person: { ...nationalRow(i).person, ...person }, unknown } : { row: 2, idNumber: syntheticId(i), name: nationalRow(i).name!, person, household: {}, other: {}, unknown }
  const rows = Object.keys(unknown).length > 0 ? [{ ...row, person: Object.fromEntries(Object.entries(row.person).filter(([key]) => !(key in unknown))) }] : [row]
  return commitTable(db.register, session, mappedTable(rows, { sha256: `sheet ${sheets}`, ...header }))
}

async function factsOf(i: number): Promise<Record<string, unknown>> {
  const { rows } = await inScope(db.register, session, (tx) => tx.query(`
    select c.*, (select kind from register.list l where l.list_id = c.source_list) as base from register.person_current c join register.person_search s using (person_id) where s.id_number = $1`, [syntheticId(i)]))
  return rows[0]!
}

test('a blank in a later list of the same source makes the fact unknown, with its reason', async () => {
  await say(0, { employer: '甲厂' }, { asOf: '2017-12-31' as PlainDate })
  await say(0, {}, {}, { employer: 'blank' })
  expect(await factsOf(0)).toMatchObject({ employer: null, unknown_reasons: { employer: 'blank' } })
})

test('an older export that arrives later changes nothing that the newer one states', async () => {
  await say(3, { education: '3' }, {})
  await say(3, { education: '1' }, { asOf: '2016-12-31' as PlainDate })
  expect(await factsOf(3)).toMatchObject({ education: '3' })
})

test('a department has the first word on its own fields, whatever the dates', async () => {
  await say(6, { on_dibao: 'false' }, {})
  await say(6, { on_dibao: 'true' }, { layout: 'dibao', source: '民政局', asOf: '2018-06-30' as PlainDate })
  const { rows } = await inScope(db.register, session, (tx) => tx.query('select list_id from register.list where kind = $1', ['dibao']))
  expect(await factsOf(6)).toMatchObject({ on_dibao: true, base: 'national-persons', source_fields: { on_dibao: rows[0]!['list_id'] } })
})

test('a department has no word on other fields while the national register knows them', async () => {
  await say(9, { education: '2' }, {})
  await say(9, { education: '5', on_dibao: 'true' }, { layout: 'dibao', source: '民政局', asOf: '2019-06-30' as PlainDate })
  expect(await factsOf(9)).toMatchObject({ education: '2', on_dibao: true })
})

test('two sources of equal authority and date that differ make the fact unknown: conflict', async () => {
  await say(12, {}, {})
  await say(12, { employer: '甲厂' }, { layout: 'dibao', source: '民政局' })
  expect(await factsOf(12)).toMatchObject({ employer: '甲厂' })
  await say(12, { employer: '乙厂' }, { layout: 'disability', source: '残联' })
  expect(await factsOf(12)).toMatchObject({ employer: null, unknown_reasons: { employer: 'conflict' } })
})

test('a later word of equal authority settles a conflict', async () => {
  await say(12, { employer: '丙厂' }, { layout: 'disability', source: '残联', asOf: '2019-03-31' as PlainDate })
  expect(await factsOf(12)).toMatchObject({ employer: '丙厂', unknown_reasons: expect.not.objectContaining({ employer: 'conflict' }) })
})

test('two rows of one list that differ about a person are a conflict, not the last one wins', async () => {
  await say(15, {}, {})
  const row = { idNumber: syntheticId(15), household: {}, other: {}, unknown: {} }
  await commitTable(db.register, session, mappedTable([{ ...row, row: 2, person: { disability_grade: '1' } }, { ...row, row: 3, person: { disability_grade: '2' } }], { layout: 'disability', source: '残联', sha256: 'twice' }))
  expect(await factsOf(15)).toMatchObject({ disability_grade: null, unknown_reasons: { disability_grade: 'conflict' } })
})

test('a fact that no list states is unknown without a reason, never a default', async () => {
  await say(18, {}, {})
  const facts = await factsOf(18)
  expect(facts['welfare_post']).toBeNull()
  expect(facts['unknown_reasons']).toEqual({})
})

test('a newer export that is silent of a field keeps it, also where other sources spoke of that field for others', async () => {
  await say(21, { enrolled: 'true' }, { layout: 'school', source: '教育局' })
  await say(24, { enrolled: 'true' }, { asOf: '2015-12-31' as PlainDate })
  await say(21, {}, {})
  await say(21, { enrolled: 'true' }, { layout: 'school', source: '教育局', asOf: '2018-05-01' as PlainDate })
  await say(24, {}, { asOf: '2018-12-31' as PlainDate })
  expect(await factsOf(24)).toMatchObject({ enrolled: true })
})

/** What the audit finds: current facts beside the fold of all statements, for every entity, and the search rows beside the current facts. */
const differences = () => inScope(db.register, systemSession, (tx) => compareCurrent(tx, 4))

test('after all the lists above, the current tables are the fold of the statements', async () => {
  expect(await differences()).toEqual([])
})

const layouts = ['national-persons', 'dibao', 'disability', 'school', 'delivery'] as const
const event = fc.record({
  layout: fc.constantFrom(...layouts), year: fc.integer({ min: 2015, max: 2018 }), people: fc.uniqueArray(fc.integer({ min: 100, max: 105 }), { minLength: 1, maxLength: 4 }), complete: fc.boolean(),
  facts: fc.array(fc.record({
    name: fc.constantFrom('甲', '乙'), employer: fc.option(fc.constantFrom('甲厂', '乙厂'), { nil: undefined }), on_dibao: fc.option(fc.constantFrom('true', 'false'), { nil: undefined }), enrolled: fc.option(fc.constantFrom('true', 'false'), { nil: undefined }),
    disability_grade: fc.option(fc.constantFrom('1', '2'), { nil: undefined }), disability_certificate: fc.option(fc.constant('true'), { nil: undefined }), schooling: fc.option(fc.constantFrom('01', '05'), { nil: undefined }), health: fc.option(fc.constantFrom(['1'], ['2', '4'], []), { nil: undefined }), blank: fc.subarray(['employer', 'on_dibao', 'enrolled', 'disability_grade']),
  }), { minLength: 4, maxLength: 4 }),
  answers: fc.array(fc.record({ field: fc.constantFrom('on_dibao', 'enrolled', 'disability_certificate'), value: fc.constantFrom('true', 'false'), year: fc.integer({ min: 2015, max: 2018 }) }), { maxLength: 1 }),
})

/** A named person settles a fact of whoever of the people is known. */
async function answer(people: readonly number[], { field, value, year }: { field: string; value: string; year: number }): Promise<void> {
  sheets += 1
  const requestId = `answer ${sheets}`
  await withAction(db.register, session, { kind: 'record-results', authority: 'visit', requestId }, async (tx) => {
    const { rows } = await tx.query<{ id: string }>('select person_id as id from register.person_search where id_number = any($1)', [people.map(syntheticId)])
    await stateAnswers(tx, session, rows.map(({ id }) => ({ entity: 'person' as const, subjectId: id, field, value })), { requestId, asOf: `${year}-06-30` })
  })
}

test('whatever lists come in whatever order, the current tables are the fold of the statements', async () => {
  await fc.assert(fc.asyncProperty(fc.array(event, { minLength: 1, maxLength: 6 }), async (events) => {
    for (const { layout, year, people, facts, complete, answers } of events) {
      sheets += 1
      const rows = people.map((i, n): MappedRow => {
        const { blank, ...stated } = facts[n]!
        const person = Object.fromEntries(Object.entries(stated).filter(([key, value]) => value !== undefined && !blank.includes(key))) as Record<string, string | string[]>
        const unknown = Object.fromEntries(blank.map((key) => [key, 'blank' as const]))
        const base = layout === 'national-persons' ? nationalRow(i) : { row: n + 2, idNumber: syntheticId(i), household: {}, other: {} }
        return { ...base, person, unknown }
      })
      await commitTable(db.register, session, mappedTable(rows, { layout, source: layout, asOf: `${year}-12-31` as PlainDate, sha256: `sheet ${sheets}`, ...(complete ? { complete: { places: ['211322'] } } : {}) }))
      for (const one of answers) await answer(people, one)
    }
    expect(await differences()).toEqual([])
  }), { numRuns: 12 })
}, 180_000)
