/** Foreign files committed into a real database: what stands there afterwards is what a second reader counts in the file. */
import { createHash } from 'node:crypto'
import { parsePeriod, parsePlainDate } from '@bangfu/kernel'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { commitTable } from '../../commit/commit-table.ts'
import { inScope, systemSession } from '../../session/session.ts'
import { createTestDatabase, type TestDatabase } from '../../testing.ts'
import { mapSheet } from '../mapping/map-sheet.ts'
import { foreignFiles, liaoningPlaces, type ForeignFile } from './foreign-files.ts'
import { plainIdentity, plainSheet, plainText, type PlainRow } from './independent-reader.ts'

const files = new Map((await foreignFiles()).map((file) => [file.file, file]))
const places = liaoningPlaces()
const session = { ...systemSession, place: '211322' }
let db: TestDatabase
beforeAll(async () => { db = await createTestDatabase() })
afterAll(() => db.drop())

const read = <T extends Record<string, unknown>>(sql: string, values: unknown[] = []): Promise<T[]> => inScope(db.register, session, async (tx) => (await tx.query<T>(sql, values)).rows)
const checksum = (ids: readonly string[]): string => createHash('sha256').update([...ids].sort().join('\n')).digest('hex')

async function commit(file: ForeignFile, measure?: string) {
  const table = mapSheet(file.raw[0]!, { source: '测试', asOf: parsePlainDate('2018-12-31'), places, ...(measure ? { measures: [measure], period: parsePeriod('2018'), covers: ['211322'] } : {}) })
  return commitTable(db.register, session, table)
}

/** Valid numbers in the identity column, as the dumb reader finds them. */
function plainIds(rows: readonly PlainRow[], column: string): string[] {
  return rows.flatMap((row) => plainIdentity(row.get(column)) ?? [])
}

/** Numbers of the persons of whom the list made statements. */
async function statedIds(listId: string): Promise<string[]> {
  const rows = await read<{ id: string }>("select n.value as id from register.person_statement s join register.external_number n on n.subject_id = s.person_id and n.kind = 'identity' where s.list_id = $1", [listId])
  return rows.map((row) => row.id)
}

test.each([
  ['national-persons-2022.xlsx', '已脱贫人口名单'], ['national-persons-merged.xlsx', '贫困人口'], ['national-persons-formulas.xlsx', '人口'], ['national-persons-sxssf.xlsx', '导出'],
])('%s: the persons in the register are those whose numbers stand in the file', async (name, sheet) => {
  const file = files.get(name)!
  const outcome = await commit(file)
  const ids = plainIds(plainSheet(file.bytes, sheet), file.sheets[0]!.columns.idNumber!)
  expect({ rows: outcome.rows, taken: outcome.taken, problems: outcome.problems }).toEqual({ rows: ids.length, taken: ids.length, problems: [] })
  expect(checksum(await statedIds(outcome.listId))).toBe(checksum(ids))
  expect(await commit(file)).toMatchObject({ sameAsBefore: true, listId: outcome.listId })
})

test('national-persons-formulas.xlsx: months of work in the register add up to the column', async () => {
  const file = files.get('national-persons-formulas.xlsx')!
  const { listId } = await commit(file)
  const column = file.sheets[0]!.columns['person.work_months']!
  const sum = plainSheet(file.bytes, '人口').reduce((total, row) => total + (Number(row.get(column)) || 0), 0)
  expect(await read('select sum(work_months)::int as sum from register.person_statement where list_id = $1', [listId])).toEqual([{ sum }])
})

/** Fen of the list in the register: what was delivered, and what stands in rows that match nobody for certain. */
async function committedFen(listId: string): Promise<number> {
  const [row] = await read<{ fen: string }>(`select (select coalesce(sum(amount_fen), 0) from register.delivery where list_id = $1)
    + (select coalesce(sum(amount_fen), 0) from (select distinct list_row, amount_fen from register.unmatched where list_id = $1) u) as fen`, [listId])
  return Number(row!.fen)
}

test.each([
  ['pension-semicolon.csv', 1], ['disease-utf16.txt', 1], ['dibao-rounded.xlsx', 1], ['job-subsidies-1904.xlsx', 1], ['disability-subsidies-poi.xlsx', 1], ['houses.xlsx', 10_000],
] as const)('%s: deliveries and rows that match nobody are all the rows, with all the money', async (name, unit) => {
  const file = files.get(name)!
  const { sheet, columns } = file.sheets[0]!
  const rows = (name.endsWith('.xlsx') ? plainSheet(file.bytes, sheet) : name.startsWith('pension') ? plainText(file.bytes, 'utf-8', ';') : plainText(file.bytes, 'utf-16le', '\t'))
    .filter((row) => row.size > 3 && row.has(columns.name!) && !/合\s*计|姓名/.test([...row.values()].join()))
  const outcome = await commit(file, `test.${name}`)
  expect(outcome.rows).toBe(rows.length)
  expect(outcome.deliveries + outcome.unmatched).toBe(rows.length)
  // A thousands sign in the wrong place is no amount.
  const yuan = rows.map((row) => (row.get(columns.amount!) ?? '').replace(/^\d,\d\d$/, '')).reduce((total, text) => total + Number(text.replaceAll(',', '')), 0)
  expect(await committedFen(outcome.listId)).toBe(Math.round(yuan * unit * 100))
})

test.each([
  ['villages.xlsx', 'village'], ['clinics.xlsx', 'facility'],
] as const)('%s: each thing of the file is one thing of the register', async (name, entity) => {
  const file = files.get(name)!
  const { sheet, columns } = file.sheets[0]!
  const names = plainSheet(file.bytes, sheet).flatMap((row) => (row.size > 3 ? row.get(columns['facility.facility_name'] ?? columns.village!) ?? [] : [])).filter((text) => !/名称/.test(text))
  const { listId } = await commit(file)
  expect(await read(`select count(*)::int as n from register.${entity}_statement where list_id = $1`, [listId])).toEqual([{ n: names.length }])
})
