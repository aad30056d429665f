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

/** Makes the process of the command say its processor time, in microseconds, when it ends. */
const tellTime = `data:text/javascript,${encodeURIComponent("process.on('exit', () => { const used = process.cpuUsage(); process.stderr.write(`cpu ${used.user + used.system}\\n`) })")}`

/** The command in a fresh process each time, as preflight.cjs starts it; the try with the least processor time. */
function bestCommand(tries: number): { readonly processor: number; readonly clock: number } {
  const runs = Array.from({ length: tries }, () => {
    const start = performance.now()
    const end = spawnSync(process.execPath, ['--import', tellTime, join(root, 'packages', 'server', 'src', 'main.ts'), 'pack', 'check', folder], { encoding: 'utf8' })
    if (end.status !== 0) throw new Error('pack check failed: the pack has faults')
    const processor = Number(/^cpu (\d+)$/m.exec(end.stderr)?.[1]) / 1e6
    return { processor, clock: (performance.now() - start) / 1000 }
  })
  return runs.reduce((least, run) => (run.processor < least.processor ? run : least))
}

const figure = (m: { readonly processor: number; readonly clock: number }): string => `${m.processor.toFixed(2)} s of processor time, ${m.clock.toFixed(2)} s by the clock`
const bare = best(5, () => { for (const text of texts) parse(text) })
const faults: number[] = []
const whole = best(5, () => { faults.push(checkPack(loadPack(folder)).length) })
if (faults.some((count) => count > 0)) throw new Error('the pack has faults')
const { clauses, measures, obligations, quantities } = loadPack(folder)
console.log(`${texts.length} files, ${clauses.length} clauses, ${obligations.obligations.length} obligations, ${quantities.length} figures, ${measures.length} measures with ${measures.reduce((sum, m) => sum + m.cases.length, 0)} cases`)
console.log(`  load and check: ${figure(whole)}\n  bare parsing of the same YAML: ${figure(bare)}\n  ours ÷ bare = ${(whole.processor / bare.processor).toFixed(1)}`)
console.log(`  bangfu pack check, a fresh process: ${figure(bestCommand(3))} (aim ≤ 2 s)`)
