/** `bangfu bench`: the measured promises, ours ÷ anchor in one run. The benchmarks themselves stand in bench/. */
import { existsSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '@bangfu/kernel'
import type { Command } from '../command.ts'
import { runProgram } from '../run-program.ts'

export const benchCommand: Command = {
  name: 'bench',
  usage: 'bench [NAME…]',
  zh: '测量性能（与基准同跑，给出比值）',
  en: 'measure (against an anchor in the same run)',
  positionals: [0, 20],
  async run({ environment, positionals }) {
    const file = join(environment.root, 'bench', 'main.ts')
    if (!existsSync(file)) throw problem('server/no-such-file', { file, zhWhy: '不存在', enWhy: 'it does not exist' })
    return runProgram(file, positionals, { cwd: environment.root })
  },
}
