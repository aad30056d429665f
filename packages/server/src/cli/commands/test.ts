/** `bangfu test`: types, then every test with a real database and browser; closes with `N passed, N failed` from the runner's own report. */
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { Command } from '../command.ts'
import { runProgram } from '../run-program.ts'

/** Type checks of the product and of the web; the number that failed. */
export async function countTypeFailures(root: string, print: (line: string) => void): Promise<number> {
  let failures = 0
  for (const project of ['.', 'packages/web']) {
    if (!existsSync(join(root, project, 'tsconfig.json'))) continue
    const status = await runProgram(join(root, 'node_modules/typescript/bin/tsc'), ['-p', project], { cwd: root })
    print(`${status === 0 ? '✓' : '✗'} tsc -p ${project}`)
    if (status !== 0) failures += 1
  }
  return failures
}

interface Report { numPassedTests: number; numFailedTests: number; numPendingTests: number; numTodoTests: number; numFailedTestSuites: number; success: boolean }

/** Totals of vitest's JSON report. A suite that could not load, or an error outside any test, counts as one failure. */
export function totalsOf(report: Report | undefined, status: number): { passed: number; failed: number; skipped: number } {
  if (!report) return { passed: 0, failed: 1, skipped: 0 }
  const broken = report.numFailedTests === 0 && (status !== 0 || !report.success) ? Math.max(1, report.numFailedTestSuites) : 0
  return { passed: report.numPassedTests, failed: report.numFailedTests + broken, skipped: report.numPendingTests + report.numTodoTests }
}

async function runTests(root: string, filters: readonly string[]): Promise<{ passed: number; failed: number; skipped: number }> {
  const folder = await mkdtemp(join(tmpdir(), 'bangfu-test-'))
  const file = join(folder, 'report.json')
  try {
    const status = await runProgram(join(root, 'node_modules/vitest/vitest.mjs'), ['run', '--reporter=default', '--reporter=json', `--outputFile.json=${file}`, ...filters], { cwd: root, env: { ...process.env, NODE_ENV: 'test' } })
    const report = await readFile(file, 'utf8').then((text) => JSON.parse(text) as Report, () => undefined)
    return totalsOf(report, status)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

export const testCommand: Command = {
  name: 'test',
  usage: 'test [FILTER…]',
  zh: '检查类型并运行全部测试（真实 PostgreSQL、真实浏览器）',
  en: 'check types and run every test (real PostgreSQL, real browser)',
  positionals: [0, 50],
  async run({ environment, positionals, print }) {
    const typeFailures = await countTypeFailures(environment.root, print)
    const { passed, failed, skipped } = await runTests(environment.root, positionals)
    // The runner that reads this line knows it only alone on its line.
    print(`${passed} passed, ${failed + typeFailures} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`)
    return failed + typeFailures === 0 && passed > 0 ? 0 : 1
  },
}
