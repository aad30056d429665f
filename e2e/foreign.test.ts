/** Every workbook that another program wrote goes in through the page, from an empty register, with what the page proposes; then a run, a township's list out, and back by name. */
import { readdirSync, readFileSync } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { fileURLToPath } from 'node:url'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Locator, Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startVisit, type HouseVisit } from './start-visit.ts'
import { pickRole, settled, shoot } from './visit.ts'

const foreign = fileURLToPath(new URL('../packages/register/fixtures/foreign/', import.meta.url))
/** A book of every header spelling, 120 small sheets: no list of anybody's, looked at by itself. */
const spellings = 'header-spellings.xlsx'
const files = readdirSync(foreign).filter((name) => /\.(xlsx|csv|txt)$/.test(name) && name !== spellings)
/** What each file says that cannot be read from it: how many sheets it has, who issued it, which help it states. */
const corrections: Readonly<Record<string, { readonly source?: string; readonly measure?: string }>> = {
  'disease-utf16.txt': { source: '县卫健局', measure: '大病专项救治' },
  'job-subsidies-1904.xlsx': { source: '县人社局' },
  'pension-semicolon.csv': { source: '县人社局' },
}

interface Expected { readonly sheets: readonly { readonly sheet: string; readonly mapped: number }[] }
const expectedOf = (name: string): Expected => JSON.parse(readFileSync(`${foreign}expected/${name}.json`, 'utf8')) as Expected

let visit: HouseVisit
let page: Page
beforeAll(async () => {
  visit = await startVisit(0, 'county-office')
  page = visit.page
}, 240_000)
afterAll(() => visit?.end())

interface ImportRow { readonly id: string; readonly fileName: string; readonly state: string; readonly sheet: string | null; readonly taken: number }
const imports = async (): Promise<readonly ImportRow[]> => ((await (await visit.context.request.get('/api/imports?size=100')).json()) as { rows: ImportRow[] }).rows

const number = async (locator: Locator): Promise<number> => Number((await locator.first().innerText()).replaceAll(',', ''))

test('a demonstration is not claimed of an empty register', async () => {
  const today = await (await visit.context.request.get('/api/today')).json() as { demonstration: boolean; run: unknown; nextRunDay: unknown }
  expect(today).toMatchObject({ demonstration: false, run: null, nextRunDay: null })
  await page.goto('/')
  await settled(page)
  expect(await page.locator('.demonstration').count()).toBe(0)
})

test('all files dropped at once are recognised, and one confirmation takes those without a problem', async () => {
  await page.goto('/imports')
  await page.locator('main input[type=file]').setInputFiles(files.map((name) => foreign + name))
  await page.waitForURL(/batch=/, { timeout: 120_000 })
  await page.locator('#batch').waitFor()
  const all = page.getByRole('button', { name: /^导入全部无误的/ })
  await all.waitFor()
  await page.locator('.panel button.ant-btn-loading').waitFor({ state: 'detached', timeout: 120_000 })
  expect(await page.locator('[aria-labelledby=batch] tbody tr').count()).toBe(files.length)
  await shoot(page, 'foreign-batch')
  await all.click()
  await page.getByRole('dialog').getByRole('button', { name: '入库', exact: true }).click()
  await page.getByText(/还有 \d+ 份要打开看一看/).waitFor({ timeout: 180_000 })
  await shoot(page, 'foreign-batch-done')
  expect((await imports()).filter((row) => row.state === 'committed').length).toBeGreaterThan(1)
}, 400_000)

/** What the form still wants, given by hand: who issued the list, its day, which help it states or that it states none. */
async function correct(name: string): Promise<void> {
  const { source, measure } = corrections[name] ?? {}
  const issued = page.getByLabel(/^出具单位/).first()
  if ((await issued.inputValue()) === '') await issued.fill(source ?? '县扶贫办')
  const day = page.getByLabel(/^截至日期/).first()
  if ((await day.inputValue()) === '') await day.fill('2018-06-30')
  const states = page.getByLabel('这份清单说明哪些帮扶已经落实')
  if ((await states.count()) === 0 || !(await states.isChecked())) return
  if (await states.isEnabled() && measure === undefined) return states.uncheck()
  const chosen = page.locator('.ant-select', { has: page.getByRole('combobox', { name: '措施', exact: true }) }).locator('.ant-select-selection-item')
  if ((await chosen.count()) > 0) return
  await page.getByRole('combobox', { name: '措施', exact: true }).click()
  const options = page.locator('.ant-select-dropdown:visible .ant-select-item-option')
  await (measure === undefined ? options.first() : options.filter({ hasText: measure }).first()).click()
  await page.keyboard.press('Escape')
}

