/** A seeded snapshot of any size, made inside DuckDB from row numbers and hashes. For speed only: nobody in it resembles anybody. */
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { snapshotTables, type SnapshotTable } from '@bangfu/kernel'
import { openDuckDb, quoteName, writeParquet } from '@bangfu/stages'

/** Whole number from 0 to n-1, fixed by seed, row and salt. */
const draw = (salt: string, n: number): string => `CAST(hash($seed, '${salt}', i) % ${n} AS INTEGER)`
/** The value, or NULL for `percent` of the rows. */
const unknownFor = (percent: number, salt: string, value: string): string => `CASE WHEN ${draw(`?${salt}`, 100)} >= ${percent} THEN ${value} END`
const pick = (salt: string, values: readonly string[]): string => `[${values.map((v) => `'${v}'`).join(', ')}][${draw(salt, values.length)} + 1]`
const id = (prefix: number, i: string): string => `printf('%08x-000${prefix}-7000-8000-%012x', ${i}, ${i})`

/** Villages 2113.. by the dozen counties; a household has three members. */
const place = (household: string): string => `printf('2113%02d%03d%03d', ${household} // 1 % 12 + 1, ${household} // 12 % 20 + 1, ${household} // 240 % 15 + 1)`

function sources(people: number): Partial<Record<SnapshotTable, string>> {
  const households = Math.ceil(people / 3)
  return {
    persons: `SELECT ${id(1, 'i')} AS person_id, ${id(2, 'i // 3')} AS household_id, ${place('(i // 3)')} AS place, '甲' || i AS name, ${pick('sex', ['1', '2'])} AS sex,
      ${unknownFor(2, 'birth', `DATE '1935-01-01' + ${draw('birth', 30000)}`)} AS birth_date, ${unknownFor(2, 'birth', `CAST(2017 - year(DATE '1935-01-01' + ${draw('birth', 30000)}) AS DECIMAL(18,0))`)} AS age,
      ${unknownFor(4, 'enrolled', `${draw('enrolled', 10)} > 0`)} AS enrolled, CASE WHEN ${draw('ill', 50)} = 0 THEN ['3'] ELSE ['1'] END AS health, CASE WHEN ${draw('ill', 50)} = 0 THEN ${unknownFor(10, 'disease', pick('disease', ['3', '7', '10', '99']))} END AS disease,
      ${unknownFor(1, 'certificate', `${draw('disabled', 15)} = 0`)} AS disability_certificate, CASE WHEN ${draw('disabled', 15)} = 0 THEN ${unknownFor(10, 'grade', pick('grade', ['1', '2', '3', '4']))} END AS disability_grade,
      ${pick('work', ['1', '2', '3', '4'])} AS work_place, CAST(${draw('months', 13)} AS DECIMAL(18,0)) AS work_months, CASE WHEN ${draw('contract', 12)} = 0 THEN DATE '2014-01-01' + ${draw('start', 1600)} END AS contract_start,
      ${draw('post', 30)} = 0 AS welfare_post, ${unknownFor(3, 'pension', `${draw('pension', 5)} > 0`)} AS resident_pension, ${unknownFor(2, 'dibao', `${draw('dibao', 4)} = 0`)} AS on_dibao, ${draw('tekun', 40)} = 0 AS on_tekun,
      ${pick('life', ['1', '1', '1', '1', '1', '1', '1', '1', '4', '2'])} AS life_status, 'L0' AS source_list FROM range(${people}) r(i)`,
    households: `SELECT ${id(2, 'i')} AS household_id, 'H' || i AS household_no, '户主' || i AS head_name, ${place('i')} AS place, CAST(3 AS DECIMAL(18,0)) AS member_count, ${pick('status', ['0', '0', '1', '1', '1', '2', '3'])} AS poverty_status,
      ${unknownFor(3, 'income', `CAST(${draw('income', 900000)} / 100 AS DECIMAL(18,2))`)} AS income_per_head, ${unknownFor(8, 'grade', pick('house', ['A', 'A', 'B', 'B', 'C', 'D']))} AS house_grade, ${unknownFor(5, 'water', `${draw('water', 12)} > 0`)} AS water_safe, 'L0' AS source_list
      FROM range(${households}) r(i)`,
    villages: `SELECT ${id(3, 'i')} AS village_id, ${place('i')} AS place, ${draw('poor', 4)} = 0 AS poor_village, ${unknownFor(10, 'plaza', `${draw('plaza', 2)} = 0`)} AS plaza_meets_standard, ${draw('key', 3)} = 0 AS key_county, 'L0' AS source_list FROM range(3600) r(i)`,
    facilities: `SELECT ${id(4, 'i')} AS facility_id, left(${place('i')}, 9) AS place, 'clinic' AS kind, '卫生院' || i AS facility_name, ${unknownFor(5, 'standard', `${draw('standard', 3)} > 0`)} AS meets_standard, true AS run_by_government, 'L0' AS source_list FROM range(240) r(i)`,
    lists: `SELECT 'L' || i AS list_id, 'bench' AS kind, '名单' || i AS title, '部门' AS source, DATE '2018-06-30' AS as_of, 'x' AS sha256, 1 AS row_count FROM range(11) r(i)`,
    deliveries: `SELECT 'd' || i || '-' || k AS delivery_id, 'm' || k AS measure, CASE WHEN k < 8 THEN ${id(1, 'i')} ELSE ${id(2, 'i // 3')} END AS subject_id, '2018' AS period, 10000 AS amount_fen, 'L' || k AS list_id, i AS list_row
      FROM range(${people}) r(i), range(1, 10) m(k) WHERE hash($seed, 'given', i, k) % 40 = 0 AND (k < 8 OR i % 3 = 0)`,
    coverage: `SELECT 'm' || k AS measure, printf('2113%02d', c) AS place, '2018' AS period, 'L' || k AS list_id FROM range(1, 11) m(k), range(1, 11) d(c)`,
    unmatched: `SELECT 'L2' AS list_id, 900000 + i AS list_row, 'm2' AS measure, '2018' AS period, ${place('(i // 3)')} AS place, CASE WHEN i % 3 = 0 THEN NULL ELSE ${id(1, 'i')} END AS candidate_id, '姓名相近' AS reason FROM range(${Math.ceil(people / 500)}) r(i)`,
  }
}

export async function generateSnapshot(folder: string, people: number, seed = 20180630): Promise<void> {
  mkdirSync(folder, { recursive: true })
  const database = await openDuckDb({ memoryLimitMb: 600, threads: 2, tempDir: join(folder, 'spill') })
  const given = sources(people)
  for (const [table, columns] of Object.entries(snapshotTables)) {
    const source = given[table as SnapshotTable] ?? 'SELECT 1 AS nothing WHERE false'
    const named = new Set((await database.all<{ column_name: string }>(`SELECT column_name FROM (DESCRIBE ${source.replaceAll('$seed', '0')})`)).map((c) => c.column_name))
    const list = columns.map((c) => `CAST(${named.has(c.name) ? quoteName(c.name) : 'NULL'} AS ${c.type}) AS ${quoteName(c.name)}`).join(', ')
    await writeParquet(database, `SELECT ${list} FROM (${source.replaceAll('$seed', String(seed))}) ORDER BY 1`, join(folder, `${table}.parquet`))
  }
  database.close()
  writeFileSync(join(folder, 'manifest.json'), JSON.stringify({ format: 'bangfu.snapshot/1', id: `bench-${people}`, asOf: '2018-06-30', recordedUntil: '2018-06-30T23:59:59Z', hash: `bench-${people}-${seed}`, tables: {} }))
}
