/**
 * From a file to committed rows with history: a county's csv lists beside raw COPY of the same rows, then the same persons as .xlsx
 * beside the reader's bare parse. Run: node bench/commit.bench.ts [people] [people of the workbook]; with STEPS=8 the
 * eight dearest statements of each list are named. Figures are processor time of this process and the server; the clock stands in brackets.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Readable } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import { writeCountyFiles, type CountyFiles, type ImportStep } from '@bangfu/demo'
import { parseDivisionCode, parsePlainDate } from '@bangfu/kernel'
import { commitTable, systemSession } from '@bangfu/register'
import { readXlsx } from 'hucre/xlsx'
import type pg from 'pg'
import { from as copyFrom, to as copyTo } from 'pg-copy-streams'
import { countyPlaces, mapStep } from '../packages/server/test/import-county.ts'
import { startBenchServer, type BenchDatabase } from './bench-database.ts'
import { spent, type Spent } from './processor-time.ts'
import { watchStatements } from './watch-statements.ts'

const people = Number(process.argv[2] ?? 240_000)
const bookPeople = Number(process.argv[3] ?? Math.min(people, 100_000))
const county = parseDivisionCode('211322')
const session = { ...systemSession, place: county }
const places = countyPlaces(county)
const text = ({ seconds, processor }: Spent): string => `${processor.toFixed(2)} s (${seconds.toFixed(2)} s by the clock)`
const ratio = (a: Spent, b: Spent): string => `${(a.processor / b.processor).toFixed(3)} × (${(a.seconds / b.seconds).toFixed(3)} by the clock)`
const whole = (n: number): string => Math.round(n).toLocaleString('en')

interface Imported { readonly rows: number; readonly reading: Spent; readonly committing: Spent }

const plus = (a: Spent, b: Spent): Spent => ({ seconds: a.seconds + b.seconds, processor: a.processor + b.processor })
const better = (a: Spent, b: Spent): Spent => ({ seconds: Math.min(a.seconds, b.seconds), processor: Math.min(a.processor, b.processor) })
const nothing: Spent = { seconds: 0, processor: 0 }

/** One list as an officer imports it: read, map, commit as one action. */
async function importStep({ register, admin }: BenchDatabase, folder: string, step: ImportStep): Promise<Imported> {
  const [table, reading] = await spent(admin, () => mapStep(folder, step, places))
  const [outcome, committing] = await spent(admin, () => commitTable(register, session, table))
  if (outcome.taken === 0) throw new Error(`${step.fileName}: nothing was taken`)
  return { rows: outcome.rows, reading, committing }
}

const copyCell = (cell: string): string => cell.replaceAll('\\', '\\\\').replaceAll('\t', '\\t').replaceAll('\n', '\\n').replaceAll('\r', '\\r')

/** The anchor: the same cells, ready as text, by COPY into a plain logged table of text columns. The better of two. */
async function rawCopy(admin: pg.Client, folder: string, step: ImportStep): Promise<Spent> {
  const text = readFileSync(join(folder, step.fileName), 'utf8').replace(/^\ufeff/, '')
  const lines = text.split('\r\n').filter((line) => line !== '').map((line) => splitLine(line).map(copyCell))
  const width = lines.reduce((most, line) => Math.max(most, line.length), 0)
  const pieces: Buffer[] = []
  for (let i = 0; i < lines.length; i += 1000) pieces.push(Buffer.from(lines.slice(i, i + 1000).map((line) => `${[...line, ...Array.from({ length: width - line.length }, () => '')].join('\t')}\n`).join('')))
  const once = async (): Promise<Spent> => {
    await admin.query(`create table plain (${Array.from({ length: width }, (_, i) => `c${i} text`).join(', ')})`)
    const [, took] = await spent(admin, () => pipeline(Readable.from(pieces), admin.query(copyFrom('copy plain from stdin'))))
    await admin.query('drop table plain')
    return took
  }
  return better(await once(), await once())
}

