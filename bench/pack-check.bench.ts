/** How long `pack check` of the whole Liaoning pack takes, beside the bare parsing of its YAML. Run: node bench/pack-check.bench.ts */
import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { checkPack, loadPack } from '@bangfu/plan'
import { parse } from 'yaml'

const root = join(import.meta.dirname, '..')
const folder = join(root, 'packs', 'liaoning-2018-2020')
const texts = readdirSync(folder, { recursive: true, encoding: 'utf8' }).filter((file) => file.endsWith('.yaml')).map((file) => readFileSync(join(folder, file), 'utf8'))

/** Seconds of processor time and by the clock, the best of the tries: the machine may be shared. */
function best(tries: number, work: () => void): { readonly processor: number; readonly clock: number } {
  let least = { processor: Infinity, clock: Infinity }
  for (let i = 0; i < tries; i += 1) {
    const [start, before] = [performance.now(), process.cpuUsage()]
    work()
    const used = process.cpuUsage(before)
    const processor = (used.user + used.system) / 1e6
    if (processor < least.processor) least = { processor, clock: (performance.now() - start) / 1000 }
  }
  return least
}

/** The command as an author types it, a fresh process each time. */
function bestCommand(tries: number): number {
  const clocks = Array.from({ length: tries }, () => {
    const start = performance.now()
    const end = spawnSync(process.execPath, [join(root, 'preflight.cjs'), 'pack', 'check', folder], { stdio: 'ignore' })
    if (end.status !== 0) throw new Error('pack check failed: the pack has faults')
    return (performance.now() - start) / 1000
  })
  return Math.min(...clocks)
}

const figure = (m: { readonly processor: number; readonly clock: number }): string => `${m.processor.toFixed(2)} s of processor time, ${m.clock.toFixed(2)} s by the clock`
const bare = best(5, () => { for (const text of texts) parse(text) })
const faults: number[] = []
const whole = best(5, () => { faults.push(checkPack(loadPack(folder)).length) })
if (faults.some((count) => count > 0)) throw new Error('the pack has faults')
const { clauses, measures, obligations, quantities } = loadPack(folder)
console.log(`${texts.length} files, ${clauses.length} clauses, ${obligations.obligations.length} obligations, ${quantities.length} figures, ${measures.length} measures with ${measures.reduce((sum, m) => sum + m.cases.length, 0)} cases`)
console.log(`  load and check: ${figure(whole)}\n  bare parsing of the same YAML: ${figure(bare)}\n  ours ÷ bare = ${(whole.processor / bare.processor).toFixed(1)}`)
console.log(`  bangfu pack check, a fresh process: ${bestCommand(3).toFixed(2)} s by the clock (aim ≤ 2 s)`)
