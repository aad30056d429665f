/**
 * A whole county through the program: files made, every list imported, frozen, run, published, and each answer compared with the demo's own truth.
 * Run: node bench/county.bench.ts [people] [folder to keep]. Prints minutes per step, where every row of every list went, and the truth kind by kind.
 */
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCountyFiles, type ImportStep } from '@bangfu/demo'
import { parseDivisionCode, parsePlainDate } from '@bangfu/kernel'
import { runMeasures } from '@bangfu/measures'
import { loadPack } from '@bangfu/plan'
import { commitTable, freezeRegister, inScope, listActors, openSession, publishRun, type ImportOutcome, type MappedTable } from '@bangfu/register'
import { seedCounty } from '../packages/server/src/launch/seed-county.ts'
import { countyPlaces, mapStep } from '../packages/server/test/import-county.ts'
import { startBenchServer } from './bench-database.ts'
import { accountRows } from './county/account-rows.ts'
import { compareTruth, type TruthComparison } from './county/compare-truth.ts'
import { spent, type Spent } from './processor-time.ts'

const people = Number(process.argv[2] ?? 240_000)
const folder = process.argv[3] ?? mkdtempSync(join(tmpdir(), 'bangfu-bench-county-'))
const county = parseDivisionCode('211322')
const asOf = parsePlainDate('2018-10-31')
const whole = (n: number): string => n.toLocaleString('en')
const minutes = ({ seconds, processor }: Spent): string => `${(seconds / 60).toFixed(2)} min (${processor.toFixed(0)} s of processor time)`

/** Lines of a csv file, counted without the importer; no cell of the demo's files holds a line break. */
const linesOf = (fileName: string): number => readFileSync(join(folder, 'files', fileName), 'utf8').split('\r\n').filter((line) => line !== '').length

interface Accounted { readonly lines: number; readonly otherLines: number; readonly lost: number }

/** Lines in = title, header, total and note lines + rows that the register can name again. */
function account(step: ImportStep, table: MappedTable, stored: number): Accounted {
  const lines = linesOf(step.fileName)
  const otherLines = table.accounted.title + table.accounted.header + table.accounted.total + table.accounted.note
  return { lines, otherLines, lost: lines - otherLines - stored }
}

function report(step: ImportStep, spentTime: readonly [Spent, Spent], { lines, otherLines, lost }: Accounted, table: MappedTable, outcome: ImportOutcome): void {
  const [mapping, committing] = spentTime
  console.log(`  ${step.fileName}: read ${minutes(mapping)}, commit ${minutes(committing)}`)
  console.log(`    ${whole(lines)} lines = ${otherLines} title and header + ${whole(lines - otherLines - lost)} rows found again + ${lost} lost; refused ${table.rejected.length} + ${outcome.problems.length}; new persons ${whole(outcome.personsNew)}, known subjects ${whole(outcome.subjectsKnown)}, deliveries ${whole(outcome.deliveries)}, rows without a certain subject ${whole(outcome.unmatched)}, absences ${whole(outcome.absences)}`)
}

function printTruth({ lines, falselyOwed, falselySuspected }: TruthComparison): void {
  console.log('truth, kind by kind (measure · plant · eligible|delivered)')
  for (const line of lines) console.log(`  ${String(line.right).padStart(8)} right ${String(line.wrong).padStart(6)} wrong  ${line.measure} · ${line.plant} · ${line.expected}${line.sample === null ? '' : `  (e.g. ${line.sample})`}`)
  const sum = (which: 'right' | 'wrong'): number => lines.reduce((all, line) => all + line[which], 0)
  console.log(`  all ${whole(sum('right'))} right, ${whole(sum('wrong'))} wrong; falsely 应享未享 ${falselyOwed}, falsely 不应享而享 ${falselySuspected}`)
}

const server = await startBenchServer()
try {
  const db = await server.openDatabase('bench_county')
  const whole0 = performance.now()
  const [files, making] = await spent(db.admin, () => writeCountyFiles({ seed: 1, county, people, asOf, folder: join(folder, 'files'), format: 'csv' }))
  console.log(`a county of ${whole(files.people)} people in ${whole(files.households)} households, ${files.steps.length} lists: made in ${minutes(making)}`)
  await seedCounty(db.register, county)
  const office = (await listActors(db.register)).find((actor) => actor.role === 'county-office')!
  const session = await openSession(db.register, office.actorId)
  const places = countyPlaces(county)
  const all = { lines: 0, lost: 0, seconds: 0, processor: 0 }
  for (const step of files.steps) {
    const [table, mapping] = await spent(db.admin, () => mapStep(join(folder, 'files'), step, places))
    const [outcome, committing] = await spent(db.admin, () => commitTable(db.register, session, table))
    const accounted = account(step, table, await accountRows(db, outcome.listId))
    report(step, [mapping, committing], accounted, table, outcome)
    all.lines += accounted.lines; all.lost += accounted.lost; all.seconds += mapping.seconds + committing.seconds; all.processor += mapping.processor + committing.processor
  }
  console.log(`all lists: ${whole(all.lines)} lines, ${all.lost} rows lost, ${minutes(all)}; memory of this process ${Math.round(process.resourceUsage().maxRSS / 1024)} MB at most`)
  const [, freezing] = await spent(db.admin, () => freezeRegister(db.register, session, { asOf, dir: join(folder, 'snapshot') }))
  console.log(`snapshot ${minutes(freezing)}`)
  const numbers = await inScope(db.register, session, (tx) => tx.query<{ subject_id: string; value: string }>(`select subject_id, value from register.external_number where kind = 'identity'`))
  writeFileSync(join(folder, 'numbers.csv'), numbers.rows.map((row) => `${row.subject_id},${row.value}`).join('\n'))
  const pack = loadPack(join(import.meta.dirname, '..', 'packs', 'liaoning-2018-2020'), { overlay: 'demo' })
  const [manifest, running] = await spent(db.admin, () => runMeasures({ pack, snapshotDir: join(folder, 'snapshot'), outDir: join(folder, 'run'), asOf, programVersion: 'bench' }))
  console.log(`run ${minutes(running)}`)
  const run = { dir: join(folder, 'run'), packHash: manifest.packHash, snapshotHash: manifest.snapshotHash, programVersion: 'bench', manifest: manifest as never }
  const [published, publishing] = await spent(db.admin, () => publishRun(db.register, session, run, { authority: 'bench', requestId: 'bench county' }))
  console.log(`publish ${minutes(publishing)}: ${whole(published.items)} work items`)
  console.log(`from files to work lists ${((performance.now() - whole0) / 60_000 - making.seconds / 60).toFixed(2)} min by the clock`)
  printTruth(await compareTruth(folder))
  await db.close()
} finally {
  await server.stop()
  if (process.argv[3] === undefined) rmSync(folder, { recursive: true, force: true })
}
