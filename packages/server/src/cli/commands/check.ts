/** `bangfu check`: types and house rules only, in seconds; no database, no browser. */
import { join } from 'node:path'
import type { Command } from '../command.ts'
import { runProgram } from '../run-program.ts'
import { countTypeFailures } from './test.ts'

export const checkCommand: Command = {
  name: 'check',
  usage: 'check',
  zh: '检查类型和工程规则（几秒钟，不启动数据库）',
  en: 'check types and house rules (seconds, no database)',
  positionals: [0, 0],
  async run({ environment, print }) {
    const failures = await countTypeFailures(environment.root, print)
    const status = await runProgram(join(environment.root, 'node_modules/vitest/vitest.mjs'), ['run', 'checks'], { cwd: environment.root })
    return failures === 0 && status === 0 ? 0 : 1
  },
}
