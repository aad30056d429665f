/**
 * The ten rules of the bench written by hand in plain SQL: answer, delivery and amount to Parquet, lists to CSV. The anchor that a run is
 * compared with. Amounts are divided in whole fen: DuckDB's own division is a float, and one in four thousand would be a fen short.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDuckDb, readParquetSql, type Database } from '@bangfu/stages'

const living = "s.life_status IN ('1', '4')"
const stillPoor = "h.poverty_status IN ('0', '2', '3')"
const person = 'persons s JOIN households h ON h.household_id = s.household_id'

interface Hand { readonly id: string; readonly key: string; readonly from: string; readonly when: string; readonly amount?: string }
const rules: readonly Hand[] = [
  { id: 'm1', key: 's.person_id', from: person, when: `${living} AND ${stillPoor} AND s.on_tekun = false AND h.income_per_head < 3850`, amount: '((CAST((3850 - h.income_per_head) * 100 AS BIGINT) * 2 + 12) // 24) * 0.01' },
  { id: 'm2', key: 's.person_id', from: 'persons s', when: `${living} AND s.disability_certificate AND s.disability_grade IN ('1', '2')`, amount: '80' },
  {
    id: 'm3', key: 's.person_id', amount: '80',
    from: `persons s LEFT JOIN (SELECT household_id, count(*) FILTER (WHERE on_dibao AND life_status IN ('1', '4')) AS holders, count(*) FILTER (WHERE (on_dibao AND life_status IN ('1', '4')) IS NULL) AS open FROM persons GROUP BY 1) f ON f.household_id = s.household_id`,
    when: `${living} AND s.disability_certificate AND (s.on_dibao OR CASE WHEN f.holders > 0 THEN true WHEN f.open > 0 THEN NULL ELSE false END)`,
  },
  { id: 'm4', key: 's.person_id', from: person, when: `${living} AND ${stillPoor} AND s.resident_pension AND s.age < 60`, amount: '100' },
  { id: 'm5', key: 's.person_id', from: person, when: `${living} AND ${stillPoor} AND s.age >= 16 AND s.work_months > 0 AND s.work_place IN ('1', '2') AND s.contract_start IS NOT NULL AND s.contract_start <= DATE '2018-06-30' AND s.welfare_post = false`, amount: 'round(1420.00 * 30 / 100, 2)' },
  { id: 'm6', key: 's.person_id', from: 'persons s', when: `${living} AND s.age >= 6 AND s.age < 15 AND s.enrolled = false` },
  { id: 'm7', key: 's.person_id', from: 'persons s', when: `${living} AND list_contains(s.health, '3') AND s.disease IN ('3', '7', '10')` },
  { id: 'm8', key: 's.household_id', from: `households s LEFT JOIN (SELECT household_id, bool_or(life_status IN ('1', '4')) AS alive FROM persons GROUP BY 1) f ON f.household_id = s.household_id`, when: "s.poverty_status IN ('0', '2', '3') AND s.house_grade = 'D' AND f.alive", amount: '20000' },
  { id: 'm9', key: 's.household_id', from: 'households s', when: 's.water_safe = false' },
  { id: 'm10', key: 's.village_id', from: 'villages s', when: 's.poor_village AND s.plaza_meets_standard = false' },
]

export async function runHandWritten(snapshot: string, out: string, memoryLimitMb: number): Promise<void> {
  mkdirSync(out, { recursive: true })
  const database = await openDuckDb({ memoryLimitMb, threads: 2, tempDir: join(out, 'spill') })
  for (const table of ['persons', 'households', 'villages', 'deliveries', 'coverage']) await database.run(`CREATE VIEW ${table} AS SELECT * FROM ${readParquetSql(join(snapshot, `${table}.parquet`))}`)
  for (const rule of rules) await runRule(database, rule, out)
  await database.run(`CREATE VIEW answers AS SELECT * FROM ${readParquetSql(join(out, '*.parquet'))}`)
  for (const [file, where] of [['owed', "eligible = 'yes' AND delivered = 'no'"], ['leads', "eligible = 'no' AND delivered = 'yes'"], ['verify', "eligible = 'undetermined'"]] as const) {
    await database.run(`COPY (SELECT * FROM answers WHERE ${where} ORDER BY left(place, 9), measure, subject_id) TO '${join(out, `${file}.csv`)}' (FORMAT csv, HEADER)`)
  }
  database.close()
}

async function runRule(database: Database, rule: Hand, out: string): Promise<void> {
  const subject = rule.id === 'm8' || rule.id === 'm9' ? 'household_id' : rule.id === 'm10' ? 'village_id' : 'person_id'
  await database.run(`COPY (
  SELECT '${rule.id}' AS measure, ${rule.key} AS subject_id, s.place, CASE (${rule.when}) WHEN true THEN 'yes' WHEN false THEN 'no' ELSE 'undetermined' END AS eligible,
    CASE WHEN d.subject_id IS NOT NULL THEN 'yes' WHEN c.place IS NOT NULL THEN 'no' ELSE 'no-list' END AS delivered, ${rule.amount ? `CASE WHEN ${rule.when} THEN ${rule.amount} END` : 'NULL'} AS amount
  FROM ${rule.from}
  LEFT JOIN (SELECT DISTINCT subject_id FROM deliveries WHERE measure = '${rule.id}' AND period LIKE '2018%') d ON d.subject_id = s.${subject}
  LEFT JOIN (SELECT DISTINCT place FROM coverage WHERE measure = '${rule.id}' AND period = '2018') c ON c.place = left(s.place, 6)
  ORDER BY subject_id
) TO '${join(out, `${rule.id}.parquet`)}' (FORMAT parquet, COMPRESSION zstd)`)
}
