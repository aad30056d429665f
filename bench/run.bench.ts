/**
 * A run with reasons over 240,000 people and ten measures, beside the same job written by hand in SQL on the same snapshot; then
 * 1,000,000 people for linearity. Run: node bench/run.bench.ts [people] [people for linearity, 0 for none]
 */
import { execFileSync } from 'node:child_process'
import { existsSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openDuckDb } from '@bangfu/stages'
import { generateSnapshot } from './run/generate-snapshot.ts'

const memoryLimitMb = 200
interface Measured { readonly clock: number; readonly processor: number; readonly memory: number; readonly result: string; readonly slowest: readonly string[] }

function measure(side: 'ours' | 'hand', snapshot: string, out: string): Measured {
  rmSync(out, { recursive: true, force: true })
  const text = execFileSync(process.execPath, [join(import.meta.dirname, 'run', 'worker.ts'), side, snapshot, out, String(memoryLimitMb)], { encoding: 'utf8', stdio: ['ignore', 'pipe', 'inherit'] })
  return JSON.parse(text) as Measured
}

/** The better of the two by processor time: the machine may be shared. */
function best(side: 'ours' | 'hand', snapshot: string, out: string): Measured {
  const [a, b] = [measure(side, snapshot, out), measure(side, snapshot, out)]
  if (a.result !== b.result) throw new Error('the same run came to two results')
  return a.processor <= b.processor ? a : b
}

const line = (name: string, m: Measured): string => `  ${name.padEnd(14)} ${m.clock.toFixed(2)} s by the clock, ${m.processor.toFixed(2)} s of processor time, peak ${Math.round(m.memory)} MB`

/** Both must have written the same rows, reasons included, or the comparison is worth nothing. The rule's version is a hash of the pack's and nobody's by hand. */
async function sameRows(ours: string, hand: string): Promise<string> {
  const database = await openDuckDb({ memoryLimitMb: 1500, threads: 2, tempDir: join(ours, 'compare') })
  const compared: string[] = []
  for (const table of ['determinations/*', 'summary', 'questions', 'work_items', 'unregistered']) {
    const rows = (folder: string): string => `SELECT * ${table.startsWith('determinations') ? 'EXCLUDE (rule_hash) ' : ''}FROM read_parquet('${join(folder, table)}.parquet')`
    const [row] = await database.all<{ n: bigint; missing: bigint; added: bigint }>(`SELECT (SELECT count(*) FROM (${rows(ours)})) AS n, (SELECT count(*) FROM (${rows(hand)} EXCEPT ALL ${rows(ours)})) AS missing, (SELECT count(*) FROM (${rows(ours)} EXCEPT ALL ${rows(hand)})) AS added`)
    if (row!.missing + row!.added > 0n) throw new Error(`${table}: ${row!.missing} rows written by hand are not ours, ${row!.added} of ours not by hand`)
    compared.push(`${table.split('/')[0]} ${row!.n.toLocaleString('en')}`)
  }
  database.close()
  return compared.join(', ')
}

const folder = mkdtempSync(join(existsSync('/var/tmp') ? '/var/tmp' : tmpdir(), 'bangfu-bench-'))
async function bench(people: number, withAnchor: boolean): Promise<Measured> {
  const snapshot = join(folder, `snapshot-${people}`)
  await generateSnapshot(snapshot, people)
  const [out, anchor] = [join(folder, 'ours'), join(folder, 'hand')]
  const ours = best('ours', snapshot, out)
  console.log(`${people.toLocaleString('en')} people, ten measures, reasons and lists to Parquet and CSV`)
  if (withAnchor) {
    const hand = best('hand', snapshot, anchor)
    const rows = await sameRows(out, anchor)
    console.log(`${line('ours', ours)} (aim ≤ 500 MB)\n${line('by hand', hand)}\n  ours ÷ by hand ${(ours.processor / hand.processor).toFixed(2)} by processor time, ${(ours.clock / hand.clock).toFixed(2)} by the clock (aim ≤ 3)\n  rows equal in both: ${rows}`)
  } else console.log(line('ours', ours))
  console.log(`  slowest: ${ours.slowest.join(', ')}`)
  return ours
}

try {
  const people = Number(process.argv[2] ?? 240_000)
  const many = Number(process.argv[3] ?? 1_000_000)
  const few = await bench(people, true)
  if (many > 0) {
    const lots = await bench(many, false)
    const growth = lots.processor / few.processor / (many / people)
    console.log(`  growth over linear ${((growth - 1) * 100).toFixed(0)} % by processor time (aim within 20 %)`)
  }
} finally {
  rmSync(folder, { recursive: true, force: true })
}
