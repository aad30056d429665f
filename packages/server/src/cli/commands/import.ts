/** `bangfu import`: every list of the files into the register by the same calls as the page; shows the dry run, then takes the good rows. */
import { parsePlainDate, problem, ProblemError, type ProblemData } from '@bangfu/kernel'
import type { Bilingual, ImportChoices, Preview, Proposal, Uploaded } from '../../contract/index.ts'
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

/** One import of the file: what is proposed for it, or the one sheet that was asked for. */
interface ListToTake {
  readonly id: string
  readonly proposal: Proposal
}

/** The lists of the file; of one layout where one was asked for and some list has it. A sheet asked for by name is taken alone. */
async function listsOf(input: CommandInput, client: HouseClient, upload: Uploaded): Promise<readonly ListToTake[]> {
  const wanted = textOf(input.values['sheet'])
  if (wanted !== undefined) {
    // Each import of the file describes its own sheets.
    const id = upload.lists?.find((list) => list.sheets.includes(wanted))?.id ?? upload.id
    const own = id === upload.id ? upload : (await client.call('getImport', { params: { id } })).upload
    const sheet = own?.sheets.find((s) => s.name === wanted)
    if (!sheet) throw problem('server/not-found', { zhWhat: '工作表', enWhat: 'sheet' })
    return [{ id, proposal: { ...sheet, sheets: [sheet.name] } }]
  }
  const lists = await Promise.all((upload.lists ?? []).map(async ({ id }): Promise<ListToTake> => ({ id, proposal: (id === upload.id ? upload : (await client.call('getImport', { params: { id } })).upload)!.proposal! })))
  const layout = textOf(input.values['layout'])
  const asked = lists.filter(({ proposal }) => proposal.layout === layout)
  if (layout === undefined || lists.length === 1) return lists
  for (const { proposal } of asked.length === 0 ? lists.slice(1) : lists.filter((list) => !asked.includes(list))) sayLeft(input, proposal.sheets.join('、'), { zh: `不是 --layout ${layout} 的名单`, en: `no list of --layout ${layout}` })
  return asked.length === 0 ? lists.slice(0, 1) : asked
}

function sayLeft({ language, print }: CommandInput, sheet: string, why: Bilingual): void {
  print(language === 'zh' ? `没有读入工作表“${sheet}”：${why.zh}` : `not read: sheet "${sheet}": ${why.en}`)
}

/** Help that the list itself states in words, measure, period and places alike; undefined where a person has to say it. */
function provenHelp({ layout, measures, period, periodBasis, places, partial }: Proposal): ImportChoices['delivery'] {
  const said = layout === 'delivery' && measures.length === 1 && period !== null && periodBasis === 'title' && !partial && (places?.length ?? 0) > 0
  return said ? { measures, period, places: places!, narrow: true } : undefined
}

function choicesOf(input: CommandInput, proposal: Proposal): ImportChoices {
  const { values } = input
  const name = proposal.sheets.join('、')
  const missing = (zh: string, en: string) => problem('server/bad-argument', { command: 'import', zhWhy: zh, enWhy: en, usage })
  const layout = (textOf(values['layout']) ?? proposal.layout) as ImportChoices['layout'] | null
  if (layout === null) throw missing(`认不出“${name}”是哪类名单，请加 --layout`, `it is not clear which list "${name}" is; add --layout`)
  const given = textOf(values['as-of'])
  const asOf = given === undefined ? proposal.asOf : parsePlainDate(given)
  if (!asOf) throw missing(`名单“${name}”没有写明日期，请加 --as-of 2018-06-30`, `the list "${name}" names no day; add --as-of 2018-06-30`)
  const source = textOf(values['source']) ?? proposal.source
  if (!source) throw missing(`名单“${name}”没有写明出自哪个部门，请加 --source`, `the list "${name}" names no department; add --source`)
  const measures = listOf(values['measures'])
  const period = textOf(values['period']) ?? proposal.period
  const complete = listOf(values['complete'])
  if (measures && !period) throw missing('请加 --period', 'add --period')
  const delivery = measures && period ? { measures, period, places: listOf(values['covers']) ?? [] } : provenHelp({ ...proposal, layout })
  if (layout === 'delivery' && !delivery) throw missing(`名单“${name}”没有写明说的是哪项帮扶、哪一期、哪些地方，请加 --measures、--period 和 --covers`, `the list "${name}" does not say which help it states, for which period and places; add --measures, --period and --covers`)
  return { sheet: proposal.sheets[0]!, ...(proposal.sheets.length > 1 && { sheets: proposal.sheets }), layout, source, asOf, ...(delivery && { delivery }), ...(complete && { complete }) }
}