test('the rest goes in after a look; every file takes as many rows as another reader counts', async () => {
  for (const row of (await imports()).filter((one) => one.state !== 'committed')) {
    await page.goto(`/imports/${row.id}`)
    await page.getByRole('heading', { name: '一 认表' }).waitFor()
    await settled(page)
    await correct(row.fileName)
    // A file that was tried with the others shows that try no more once another has begun.
    const tried = page.waitForResponse((reply) => reply.request().method() === 'POST' && reply.url().includes(`/imports/${row.id}/preview`), { timeout: 60_000 })
    await page.getByRole('button', { name: /^(重新)?试运行$/ }).click()
    await tried
    await page.locator('main button.ant-btn-loading').waitFor({ state: 'detached', timeout: 60_000 })
    await page.getByRole('heading', { name: /二 试运行/ }).waitFor()
    expect(await number(page.locator('.preview-figures b')), row.fileName).toBeGreaterThan(0)
    await page.locator('#commit').locator('..').getByRole('button', { name: '入库', exact: true }).click()
    await page.getByRole('dialog').getByRole('button', { name: '入库', exact: true }).click()
    const done = page.getByText(/^已入库 [\d,]+ 行。接着导入/).first()
    // A refusal is said instead: the test then fails with its words, not with a time that ran out.
    await done.or(page.locator('main [role=alert], main .problem-summary').first()).first().waitFor({ timeout: 120_000 }).catch(() => shoot(page, 'foreign-stopped'))
    expect([row.fileName, await done.isVisible() ? '' : await page.locator('main').innerText()]).toEqual([row.fileName, ''])
  }
  const rows = await imports()
  expect(rows.map((row) => [row.fileName, row.state])).toEqual(rows.map((row) => [row.fileName, 'committed']))
  const differ = rows.map((row) => ({ file: row.fileName, taken: row.taken, mapped: expectedOf(row.fileName).sheets.find((s) => s.sheet === row.sheet)?.mapped }))
  expect(differ.filter((one) => one.taken !== one.mapped)).toEqual([])
  expect(rows.length).toBe(files.length)
}, 600_000)

test('a book of very many lists shows them all, and any of them can be opened and tried', async () => {
  await page.goto('/imports')
  await page.locator('main input[type=file]').setInputFiles(foreign + spellings)
  await page.waitForURL(/batch=/, { timeout: 60_000 })
  await page.locator('#batch').waitFor()
  const lists = page.locator('[aria-labelledby=batch] tbody tr')
  await expect.poll(() => lists.count(), { timeout: 60_000 }).toBeGreaterThan(50)
  await lists.filter({ hasText: '要打开看一看' }).first().getByRole('link').click()
  await page.getByRole('heading', { name: '一 认表' }).waitFor()
  await correct(spellings)
  await page.getByRole('button', { name: /试运行$/ }).click()
  await page.getByRole('heading', { name: /二 试运行/ }).waitFor()
  expect(await number(page.locator('.preview-figures b'))).toBeGreaterThan(0)
}, 120_000)

async function run(): Promise<void> {
  await page.goto('/')
  await settled(page)
  await page.getByRole('button', { name: /核算/ }).first().click().catch((error: unknown) => shoot(page, 'foreign-no-run').then(() => { throw error }))
  const dialog = page.getByRole('dialog')
  // The day of the newest list stands there already.
  expect(await dialog.getByLabel(/按哪一天的情况/).inputValue()).toMatch(/^20\d\d-\d\d-\d\d$/)
  await dialog.getByRole('button', { name: /核算$/ }).last().click()
  const done = page.getByText(/核算完成/).first()
  await done.or(dialog.locator('[role=alert], .problem-summary').first()).first().waitFor({ timeout: 180_000 }).catch(() => shoot(page, 'foreign-run-stopped'))
  expect(await done.isVisible() ? '' : await dialog.innerText()).toBe('')
}

