/** The commands against a real house, as a person types them: files in, a run, lists out and back, why; what is wrong ends with status 2 and leaves nothing. */
import { spawn, spawnSync } from 'node:child_process'
import { chmodSync, existsSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, resolve } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { writeCountyFiles, type CountyFiles } from '@bangfu/demo'
import { parseDivisionCode, parsePlainDate } from '@bangfu/kernel'
import { loadPack } from '@bangfu/plan'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'

const root = resolve(import.meta.dirname, '../../../..')
const folder = mkdtempSync(join(tmpdir(), 'bangfu-commands-'))
chmodSync(folder, 0o755)
const env = { PATH: process.env['PATH'] ?? '', HOME: folder, BANGFU_DATA: join(folder, 'data'), BANGFU_DEMO: '0' }
let files: CountyFiles
let house: ReturnType<typeof spawn>

function bangfu(...args: string[]): { status: number | null; out: string; err: string } {
  const { status, stdout, stderr } = spawnSync(process.execPath, [join(root, 'preflight.cjs'), ...args], { env, cwd: folder, encoding: 'utf8' })
  return { status, out: stdout, err: stderr }
}

beforeAll(async () => {
  files = await writeCountyFiles({ seed: 5, county: parseDivisionCode('211322'), people: 300, townships: 2, asOf: parsePlainDate('2018-06-30'), folder: join(folder, 'files'), format: 'xlsx' })
  house = spawn(process.execPath, [join(root, 'preflight.cjs'), 'start'], { env, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] })
  let text = ''
  for (const stream of [house.stdout!, house.stderr!]) stream.on('data', (chunk: Buffer) => { text += chunk.toString() })
  for (let i = 0; i < 900 && house.exitCode === null && !/http:\/\/127\.0\.0\.1:\d+/.test(text); i += 1) await sleep(100)
  if (house.exitCode !== null) throw new Error(text)
}, 120_000)
afterAll(async () => {
  const gone = new Promise((done) => house.once('close', done))
  house.kill('SIGTERM')
  await gone
  rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
})

const fileOf = (layout: string): string => join(folder, 'files', files.steps.find((s) => s.layout === layout)!.fileName)
const refused = (result: { status: number | null; out: string; err: string }, code: string): void => {
  expect([result.status, result.out]).toEqual([2, ''])
  expect(result.err).toMatch(new RegExp(`^✗ [^\\n]+ \\[${code}\\]\\n$`))
}

