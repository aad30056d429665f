/** `bangfu pack check`: every fault of a plan pack, with file, line, what and remedy. */
import { join, resolve } from 'node:path'
import { ProblemError } from '@bangfu/kernel'
import type { Command } from '../command.ts'
import { readInputFile } from '../read-input-file.ts'

export const packCheckCommand: Command = {
  name: 'pack check',
  usage: 'pack check [FOLDER] [--against FILE] [--overlay ID] [--complete]',
  zh: '检查方案包：格式、引用、规则、用例、责任、算术；--against 与原文核对条款、数字、机构和用语；--complete 要求人写的都写完',
  en: 'check a plan pack: form, references, rules, cases, obligations, sums; --against compares clauses, figures, bodies and words with the document; --complete refuses what is not yet written',
  options: { against: { type: 'string' }, overlay: { type: 'string' }, complete: { type: 'boolean' } },
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
    const { packOpenLines, packOpenProblems } = await import('../../plan/pack-open-lines.ts')
    if (values['complete'] === true) faults.push(...packOpenProblems(pack))
    if (faults.length > 0) throw new ProblemError(faults)
    const [clauses, measures, targets, owed] = [pack.clauses.length, pack.measures.length, pack.targets.targets.length, pack.obligations.obligations.length]
    print(language === 'zh' ? `✓ ${pack.pack.title.zh}：${clauses} 条、${owed} 项责任、${measures} 项措施、${targets} 个目标，没有问题` : `✓ ${pack.pack.title.en}: ${clauses} clauses, ${owed} obligations, ${measures} measures, ${targets} targets, no fault`)
    for (const line of packOpenLines(pack, positionals[0] ?? folder, language)) print(`  ${line}`)
    return 0
  },
}
