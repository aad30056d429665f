/** One measurement in a process of its own, so that its memory is its own: `ours` or `hand`, a snapshot, a folder. Prints one line of JSON. */
import { parsePlainDate } from '@bangfu/kernel'
import { runMeasures } from '@bangfu/measures'
import { benchPack } from './bench-pack.ts'
import { runHandWritten } from './hand-written.ts'

const [side, snapshotDir, outDir, memory] = process.argv.slice(2) as [string, string, string, string]
const memoryLimitMb = Number(memory)
const [start, before] = [performance.now(), process.cpuUsage()]
const stages: { name: string; milliseconds: number }[] = []
let result = ''
if (side === 'ours') {
  const manifest = await runMeasures({ pack: benchPack(), snapshotDir, outDir, asOf: parsePlainDate('2018-06-30'), threads: 2, memoryLimitMb, programVersion: 'bench', onStage: (stage) => { stages.push(stage) } })
  result = manifest.resultHash
} else {
  await runHandWritten(snapshotDir, outDir, memoryLimitMb)
}
const used = process.cpuUsage(before)
const slowest = stages.sort((a, b) => b.milliseconds - a.milliseconds).slice(0, 5).map((s) => `${s.name} ${Math.round(s.milliseconds)} ms`)
console.log(JSON.stringify({ clock: (performance.now() - start) / 1000, processor: (used.user + used.system) / 1e6, memory: process.resourceUsage().maxRSS / 1024, result, slowest }))
