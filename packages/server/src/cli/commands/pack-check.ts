/** `bangfu pack check`: every fault of a plan pack, with file, line, what and remedy. */
import { join, resolve } from 'node:path'
import { ProblemError } from '@bangfu/kernel'
import type { Command } from '../command.ts'
import { readInputFile } from '../read-input-file.ts'

export const packCheckCommand: Command = {
  name: 'pack check',
  usage: 'pack check [FOLDER] [--against FILE] [--overlay ID]',
  zh: '检查方案包:格式、引用、规则、用例、算术;--against 与原文核对',
  en: 'check a plan pack: form, references, rules, cases, arithmetic; --against compares with the document',
  options: { against: { type: 'string' }, overlay: { type: 'string' } },
  positionals: [0, 1],
  async run({ environment, language, positionals, values, print }) {
    const { checkPack, isDraftFolder, loadPack, openDocument } = await import('@bangfu/plan')
    const folder = positionals[0] === undefined ? join(environment.root, 'packs/liaoning-2018-2020') : resolve(environment.cwd, positionals[0])
    if (isDraftFolder(folder)) {
      const { checkDraftPack } = await import('../check-draft-pack.ts')
      return checkDraftPack(folder, language, print)
    }
    const pack = loadPack(folder, { overlay: values['overlay'] as string | undefined })
    const faults = [...checkPack(pack)]
    if (typeof values['against'] === 'string') {
      const { checkAgainstDocument } = await import('../check-against-document.ts')
      const { name, bytes } = await readInputFile(environment, values['against'])
      faults.push(...checkAgainstDocument(pack, await openDocument(bytes, { fileName: name }), name))
    }
    if (faults.length > 0) throw new ProblemError(faults)
    print(language === 'zh' ? `✓ ${pack.pack.title.zh}:${pack.clauses.length} 条、${pack.measures.length} 项措施、${pack.targets.targets.length} 个目标,没有问题` : `✓ ${pack.pack.title.en}: ${pack.clauses.length} clauses, ${pack.measures.length} measures, ${pack.targets.targets.length} targets, no fault`)
    return 0
  },
}
