/** `bangfu pack coverage`: how far a pack binds its plan, as ids and counts. */
import { join, resolve } from 'node:path'
import type { Command } from '../command.ts'

export const packCoverageCommand: Command = {
  name: 'pack coverage',
  usage: 'pack coverage [FOLDER] [--json]',
  zh: '方案包覆盖情况：条款、责任事项、数字、机构、依据文件',
  en: 'how far a plan pack binds its plan: clauses, obligations, figures, bodies, documents',
  options: { json: { type: 'boolean' } },
  positionals: [0, 1],
  async run({ environment, language, positionals, values, print }) {
    const { coverPack, formatCoverage, loadPack } = await import('@bangfu/plan')
    const folder = positionals[0] === undefined ? join(environment.root, 'packs/liaoning-2018-2020') : resolve(environment.cwd, positionals[0])
    const coverage = coverPack(loadPack(folder))
    print(values['json'] ? JSON.stringify(coverage, null, 2) : formatCoverage(coverage, language))
    return 0
  },
}
