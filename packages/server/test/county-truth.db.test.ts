/**
 * The whole way on a synthetic county: its offices' files in, determinations out, compared with the truth that the demo decided by hand.
 * Nothing here may be told to the program but the files and the choices of an officer.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { parsePlainDate, type DivisionCode } from '@bangfu/kernel'
import { writeCountyFiles, type CountyFiles, type TruthRow } from '@bangfu/demo'
import { runMeasures } from '@bangfu/measures'
import { loadPack } from '@bangfu/plan'
import { inScope, listActors, openSession, writeSnapshot } from '@bangfu/register'
import { createTestDatabase, type TestDatabase } from '@bangfu/register/testing'
import { openDuckDb } from '@bangfu/stages'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { seedCounty } from '../src/launch/seed-county.ts'
import { importCounty, type ImportedStep } from './import-county.ts'

const county = '211322' as DivisionCode
const asOf = parsePlainDate('2018-10-31')
const packs = fileURLToPath(new URL('../../../packs/liaoning-2018-2020', import.meta.url))
const folder = mkdtempSync(join(tmpdir(), 'bangfu-truth-'))
let db: TestDatabase
let files: CountyFiles
let imported: readonly ImportedStep[]
/** measure|subject → eligible|delivered, as the run stored it. */
const found = new Map<string, string>()

async function readDeterminations(): Promise<void> {
  const duck = await openDuckDb({ memoryLimitMb: 300, threads: 2, tempDir: join(folder, 'duck') })
  const rows = await duck.all<{ measure: string; subject: string; answer: string }>(`
    SELECT d.measure, coalesce(p.id_number, h.household_no, v.place, f.facility_name) AS subject, d.eligible || '|' || d.delivered AS answer
    FROM read_parquet('${folder}/run/determinations/*.parquet') d
    LEFT JOIN read_csv('${folder}/numbers.csv', header = false, columns = {'id': 'VARCHAR', 'id_number': 'VARCHAR'}) p ON p.id = d.subject_id
    LEFT JOIN read_parquet('${folder}/snapshot/households.parquet') h ON d.unit = 'household' AND h.household_id = d.subject_id
    LEFT JOIN read_parquet('${folder}/snapshot/villages.parquet') v ON d.unit = 'village' AND v.village_id = d.subject_id
    LEFT JOIN read_parquet('${folder}/snapshot/facilities.parquet') f ON d.unit = 'facility' AND f.facility_id = d.subject_id`)
  for (const row of rows) found.set(`${row.measure}|${row.subject}`, row.answer)
  duck.close()
}

beforeAll(async () => {
  files = await writeCountyFiles({ seed: 2018, county, people: 3000, asOf, townships: 4, folder: join(folder, 'files'), format: 'xlsx' })
  db = await createTestDatabase()
  await seedCounty(db.register, county)
  const office = (await listActors(db.register)).find((a) => a.role === 'county-office')!
  const session = await openSession(db.register, office.actorId)
  imported = await importCounty(db.register, session, files.folder, county)
  await inScope(db.register, session, async (tx) => {
    await writeSnapshot(tx.connection, { asOf, dir: join(folder, 'snapshot') })
    const { rows } = await tx.query<{ subject_id: string; value: string }>(`select subject_id, value from register.external_number where kind = 'identity'`)
    const { writeFileSync } = await import('node:fs')
    writeFileSync(`${folder}/numbers.csv`, rows.map((r) => `${r.subject_id},${r.value}`).join('\n'))
  })
  await runMeasures({ pack: loadPack(packs, { overlay: 'demo' }), snapshotDir: join(folder, 'snapshot'), outDir: join(folder, 'run'), asOf, programVersion: 'test' })
  await readDeterminations()
}, 180_000)
afterAll(async () => {
  await db?.drop()
  rmSync(folder, { recursive: true, force: true })
})

const delivered = { yes: 'yes', no: 'no', possible: 'possible-match', 'no-list': 'no-list' } as const
const expected = (row: TruthRow): string => `${row.eligible === undefined ? 'undetermined' : row.eligible ? 'yes' : 'no'}|${delivered[row.delivered]}`

describe('a synthetic county through the whole way', () => {
  test('no row of any file is lost', () => {
    for (const { step, table, outcome } of imported) {
      expect({ file: step.fileName, rejected: table.rejected.length, refused: outcome.problems.length }).toEqual({ file: step.fileName, rejected: 0, refused: 0 })
    }
  })

  test('every planted case is found exactly, measure by measure and kind by kind', () => {
    const table = new Map<string, { right: number; wrong: number; sample: string }>()
    for (const row of files.truth) {
      const key = `${row.measure} · ${row.plant} · ${expected(row)}`
      const line = table.get(key) ?? { right: 0, wrong: 0, sample: '' }
      const answer = found.get(`${row.measure}|${row.subject}`) ?? 'nothing'
      if (answer === expected(row)) line.right += 1
      else { line.wrong += 1; line.sample = answer }
      table.set(key, line)
    }
    const lines = [...table].sort().map(([key, l]) => `${String(l.right).padStart(6)} right ${String(l.wrong).padStart(5)} wrong  ${key}${l.wrong ? `  (e.g. ${l.sample})` : ''}`)
    process.stdout.write(`${lines.join('\n')}\n`)
    expect([...table].filter(([, l]) => l.wrong > 0).map(([key, l]) => `${key}: ${l.wrong} wrong, e.g. ${l.sample}`)).toEqual([])
  })

  test('nobody is owed or suspected beyond the planted truth', () => {
    const told = new Set(files.truth.map((row) => row.measure))
    const truth = new Map(files.truth.map((row) => [`${row.measure}|${row.subject}`, expected(row)]))
    const beyond = [...found].filter(([key, answer]) => told.has(key.split('|')[0] as TruthRow['measure']) && (answer === 'yes|no' || answer === 'no|yes') && truth.get(key) !== answer)
    expect(beyond.map(([key, answer]) => `${key.split('|')[0]}: ${answer}`)).toEqual([])
  })
})
