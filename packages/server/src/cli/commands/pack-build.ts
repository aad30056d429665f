/** `bangfu pack build`: a pack out of a reviewed draft; into the folder of an earlier build it builds anew and keeps what persons wrote. */
import { mkdir, readdir, writeFile } from 'node:fs/promises'
import { dirname, join, relative, resolve } from 'node:path'
import { problem, problemData, ProblemError } from '@bangfu/kernel'
import type { BuildChoices, DraftCheck, RebuildNote } from '@bangfu/plan'
import { packOpenLines } from '../../plan/pack-open-lines.ts'
import type { Command, CommandInput } from '../command.ts'
import { readInputFile } from '../read-input-file.ts'

const usage = 'pack build [DRAFT | --from-draft ID] --into FOLDER [--place CODE] [--from DATE] [--until DATE] [--document FILE] [--reported] [--accept-proposed] [--as ACTOR]'

/** The draft of a folder, or of the register with the text of its document. */
async function readSource({ environment, language, positionals, values }: CommandInput): Promise<{ check: DraftCheck; text: string | undefined }> {
  const { checkDraftFiles, checkDraftFolder, isDraftFolder, openDocument } = await import('@bangfu/plan')
  const id = values['from-draft']
  if (typeof id === 'string') {
    const { openClient } = await import('../house-client.ts')
    const client = await openClient(environment, language, values['as'] as string | undefined)
    try {
      const { files } = await client.call('getDraftPack', { params: { id } })
      const { text } = await client.call('getDraft', { params: { id } })
      return { check: checkDraftFiles(files), text }
    } finally {
      await client.close()
    }
  }
  const folder = resolve(environment.cwd, positionals[0]!)
  if (!isDraftFolder(folder)) throw problem('plan/build-no-draft', { folder: positionals[0]! })
  const file = values['document']
  if (typeof file !== 'string') return { check: checkDraftFolder(folder), text: undefined }
  const { name, bytes } = await readInputFile(environment, file)
  return { check: checkDraftFolder(folder), text: (await openDocument(bytes, { fileName: name })).text }
}

/** Everything that the review has left open, at once; undecided items may be taken as accepted by whoever asks for it. */
function refuseOpen({ faults, open }: DraftCheck, acceptProposed: boolean): void {
  const undecided = acceptProposed ? [] : open.undecided.map((u) => problemData('plan/draft-undecided', { file: u.file, line: u.line, count: u.count }))
  const unread = open.unread > 0 && !acceptProposed ? [problemData('plan/draft-unread', { count: open.unread })] : []
  if (faults.length + undecided.length + unread.length > 0) throw new ProblemError([...faults, ...undecided, ...unread])
}

function noteLine({ kind, file, id, at, written, built }: RebuildNote, zh: boolean): string {
  const cut = (text: string) => (text.length > 120 ? `${text.slice(0, 120)}…` : text)
  if (kind === 'gone') return zh ? `! ${file} ${id}：新原文里没有了，曾由人写：${cut(written)}` : `! ${file} ${id}: gone from the document; somebody had written: ${cut(written)}`
  return zh ? `! ${file} ${id} ${at}：保留人写的“${cut(written)}”，新原文为“${cut(built ?? '-')}”` : `! ${file} ${id} ${at}: kept what was written, "${cut(written)}"; the document now gives "${cut(built ?? '-')}"`
}

/** Writes the build, or joins it with what stands in the folder; returns the lines to say. */
async function writeBuild(input: CommandInput, folder: string, draft: DraftCheck['folder'], choices: BuildChoices): Promise<string[]> {
  const { buildPack, builtFiles, rebuildFolder } = await import('@bangfu/plan')
  const there = await readdir(folder).catch(() => [])
  const zh = input.language === 'zh'
  const built = buildPack(draft, choices)
  const { files, notes } = there.length === 0 ? { files: builtFiles(built), notes: [] } : rebuildFolder(folder, built)
  await mkdir(folder, { recursive: true })
  for (const file of files) await writeFile(join(folder, file.path), file.text)
  return there.length === 0 ? [] : [zh ? `重新生成：改动 ${files.length - 1} 个文件，人写的内容保留` : `built anew: ${files.length - 1} files changed, what persons wrote is kept`, ...notes.map((note) => noteLine(note, zh))]
}

/** Place and term that an earlier build, or a person in it, has settled. */
async function choicesOf({ values }: CommandInput, folder: string, text: string | undefined): Promise<BuildChoices> {
  const { builtHead } = await import('@bangfu/plan')
  const head = builtHead(folder)
  const given = (name: string) => values[name] as string | undefined
  return { place: given('place') ?? head?.place, from: given('from') ?? head?.inForce.from, until: given('until') ?? head?.inForce.until, reported: values['reported'] === true, text }
}

export const packBuildCommand: Command = {
  name: 'pack build',
  usage,
  zh: '由审定的草稿生成方案包；文件夹里已是生成的方案包时重新生成，人写的内容保留',
  en: 'make a pack from a reviewed draft; into an earlier build it builds anew and keeps what persons wrote',
  options: {
    into: { type: 'string' }, place: { type: 'string' }, from: { type: 'string' }, until: { type: 'string' }, document: { type: 'string' }, reported: { type: 'boolean' }, 'accept-proposed': { type: 'boolean' },
    'from-draft': { type: 'string' }, as: { type: 'string' },
  },
  positionals: [0, 1],
  async run(input) {
    const { environment, language, positionals, values, print } = input
    const refuse = (zhWhy: string, enWhy: string) => problem('server/bad-argument', { command: 'pack build', zhWhy, enWhy, usage })
    if ((positionals.length === 1) === (typeof values['from-draft'] === 'string')) throw refuse('请给出草稿文件夹，或 --from-draft 编号，二者之一', 'give the folder of a draft, or --from-draft with an id, not both')
    if (typeof values['into'] !== 'string') throw refuse('请用 --into 写明方案包放在哪个文件夹', 'say with --into which folder the pack goes into')
    const folder = resolve(environment.cwd, values['into'])
    const { check, text } = await readSource(input)
    refuseOpen(check, values['accept-proposed'] === true)
    const said = await writeBuild(input, folder, check.folder, await choicesOf(input, folder, text))
    const { checkPack, loadPack } = await import('@bangfu/plan')
    const pack = loadPack(folder)
    const shown = relative(environment.cwd, folder) || dirname(folder)
    const counts = [pack.clauses.length, pack.targets.targets.length, pack.obligations.obligations.length, pack.duties.length].join('/')
    print(language === 'zh' ? `✓ 方案包已写入 ${folder}：条款/目标/责任事项/职责 ${counts}` : `✓ pack written to ${folder}: clauses/targets/obligations/duties ${counts}`)
    for (const line of said) print(`  ${line}`)
    const faults = checkPack(pack)
    if (faults.length > 0) throw new ProblemError(faults)
    for (const line of packOpenLines(pack, shown, language)) print(`  ${line}`)
    return 0
  },
}
