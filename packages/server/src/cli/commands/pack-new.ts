/** `bangfu pack new`: a draft pack from a plan document, or the reviewed draft of the register as a folder. Writes nothing over what is there. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { join, relative, resolve } from 'node:path'
import { problem } from '@bangfu/kernel'
import type { Command, CommandInput } from '../command.ts'
import { draftOpenLines } from '../draft-open-lines.ts'
import { readInputFile } from '../read-input-file.ts'

const usage = 'pack new [from] FILE [--into FOLDER] | pack new --from-draft ID [--into FOLDER] [--as ACTOR]'

interface DraftFile { readonly path: string; readonly text: string }

async function writeFolder({ environment, language, print, values }: CommandInput, name: string, files: readonly DraftFile[]): Promise<void> {
  const folder = resolve(environment.cwd, (values['into'] as string | undefined) ?? name)
  const there = await readdir(folder).catch(() => [])
  if (there.length > 0) throw problem('plan/draft-folder-taken', { folder: relative(environment.cwd, folder) || folder })
  await mkdir(folder, { recursive: true })
  for (const file of files) await writeFile(join(folder, file.path), file.text)
  const { checkDraftFiles } = await import('@bangfu/plan')
  const { folder: draft, open, faults } = checkDraftFiles(files)
  const count = `${draft['clauses.yaml'].length}/${draft['targets.yaml'].targets.length}/${draft['duties.yaml'].length}/${draft['pack.yaml'].requires.length}/${draft['parameters.yaml'].length}/${draft['organisations.yaml'].organisations.length + draft['organisations.yaml'].classes.length}`
  print(language === 'zh' ? `✓ 草稿已写入 ${folder}：条款/目标/职责/引用/数额/单位 ${count}` : `✓ draft written to ${folder}: clauses/targets/duties/citations/amounts/bodies ${count}`)
  for (const line of draftOpenLines(open, language)) print(`  ${line}`)
  if (faults.length > 0) print(language === 'zh' ? `  ! 有 ${faults.length} 处不一致，见 bangfu pack check` : `  ! ${faults.length} faults: see bangfu pack check`)
}

async function fromFile(input: CommandInput, file: string): Promise<void> {
  const { draftEffort, draftFiles, draftFolder, openDocument, proposeItems, readPlan, reviewItems } = await import('@bangfu/plan')
  const { name, bytes } = await readInputFile(input.environment, file)
  const { document, items } = proposeItems(readPlan(await openDocument(bytes, { fileName: name }), { fileName: name }))
  const proposed = reviewItems(items, [])
  const folder = draftFolder(document, proposed, draftEffort(proposed, []))
  await writeFolder(input, folder['pack.yaml'].id, draftFiles(folder))
}

async function fromDraft(input: CommandInput, id: string): Promise<void> {
  const { openClient } = await import('../house-client.ts')
  const client = await openClient(input.environment, input.language, input.values['as'] as string | undefined)
  try {
    const { name, files } = await client.call('getDraftPack', { params: { id } })
    await writeFolder(input, name, files)
  } finally {
    await client.close()
  }
}

export const packNewCommand: Command = {
  name: 'pack new',
  usage,
  zh: '由方案原文生成草稿方案包（每项指向原文），或取出已审定的草稿',
  en: 'make a draft pack from a plan document (each item points to its passage), or take out a reviewed draft',
  options: { into: { type: 'string' }, 'from-draft': { type: 'string' }, as: { type: 'string' } },
  positionals: [0, 2],
  async run(input) {
    const words = input.positionals[0]?.toLowerCase() === 'from' ? input.positionals.slice(1) : input.positionals
    const draft = input.values['from-draft']
    if ((words.length === 1) === (typeof draft === 'string')) throw problem('server/bad-argument', { command: 'pack new', zhWhy: '请给出一个方案文件，或 --from-draft 编号，二者之一', enWhy: 'give one plan file, or --from-draft with an id, not both', usage })
    if (typeof draft === 'string') await fromDraft(input, draft)
    else await fromFile(input, words[0]!)
    return 0
  },
}
