/** Rows of a list of two measures: receipts and doubts are per measure, and nobody in doubt is left to be said to miss one. */
import type { Period } from '@bangfu/kernel'
import { afterEach, beforeEach, expect, test } from 'vitest'
import type { MappedRow } from '../mapped-table.ts'
import { inScope, systemSession } from '../session/session.ts'
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

const listed = (i: number, measures?: MappedRow['measures'], extra: Partial<MappedRow> = {}): MappedRow => ({ row: i + 2, idNumber: syntheticId(i), name: nationalRow(i).name!, person: {}, household: {}, other: {}, unknown: {}, ...(measures && { measures }), ...extra })
const take = (rows: readonly MappedRow[]) => commitTable(db.register, session, mappedTable(rows, { layout: 'delivery', source: '民政局', delivery: { measures: ['care', 'tea'], period: '2018' as Period, places: ['211322'] } }))
const read = <T>(sql: string): Promise<T[]> => inScope(db.register, session, async (tx) => (await tx.query(sql)).rows as T[])
async function standing(view: string, column: string): Promise<string[]> {
  const rows = await read<{ id: string; measure: string; fen: string | null }>(`select n.value as id, x.measure, x.amount_fen::text as fen from register.${view} x join register.external_number n on n.subject_id = x.${column} and n.kind = 'identity'`)
  return rows.map((row) => `${Array.from({ length: 9 }, (_, i) => syntheticId(i)).indexOf(row.id)} ${row.measure} ${row.fen ?? '-'}`).sort()
}
const yes = (amountFen?: string) => ({ given: 'yes', ...(amountFen && { amountFen }) }) as const
const [no, perhaps] = [{ given: 'no' }, { given: 'perhaps' }] as const

test('a row has the measures that it says, with their own amounts; what is in doubt is listed as perhaps', async () => {
  const outcome = await take([listed(0, { care: yes('100'), tea: no }, { amountFen: '900' }), listed(3, { care: perhaps, tea: yes() }, { amountFen: '900' }), listed(6, { care: yes('300'), tea: yes('400') }), listed(7, undefined, { amountFen: '50' })])
  expect(outcome.deliveries).toBe(6)
  expect(await standing('delivery_in_force', 'subject_id')).toEqual(['0 care 100', '3 tea -', '6 care 300', '6 tea 400', '7 care 50', '7 tea 50'])
  expect(await standing('unmatched_open', 'candidate_id')).toEqual(['3 care -'])
})

test('a row whose person is not certain leaves its candidates in doubt for every measure of the list, since one may stand in another\'s stead', async () => {
  await take([listed(0, { care: perhaps, tea: no }, { ended: true }), listed(3, { care: no, tea: yes('80') }, { ended: true })])
  expect(await standing('delivery_in_force', 'subject_id')).toEqual([])
  expect(await standing('unmatched_open', 'candidate_id')).toEqual(['0 care -', '0 tea -', '3 care -', '3 tea 80'])
})

test('members whom a row covers are in doubt with it', async () => {
  await take([listed(0, { care: perhaps, tea: yes('80') }, { members: 3 })])
  expect(await standing('delivery_in_force', 'subject_id')).toEqual(['0 tea 80', '1 tea -', '2 tea -'])
  expect(await standing('unmatched_open', 'candidate_id')).toEqual(['0 care -', '1 care -', '2 care -'])
})

test('a measure that no row has is not covered: nobody is said to miss it', async () => {
  await take([listed(0, { care: yes(), tea: no }), listed(3, { care: yes(), tea: no })])
  expect(await read('select measure from register.coverage')).toEqual([{ measure: 'care' }])
})

test('the same rows again change nothing', async () => {
  const rows = [listed(0, { care: yes(), tea: perhaps })]
  await take(rows)
  expect((await take(rows)).sameAsBefore).toBe(true)
  expect([(await standing('delivery_in_force', 'subject_id')).length, (await standing('unmatched_open', 'candidate_id')).length]).toEqual([1, 1])
})