interface Item { readonly key: string; readonly subject: { readonly name: string | null } }
/** Every open item of the township, page by page. */
async function openItems(township: string): Promise<readonly Item[]> {
  const items: Item[] = []
  for (let at = 1; ; at += 1) {
    const reply = await (await visit.context.request.get(`/api/work-items?state=open&township=${township}&size=200&page=${at}`)).json() as { total: number; rows: Item[] }
    items.push(...reply.rows)
    if (reply.rows.length === 0 || items.length >= reply.total) return items
  }
}

test('a township\'s list is filled by another program, closes by name, and what was answered does not come up again', async () => {
  await run()
  const { townships } = await (await visit.context.request.get('/api/work-items/counts?kind=verify&state=open')).json() as { townships: { key: string; count: number }[] }
  const township = townships.filter((t) => t.key.length === 9).sort((a, b) => b.count - a.count)[0]!.key
  const before = await openItems(township)
  await page.goto(`/work-items?kind=verify&state=open&township=${township}`)
  await settled(page)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: /下载乡镇清单/ }).first().click()])
  const { bytes, answered } = await filled(await readFile(await download.path()))
  expect(answered).toBe(2)
  await page.getByRole('button', { name: '交回清单' }).click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: 'back.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: bytes })
  await page.getByText(/收下 2 条结果/).waitFor()
  const after = new Set((await openItems(township)).map((item) => item.key))
  const closed = before.filter((item) => !after.has(item.key))
  expect(closed).toHaveLength(2)
  await run()
  const again = new Set((await openItems(township)).map((item) => item.key))
  expect(closed.filter((item) => again.has(item.key)).map((item) => item.subject.name)).toEqual([])
}, 400_000)

test('the key path reads in English too: lists, a try, today', async () => {
  await pickRole(visit, visit.house.url, 'county-office', 'en')
  await page.goto('/imports')
  await settled(page)
  await page.getByRole('heading', { level: 1, name: 'Imports' }).waitFor()
  await page.locator('main input[type=file]').setInputFiles(['clinics.xlsx', 'villages.xlsx'].map((name) => foreign + name))
  await page.getByRole('heading', { name: 'These files' }).waitFor({ timeout: 60_000 })
  await shoot(page, 'foreign-batch-en')
  await page.goto('/work-items?kind=verify&state=open')
  await settled(page)
  const [download] = await Promise.all([
    page.waitForEvent('download'),
    page.getByRole('button', { name: /^Download/ }).first().click().then(() => page.locator('.ant-dropdown-menu-item').first().click()),
  ])
  expect(download.suggestedFilename()).toMatch(/^work-list-\d{9}-.*\.xlsx$/)
  await page.goto('/')
  await settled(page)
  expect(await page.locator('h1').innerText()).toMatch(/today$/)
  expect(visit.foreign()).toEqual([])
}, 200_000)

/** The workbook as a township hands it back, written anew by another program: the first two rows of its longest list answered. */
async function filled(file: Buffer): Promise<{ readonly bytes: Buffer; readonly answered: number }> {
  const { sheets } = await readXlsx(file)
  const isHead = (cell: unknown): boolean => /^结果/.test(String(cell ?? ''))
  const list = sheets.filter((sheet) => sheet.rows.some((row) => row.some(isHead))).sort((a, b) => b.rows.length - a.rows.length)[0]!
  const at = list.rows.findIndex((row) => row.some(isHead))
  const column = list.rows[at]!.findIndex(isHead)
  let answered = 0
  const rows = list.rows.map((row, i) => {
    if (i <= at || answered >= 2 || row.every((cell) => cell === null || cell === '')) return [...row]
    answered += 1
    return row.map((cell, c) => (c === column ? '无法核实' : cell))
  })
  return { bytes: Buffer.from(await writeXlsx({ sheets: sheets.map((sheet) => ({ name: sheet.name, rows: sheet === list ? rows : [...sheet.rows] })) })), answered }
}