/** Which help the list was taken to state, with what says so: by this people are said to miss it. */
function showHelp({ language, print }: CommandInput, { delivery }: ImportChoices, proposal: Proposal, preview: Preview): void {
  if (!delivery?.narrow || !preview.covers) return
  const names = (places: readonly { readonly name: string }[]): string => places.map((place) => place.name).join(language === 'zh' ? '、' : ', ')
  const { places, left } = preview.covers
  print(language === 'zh'
    ? `  说明的帮扶：${delivery.measures.join('、')}（名称里写着“${proposal.measuresBasis}”），期间 ${delivery.period}（标题写明），覆盖 ${names(places) || '无'}（名单各行证实）${left.length > 0 ? `；未证实、不算覆盖：${names(left)}` : ''}`
    : `  help stated: ${delivery.measures.join(', ')} (the words "${proposal.measuresBasis}"), period ${delivery.period} (printed), covering ${names(places) || 'no place'} (borne out by its rows)${left.length > 0 ? `; not borne out and not covered: ${names(left)}` : ''}`)
}

function showPreview(input: CommandInput, name: string, preview: Preview): void {
  const { taken, rejected, changes } = preview
  input.print(input.language === 'zh'
    ? `${name}：可入库 ${taken} 行，退回 ${rejected} 行；新增 ${changes.new}，有变 ${changes.changed}，未变 ${changes.same}，未对上 ${changes.unmatched}`
    : `${name}: ${taken} rows to take, ${rejected} refused; ${changes.new} new, ${changes.changed} changed, ${changes.same} same, ${changes.unmatched} unmatched`)
  for (const p of preview.problems.slice(0, problemsShown)) input.print(`  - ${p[input.language]} [${p.code}]`)
  if (preview.problemCount > problemsShown) input.print(input.language === 'zh' ? `  … 共 ${preview.problemCount} 处` : `  … ${preview.problemCount} in all`)
}

/** Takes one list; what is missing or wrong about it is thrown. */
async function takeList(input: CommandInput, client: HouseClient, file: string, { id, proposal }: ListToTake, several: boolean): Promise<void> {
  const choices = choicesOf(input, proposal)
  const preview = await client.call('previewImport', { params: { id }, body: choices })
  showPreview(input, several ? `${file} ${proposal.sheets.join('、')}` : file, preview)
  showHelp(input, choices, proposal, preview)
  if (input.values['dry-run']) return
  await client.wait(await client.call('commitImport', { params: { id }, body: { preview: preview.preview } }), () => undefined)
  input.print(input.language === 'zh' ? '  ✓ 已入库' : '  ✓ committed')
}

/** Takes every list of the file; a list that wants something does not hold up the others. Returns what was wrong, said at the end. */
async function importOne(input: CommandInput, client: HouseClient, file: string): Promise<readonly ProblemData[]> {
  const { name, bytes } = await readInputFile(input.environment, file)
  const upload = await client.call('uploadImport', { file: { name, bytes } })
  const lists = await listsOf(input, client, upload)
  const wrong: ProblemData[] = []
  for (const list of lists) {
    try {
      await takeList(input, client, name, list, lists.length > 1)
    } catch (error) {
      if (lists.length === 1 || !(error instanceof ProblemError)) throw error
      wrong.push(...error.problems)
    }
  }
  if (textOf(input.values['sheet']) === undefined) for (const { sheet, why } of upload.skipped ?? []) sayLeft(input, sheet, why)
  return wrong
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
      const wrong: ProblemData[] = []
      for (const file of input.positionals) wrong.push(...await importOne(input, client, file))
      if (wrong.length > 0) throw new ProblemError(wrong)
      return 0
    } finally {
      await client.close()
    }
  },
}
