/** Nobody is left to be said to miss help whom a list has in any form: as ended, as one of a household, or in the part that came before. */
import { listRowOf, type Period, type PlainDate } from '@bangfu/kernel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MappedRow } from '../mapped-table.ts'
import { loadPlaces } from '../places/load-places.ts'
import { inScope, systemSession, type ScopedClient } from '../session/session.ts'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { mappedTable, nationalRow, nationalTable, syntheticId } from '../../test/synthetic-county.ts'
import { commitTable } from './commit-table.ts'

let db: TestDatabase
const session = { ...systemSession, place: '211322' }
beforeEach(async () => {
  db = await createTestDatabase()
  await commitTable(db.register, session, nationalTable(9)) // three households of three
})
afterEach(() => db.drop())

const listed = (i: number, extra: Partial<MappedRow> = {}): MappedRow => ({ row: i + 2, idNumber: syntheticId(i), name: nationalRow(i).name!, person: {}, household: {}, other: {}, unknown: {}, ...extra })
const aid = { layout: 'delivery', source: '民政局', delivery: { measures: ['aid'], period: '2018' as Period, places: ['211322'] } } as const
const take = (rows: readonly MappedRow[], header: Parameters<typeof mappedTable>[1] = {}) => commitTable(db.register, session, mappedTable(rows, { ...aid, ...header }))
/** Numbers of the persons that the snapshot would call helped, and of those it would call perhaps helped. */
async function standing(): Promise<{ helped: number[]; perhaps: number[] }> {
  const read = async (view: string, column: string): Promise<number[]> => inScope(db.register, session, async (tx: ScopedClient) => {
    const { rows } = await tx.query<{ id: string }>(`select distinct n.value as id from register.${view} x join register.external_number n on n.subject_id = x.${column} and n.kind = 'identity'`)
    return rows.map((row) => Array.from({ length: 9 }, (_, i) => syntheticId(i)).indexOf(row.id)).sort()
  })
  return { helped: await read('delivery_in_force', 'subject_id'), perhaps: await read('unmatched_open', 'candidate_id') }
}

test('a row marked as ended is no help given, and its person is no one without help either', async () => {
  const outcome = await take([listed(0), listed(3, { ended: true })])
  expect(outcome).toMatchObject({ deliveries: 1, unmatched: 1, rejected: 0 })
  expect(await standing()).toEqual({ helped: [0], perhaps: [3] })
})

test('a row of which the list says that the help was not given is neither help nor a doubt, found or not', async () => {
  const outcome = await take([listed(0), listed(3, { notGiven: true }), { row: 60, name: nationalRow(6).name!, place: nationalRow(6).place!, person: {}, household: {}, other: {}, unknown: {}, notGiven: true }])
  expect(outcome).toMatchObject({ deliveries: 1, unmatched: 0, rejected: 0 })
  expect(await standing()).toEqual({ helped: [0], perhaps: [] })
})

test('a wrong number under a mistyped name still says whose row it may be, and a stranger\'s says nobody', async () => {
  const at = (i: number, rest: Partial<MappedRow>): MappedRow => ({ row: i + 70, place: nationalRow(i).place!, person: {}, household: {}, other: {}, unknown: {}, ...rest })
  const digit = (id: string, k: number): string => `${id.slice(0, k)}${(Number(id[k]) + 1) % 10}${id.slice(k + 1)}`
  await take([
    at(0, { name: '某另名', idHint: digit(syntheticId(0), 16) }), at(3, { name: '某另名', idHint: digit(syntheticId(3), 9) }), at(6, { name: '某另名', idHint: `${syntheticId(6).slice(0, 15)}000` }),
    at(1, { name: `${nationalRow(1).name!.slice(0, 1)}又一名`, idNumber: digit(syntheticId(1), 16) }), at(2, { name: '某另名', idNumber: digit(syntheticId(2), 16) }), at(4, { name: '某另名', idNumber: '219901190101010015' }),
  ])
  expect(await standing()).toEqual({ helped: [], perhaps: [0, 1, 3, 6] })
})

test('the head\'s number under the mistyped name of a member leaves both in doubt; a slip in his own name, or an earlier name, does not', async () => {
  await commitTable(db.register, session, mappedTable([{ ...nationalRow(1), name: '慕容某雪', person: { ...nationalRow(1).person, name: '慕容某雪' } }], { asOf: '2019-12-31' as PlainDate }))
  await take([listed(0, { name: '慕容某血' }), listed(3, { name: '某从前名' }), listed(6, { name: `${nationalRow(6).name!.slice(0, -1)}某` })])
  expect(await standing()).toEqual({ helped: [3, 6], perhaps: [0, 1] })
})

test('a row without a number whose name nobody there has may be about those whose names differ in one character', async () => {
  const name = nationalRow(0).name!
  await take([{ row: 90, name: `${name.slice(0, -1)}某`, place: nationalRow(0).place!, person: {}, household: {}, other: {}, unknown: {} }])
  expect((await standing()).perhaps).toContain(0)
})