/** The floor under any import: the very rows that it left behind, by COPY into tables with the same columns, keys and indexes, without finding, folding or deciding anything. */
async function copyOfCommitted(admin: pg.Client): Promise<{ readonly rows: number; readonly took: Spent }> {
  const tables = (await admin.query<{ name: string }>(`select relname as name from pg_class where relnamespace = 'register'::regnamespace and relkind = 'r' and relname <> 'place' and not starts_with(relname, 'place_') order by relname`)).rows
  await admin.query('drop schema if exists floor cascade; create schema floor')
  let [rows, took] = [0, nothing]
  for (const { name } of tables) {
    const pieces: Buffer[] = []
    for await (const piece of admin.query(copyTo(`copy register."${name}" to stdout (format binary)`))) pieces.push(piece as Buffer)
    await admin.query(`create table floor."${name}" (like register."${name}" including all)`)
    const into = admin.query(copyFrom(`copy floor."${name}" from stdin (format binary)`))
    const [, one] = await spent(admin, () => pipeline(Readable.from(pieces), into))
    rows += into.rowCount ?? 0
    took = plus(took, one)
  }
  await admin.query('drop schema floor cascade')
  return { rows, took }
}

function splitLine(line: string): readonly string[] {
  if (!line.includes('"')) return line.split(',')
  return [...line.matchAll(/(?:^|,)(?:"((?:[^"]|"")*)"|([^,]*))/g)].map((m) => m[1]?.replaceAll('""', '"') ?? m[2] ?? '')
}

async function makeFiles(format: 'csv' | 'xlsx', n: number): Promise<CountyFiles> {
  return writeCountyFiles({ county, people: n, seed: 7, asOf: parsePlainDate('2018-06-30'), folder: mkdtempSync(join(tmpdir(), 'bangfu-bench-files-')), format })
}

const server = await startBenchServer()
const folders: string[] = []
try {
  const files = await makeFiles('csv', people)
  folders.push(files.folder)
  const db = await server.openDatabase('bench_csv')
  const watch = process.env['STEPS'] ? watchStatements(db.register) : undefined
  console.log(`csv lists of a county of ${whole(files.people)} people, read, mapped and committed with history`)
  let all = { rows: 0, ours: nothing, anchor: nothing }
  for (const step of files.steps) {
    const before = await rawCopy(db.admin, files.folder, step)
    const { rows, reading, committing } = await importStep(db, files.folder, step)
    const anchor = better(before, await rawCopy(db.admin, files.folder, step))
    const ours = plus(reading, committing)
    all = { rows: all.rows + rows, ours: plus(all.ours, ours), anchor: plus(all.anchor, anchor) }
    console.log(`  ${step.layout.padEnd(19)} ${whole(rows).padStart(8)} rows: read and map ${text(reading)} + commit ${text(committing)}; COPY ${text(anchor)}; ours ÷ COPY ${ratio(anchor, ours)}`)
    watch?.report()
    if (step === files.steps[0]) {
      const floor = await copyOfCommitted(db.admin)
      console.log(`    COPY of the ${whole(floor.rows)} rows that this list left in the register, with their indexes: ${text(floor.took)}; ours ÷ that ${ratio(floor.took, ours)}`)
    }
  }
  console.log(`  all ${files.steps.length} lists ${whole(all.rows)} rows: ${text(all.ours)}; COPY ${text(all.anchor)}; ours ÷ COPY ${ratio(all.anchor, all.ours)} (aim ≥ 0.15)`)
  await db.close()

  const books = await makeFiles('xlsx', bookPeople)
  folders.push(books.folder)
  const fresh = await server.openDatabase('bench_xlsx')
  const step = books.steps[0]!
  const bytes = readFileSync(join(books.folder, step.fileName))
  const bare = async (): Promise<Spent> => (await spent(fresh.admin, () => readXlsx(bytes)))[1]
  const first = await bare()
  const { rows, reading, committing } = await importStep(fresh, books.folder, step)
  const anchor = better(first, await bare())
  console.log(`xlsx of ${whole(rows)} persons: read and map ${text(reading)} + commit ${text(committing)}; bare parse ${text(anchor)}; ours ÷ bare parse ${ratio(plus(reading, committing), anchor)} (aim ≤ 2)`)
  await fresh.close()
} finally {
  await server.stop()
  for (const folder of folders) rmSync(folder, { recursive: true, force: true })
}
