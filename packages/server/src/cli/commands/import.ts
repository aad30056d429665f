/** `bangfu import`: files into the register by the same calls as the page; shows the dry run, then takes the good rows. */
import { problem } from '@bangfu/kernel'
import type { ImportChoices, Preview, Sheet, Uploaded } from '../../contract/index.ts'
import type { Command, CommandInput } from '../command.ts'
import { openClient, type HouseClient } from '../house-client.ts'
import { readInputFile } from '../read-input-file.ts'

const usage = 'import FILE… [--layout L] [--source WORDS] [--as-of DATE] [--measures A,B --period P --covers CODES] [--complete CODES] [--sheet NAME] [--dry-run] [--as ACTOR]'
const problemsShown = 20

function listOf(value: string | boolean | undefined): string[] | undefined {
  return typeof value === 'string' ? value.split(',').map((v) => v.trim()).filter((v) => v !== '') : undefined
}

function textOf(value: string | boolean | undefined): string | undefined {
  return typeof value === 'string' ? value : undefined
}

function sheetOf(upload: Uploaded, wanted: string | undefined): Sheet {
  const found = wanted === undefined ? upload.sheets.find((s) => s.layout !== null && !s.hidden) ?? upload.sheets[0] : upload.sheets.find((s) => s.name === wanted)
  if (!found) throw problem('server/not-found', { zhWhat: '工作表', enWhat: 'sheet' })
  return found
}

function choicesOf(input: CommandInput, upload: Uploaded): ImportChoices {
  const { values } = input
  const sheet = sheetOf(upload, textOf(values['sheet']))
  const missing = (zh: string, en: string) => problem('server/bad-argument', { command: 'import', zhWhy: zh, enWhy: en, usage })
  const layout = (textOf(values['layout']) ?? sheet.layout) as ImportChoices['layout'] | null
  if (layout === null) throw missing(`认不出“${sheet.name}”是哪类名单，请加 --layout`, `it is not clear which list "${sheet.name}" is; add --layout`)
  const asOf = textOf(values['as-of']) ?? sheet.asOf
  if (!asOf) throw missing('名单没有写明日期，请加 --as-of 2018-06-30', 'the list names no day; add --as-of 2018-06-30')
  const source = textOf(values['source']) ?? sheet.source
  if (!source) throw missing('名单没有写明出自哪个部门，请加 --source', 'the list names no department; add --source')
  const measures = listOf(values['measures'])
  const period = textOf(values['period']) ?? sheet.period
  const complete = listOf(values['complete'])
  if (measures && !period) throw missing('请加 --period', 'add --period')
  return { sheet: sheet.name, layout, source, asOf, ...(measures && period && { delivery: { measures, period, places: listOf(values['covers']) ?? [] } }), ...(complete && { complete }) }
}

function showPreview(input: CommandInput, name: string, preview: Preview): void {
  const { taken, rejected, changes } = preview
  input.print(input.language === 'zh'
    ? `${name}：可入库 ${taken} 行，退回 ${rejected} 行；新增 ${changes.new}，有变 ${changes.changed}，未变 ${changes.same}，未对上 ${changes.unmatched}`
    : `${name}: ${taken} rows to take, ${rejected} refused; ${changes.new} new, ${changes.changed} changed, ${changes.same} same, ${changes.unmatched} unmatched`)
  for (const p of preview.problems.slice(0, problemsShown)) input.print(`  - ${p[input.language]} [${p.code}]`)
  if (preview.problemCount > problemsShown) input.print(input.language === 'zh' ? `  … 共 ${preview.problemCount} 处` : `  … ${preview.problemCount} in all`)
}

async function importOne(input: CommandInput, client: HouseClient, file: string): Promise<void> {
  const { name, bytes } = await readInputFile(input.environment, file)
  const upload = await client.call('uploadImport', { file: { name, bytes } })
  const params = { id: upload.id }
  const preview = await client.call('previewImport', { params, body: choicesOf(input, upload) })
  showPreview(input, name, preview)
  if (input.values['dry-run']) return
  const job = await client.call('commitImport', { params, body: { preview: preview.preview } })
  await client.wait(job, () => undefined)
  input.print(input.language === 'zh' ? '  ✓ 已入库' : '  ✓ committed')
}

export const importCommand: Command = {
  name: 'import',
  usage,
  zh: '导入名单（先试运行，再取好的行）',
  en: 'import lists (a dry run first, then the good rows)',
  options: {
    layout: { type: 'string' }, source: { type: 'string' }, 'as-of': { type: 'string' }, measures: { type: 'string' }, period: { type: 'string' }, covers: { type: 'string' },
    complete: { type: 'string' }, sheet: { type: 'string' }, 'dry-run': { type: 'boolean' }, as: { type: 'string' },
  },
  positionals: [1, 100],
  async run(input) {
    const client = await openClient(input.environment, input.language, textOf(input.values['as']))
    try {
      for (const file of input.positionals) await importOne(input, client, file)
      return 0
    } finally {
      await client.close()
    }
  },
}
