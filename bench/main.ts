/**
 * Runs the measured promises one after another, each in a process of its own: `npm run bench`, or `npm run bench -- commit search`.
 * A bench prints ours ÷ anchor and the absolute figures; it judges nothing and fails only when it cannot run.
 */
import { spawnSync } from 'node:child_process'
import { readdirSync } from 'node:fs'
import { join } from 'node:path'

const ending = '.bench.ts'
const names = readdirSync(import.meta.dirname).filter((file) => file.endsWith(ending)).map((file) => file.slice(0, -ending.length)).sort()
const wanted = process.argv.slice(2)
const unknown = wanted.filter((name) => !names.includes(name))
if (unknown.length > 0) {
  process.stderr.write(`✗ 没有这项测量:${unknown.join('、')}。可用:${names.join('、')}\n  no such bench: ${unknown.join(', ')}; there are: ${names.join(', ')}\n`)
  process.exit(2)
}
let status = 0
for (const name of wanted.length > 0 ? wanted : names) {
  console.log(`\n── ${name}`)
  const end = spawnSync(process.execPath, [join(import.meta.dirname, `${name}${ending}`)], { stdio: 'inherit' })
  if (end.status !== 0) {
    status = 1
    console.log(`✗ ${name}: ${end.signal ?? `status ${end.status}`}`)
  }
}
process.exitCode = status