describe('commands on a house that runs', { timeout: 300_000 }, () => {
  it('refuse what is no list, an actor nobody is, and lists before a run; the register stays empty', () => {
    writeFileSync(join(folder, 'empty.xlsx'), '')
    writeFileSync(join(folder, 'words.csv'), '这不是名单\n')
    refused(bangfu('import', 'empty.xlsx'), 'imports/empty-file')
    refused(bangfu('import', 'words.csv'), 'server/bad-argument')
    refused(bangfu('import', fileOf('national-persons'), '--as', '没有这个人'), 'server/not-found')
    refused(bangfu('import', fileOf('national-persons'), '--as-of', '2018-13-40'), 'kernel/bad-date')
    refused(bangfu('why', '没有这个人', 'disability-care'), 'server/not-found')
    writeFileSync(join(folder, 'other.txt'), '另一个文件\n一、目标\n到2020年，全县500人脱贫。\n')
    refused(bangfu('plan', 'attach', 'other.txt'), 'server/other-document')
    expect(bangfu('import', fileOf('national-persons'), '--dry-run').out).toMatch(/新增 [1-9]/)
  })

  it('take files in, and the same file again changes nothing', () => {
    const persons = fileOf('national-persons')
    const first = bangfu('import', persons, fileOf('national-households'), '--as-of', '2018-06-30')
    expect([first.status, first.err]).toEqual([0, ''])
    expect(first.out.match(/✓ 已入库/g)).toHaveLength(2)
    expect(bangfu('import', persons, '--as-of', '2018-06-30', '--dry-run').out).toMatch(/新增 0，|新增 0,/)
  })

  it('take every list of a workbook that another program wrote, say what each was taken for and what is left, and refuse a list that says too little', () => {
    const book = join(root, 'packages/register/fixtures/books/county-book.xlsx')
    const whole = bangfu('import', book)
    expect([whole.status, whole.err]).toEqual([0, ''])
    expect(whole.out.match(/✓ 已入库/g)).toHaveLength(3)
    expect(whole.out).toMatch(/county-book\.xlsx 朱碌科镇、建平镇：可入库 \d+ 行，退回 0 行/)
    expect(whole.out).toContain('说明的帮扶：pension-prepay（名称里写着“养老保险费代缴”），期间 2018（标题写明），覆盖 朱碌科镇、建平镇（名单各行证实）')
    expect(whole.out.match(/没有读入工作表“(填表说明|昌隆镇|汇总)”：/g)).toHaveLength(3)
    expect(bangfu('import', book, '--dry-run').out).not.toMatch(/新增 [1-9]/)
    const one = bangfu('import', book, '--sheet', '建平镇', '--measures', 'pension-prepay', '--covers', '211322102', '--dry-run')
    expect([one.status, one.out]).toEqual([0, expect.stringMatching(/^county-book\.xlsx：可入库 \d+ 行/)])
    refused(bangfu('import', book, '--sheet', '没有这张'), 'server/not-found')
    writeFileSync(join(folder, 'help.csv'), '乡镇,姓名,身份证号\n建平镇,王某,219901195001010012\n')
    refused(bangfu('import', 'help.csv', '--layout', 'delivery', '--as-of', '2018-06-30', '--source', '县民政局'), 'server/bad-argument')
  })

  it('run, write a workbook a township, and take it back with its results; a wrong word is explained with status 2', async () => {
    const run = bangfu('run', '--as-of', '2018-06-30')
    expect([run.status, run.err]).toEqual([0, ''])
    expect(run.out).toMatch(/✓ 2018-06-30/)
    expect(bangfu('lists', 'export', '--to', 'lists').status).toBe(0)
    const books = readdirSync(join(folder, 'lists')).filter((name) => name.endsWith('.xlsx'))
    expect([books.length, existsSync(join(folder, 'lists/work-items.csv'))]).toEqual([2, true])
    refused(bangfu('lists', 'export', '--to', 'none', '--department', '没有这个部门'), 'server/bad-argument')
    expect(bangfu('lists', 'export', '--to', 'of-one', '--department', 'county-human-resources').status).toBe(0)
    const lines = (name: string) => readFileSync(join(folder, name, 'work-items.csv'), 'utf8').trim().split('\n').slice(1)
    expect(lines('of-one').length).toBeGreaterThan(0)
    expect(lines('of-one').filter((line) => !line.includes('人社'))).toEqual([])
    expect(lines('of-one').length).toBeLessThan(lines('lists').length)
    const back = join(folder, 'back.xlsx')
    writeFileSync(back, await filled(readFileSync(join(folder, 'lists', books[0]!))))
    const results = bangfu('lists', 'import-results', back)
    expect([results.status, results.err]).toEqual([2, ''])
    expect(results.out).toMatch(/收下 1 条结果[^\n]+退回 1 行\n {2}- [^\n]+ \[measures\/work-list-result-unknown\]/)
    refused(bangfu('lists', 'import-results', 'empty.xlsx'), 'imports/empty-file')
    refused(bangfu('lists', 'import-results', 'missing.xlsx'), 'server/no-such-file')
  })

  it('attach a copy of the plan by its printed numbers, say what it lacks, and keep it', () => {
    const { clauses } = loadPack(join(root, 'packs/liaoning-2018-2020'))
    const dropped = clauses.at(-1)!.id
    writeFileSync(join(folder, 'copy.txt'), clauses.filter((clause) => clause.id !== dropped).map((clause) => inventedClause(clause.id)).join('\n'))
    const attached = bangfu('plan', 'attach', 'copy.txt')
    expect([attached.status, attached.err]).toEqual([0, ''])
    expect(attached.out).toMatch(/^✓ 已附上原文，\d+ 字\n/)
    expect(attached.out).toMatch(new RegExp(`缺 1 条[:：]${dropped.replace(/[.()]/g, '\\$&')}\n`))
    expect(readFileSync(join(folder, 'data/plan-document'), 'utf8')).toBe(readFileSync(join(folder, 'copy.txt'), 'utf8'))
    // Another document is refused and leaves the copy in place.
    refused(bangfu('plan', 'attach', 'other.txt'), 'server/other-document')
    expect(readFileSync(join(folder, 'data/plan-document'), 'utf8')).toBe(readFileSync(join(folder, 'copy.txt'), 'utf8'))
  })

  it('say why, in words to be read aloud, without a number of anybody', () => {
    const { subject } = files.truth.find((row) => row.measure === 'pension-prepay' && row.eligible === true)!
    const why = bangfu('why', subject, 'pension-prepay')
    expect([why.status, why.err]).toEqual([0, ''])
    expect(why.out).toMatch(/^[✓✗?] /m)
    expect(why.out).toContain('二.(四).2')
    expect(why.out).not.toContain(subject)
    refused(bangfu('why', subject, 'no-such-measure'), 'measures/unknown-measure')
  })
})

/** A line of an invented plan that carries the printed number of the clause: 二.(四).2 is printed as 2 below (四) below 二. */
function inventedClause(id: string): string {
  const number = id.split('.').at(-1)!
  const mark = /^\(/.test(number) ? number.replace('(', '（').replace(')', '）') : /^\d/.test(number) ? `${number}.` : number.endsWith('是') ? number : `${number}、`
  return mark.endsWith('、') ? `${mark}虚构部分` : `${mark}虚构事项。由虚构单位办理。`
}

/** In its longest list the first row answered, the second with a word that is no result. */
async function filled(file: Buffer): Promise<Uint8Array> {
  const { sheets } = await readXlsx(file)
  const isHead = (cell: unknown): boolean => /^结果/.test(String(cell ?? ''))
  const list = sheets.filter((sheet) => sheet.rows.some((row) => row.some(isHead))).sort((a, b) => b.rows.length - a.rows.length)[0]!
  const at = list.rows.findIndex((row) => row.some(isHead))
  const column = list.rows[at]!.findIndex(isHead)
  const results = ['无法核实', '胡写']
  return writeXlsx({ sheets: sheets.map((sheet) => ({ name: sheet.name, rows: sheet !== list ? [...sheet.rows] : sheet.rows.map((row, i) => (results[i - at - 1] === undefined ? [...row] : row.map((cell, c) => (c === column ? results[i - at - 1]! : cell)))) })) })
}