test('of somebody on a complete list with a mark the list states neither the fact nor its absence', async () => {
  const dibao = { layout: 'dibao', complete: { places: ['211322'] } } as const
  await commitTable(db.register, session, mappedTable([listed(0, { person: { on_dibao: 'true' } }), listed(3, { person: { on_dibao: 'true' }, ended: true })], { ...dibao, source: '民政局' }))
  const rows = await inScope(db.register, session, async (tx) => (await tx.query<{ id: string; on_dibao: boolean | null }>(`select s.id_number as id, c.on_dibao from register.person_current c join register.person_search s using (person_id) where s.id_number = any($1)`, [[0, 3, 6].map(syntheticId)])).rows)
  expect(Object.fromEntries(rows.map((r) => [r.id, r.on_dibao]))).toMatchObject({ [syntheticId(0)]: true, [syntheticId(6)]: false })
  expect(rows.find((r) => r.id === syntheticId(3))!.on_dibao).not.toBe(true)
})

test('money taken back that leaves nothing makes the person doubtful; a correction that leaves something does not', async () => {
  await take([listed(0, { amountFen: '10000' }), listed(0, { row: 50, amountFen: '-10000' }), listed(3, { amountFen: '10000' }), listed(3, { row: 51, amountFen: '-2000' }), listed(6, { amountFen: '0' })])
  expect(await standing()).toEqual({ helped: [3, 6], perhaps: [0] })
})

test('a row that counts a whole household covers its members; one that counts fewer, or does not count, perhaps does', async () => {
  await take([listed(0, { members: 3, amountFen: '93000' }), listed(3, { members: 2 }), listed(6, { members: 1 })])
  expect(await standing()).toEqual({ helped: [0, 1, 2, 3, 6], perhaps: [4, 5] })
  const [sum] = await inScope(db.register, session, async (tx) => (await tx.query<{ fen: string }>('select sum(amount_fen) as fen from register.delivery')).rows)
  expect(sum).toEqual({ fen: '93000' })
})

test('when the head of such a row is not found for certain, his whole household is perhaps covered', async () => {
  const { idNumber: _, ...unnumbered } = listed(0, { members: 0, place: nationalRow(0).place! })
  await take([unnumbered])
  const { helped, perhaps } = await standing()
  expect(helped).toEqual([])
  expect(perhaps).toEqual(expect.arrayContaining([0, 1, 2]))
})

test('whom only the earlier of two lists of one office and period names perhaps has the help still', async () => {
  await take([listed(0), listed(3)], { sha256: 'part one' })
  await take([listed(3), listed(6)], { sha256: 'part two' })
  expect(await standing()).toEqual({ helped: [3, 6], perhaps: [0] })
  await take([listed(6)], { sha256: 'part three' })
  expect(await standing()).toEqual({ helped: [6], perhaps: [0, 3] })
})

test('a person whom only the earlier list names is found with the list and the row where he stands', async () => {
  const first = await take([listed(0), listed(3)], { sha256: 'part one' })
  await take([listed(3)], { sha256: 'part two' })
  const rows = await inScope(db.register, session, async (tx) => (await tx.query('select list_row, earlier_list, earlier_row from register.unmatched_open')).rows)
  expect(rows).toEqual([{ list_row: -1, earlier_list: first.listId, earlier_row: listed(0).row }])
})

test('a list on several sheets names the sheet of a row that is refused', async () => {
  const rows = [listed(0, { row: listRowOf(0, 5) }), listed(3, { row: listRowOf(1, 5), place: '211481100201', idNumber: syntheticId(500) })]
  const outcome = await take(rows, { sheetNames: ['东镇', '西乡'], sheetName: '东镇' })
  expect(outcome).toMatchObject({ taken: 1, rejected: 1 })
  expect(outcome.problems.map((p) => [p.code, p.details['sheet'], p.details['row']])).toEqual([['register/row-outside-scope', '西乡', 5]])
})

test('a row with neither number nor name may be about anybody of its township: there the list covers nobody', async () => {
  const { idNumber: _i, name: _n, ...nameless } = listed(0, { unknown: { idNumber: 'refused' } })
  const covered = async (): Promise<string[]> => inScope(db.register, session, async (tx) => (await tx.query<{ place: string }>('select place from register.coverage order by place')).rows.map((r) => r.place))
  const townships = [['211322100', '甲镇'], ['211322101', '乙镇']] as const
  await loadPlaces(db.register, systemSession, [{ place: '21', name: '省', level: 'province' }, { place: '2113', name: '市', level: 'city', parent: '21' }, { place: '211322', name: '县', level: 'county', parent: '2113' }, ...townships.map(([place, name]) => ({ place, name, level: 'township' as const, parent: '211322' }))], { authority: '测试', requestId: 'places' })
  await take([listed(3), { ...nameless, place: '211322100' }])
  expect(await covered()).toEqual(['211322101'])
})

test('one such row without a place leaves the whole list without coverage', async () => {
  const { idNumber: _i, name: _n, place: _p, ...nameless } = listed(0, { unknown: { idNumber: 'refused' } })
  await take([listed(3), nameless])
  expect(await inScope(db.register, session, async (tx) => (await tx.query('select from register.coverage')).rowCount)).toBe(0)
})
