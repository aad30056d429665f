/** `bangfu plan compare`: two plans side by side, each a document, a pack or a draft folder. Proposes; decisions are made on the page. */
import { existsSync } from 'node:fs'
import { join, resolve } from 'node:path'
import type { Comparison, ComparedPlan } from '@bangfu/plan'
import type { Environment } from '../../environment/environment.ts'
import type { Command } from '../command.ts'
import { comparisonLines } from '../comparison-lines.ts'
import { readInputFile } from '../read-input-file.ts'

async function planAt(environment: Environment, given: string): Promise<ComparedPlan> {
  const { checkDraftFolder, comparedDraft, comparedItems, comparedPack, isDraftFolder, loadPack, openDocument, proposeItems, readPlan, reviewItems } = await import('@bangfu/plan')
  const folder = resolve(environment.cwd, given)
  if (isDraftFolder(folder)) return comparedDraft(checkDraftFolder(folder).folder)
  if (existsSync(join(folder, 'pack.yaml'))) return comparedPack(loadPack(folder))
  const { name, bytes } = await readInputFile(environment, given)
  const document = await openDocument(bytes, { fileName: name })
  const reading = readPlan(document, { fileName: name })
  return comparedItems(reading.document, reviewItems(proposeItems(reading).items, []), document.text)
}

export const planCompareCommand: Command = {
  name: 'plan compare',
  usage: 'plan compare UPPER LOWER [--json]',
  zh: '两份方案对照：上级方案逐条看下级方案有没有回应、数字是否相同（文件、方案包或草稿文件夹）',
  en: 'two plans side by side: what the lower says to each clause of the upper (files, or folders of packs or drafts)',
  options: { json: { type: 'boolean' } },
  positionals: [2, 2],
  async run({ environment, language, positionals, values, print }) {
    const { comparePlans } = await import('@bangfu/plan')
    const [upper, lower] = positionals as [string, string]
    const comparison: Comparison = comparePlans(await planAt(environment, upper), await planAt(environment, lower))
    if (values['json']) print(JSON.stringify(comparison, null, 2))
    else for (const line of comparisonLines(comparison, language)) print(line)
    return 0
  },
}
