/** The stranger's story in a browser, from an empty register, on files that other programs wrote (packages/register/fixtures/foreign). */
import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startVisit, type HouseVisit } from './start-visit.ts'
import { settled, shoot } from './visit.ts'

const foreign = fileURLToPath(new URL('../packages/register/fixtures/foreign/', import.meta.url))
let visit: HouseVisit
let page: Page

beforeAll(async () => {
  visit = await startVisit(0)
  page = visit.page
}, 240_000)
afterAll(() => visit?.end())

/** Uploads a file on the page of imports and waits until it was recognised. */
async function upload(file: string): Promise<void> {
  await page.goto('/imports')
  await page.locator('main input[type=file]').setInputFiles(join(foreign, file))
  await page.waitForURL(/\/imports\/.+/)
  await page.getByRole('heading', { name: '一 认表' }).waitFor()
}

/** Tries and commits the import that is open; gives how many rows were taken. */
async function commit(): Promise<number> {
  await page.getByRole('button', { name: '试运行', exact: true }).click()
  await page.getByRole('heading', { name: /二 试运行/ }).waitFor()
  await shoot(page, 'story-preview')
  const taken = Number((await page.locator('.preview-figures b').first().innerText()).replaceAll(',', ''))
  await page.getByRole('button', { name: '入库', exact: true }).click()
  await page.getByRole('dialog').getByRole('button', { name: '入库', exact: true }).click()
  const done = page.getByText(/已入库 [\d,]+ 行/).first()
  // A refusal is said instead, or nothing: the test then fails with the words of the page, not with a time that ran out.
  await done.or(page.locator('main [role=alert]').first()).first().waitFor({ timeout: 45_000 }).catch(() => undefined)
  expect(await done.isVisible() ? '' : await page.locator('main').innerText()).toBe('')
  return taken
}

test('an empty register leads a stranger from the choice of a role to the imports', async () => {
  await page.goto('/')
  await page.getByRole('button', { name: /县扶贫办/ }).click()
  await page.getByRole('heading', { level: 1, name: '建平县今天' }).waitFor()
  await shoot(page, 'story-empty')
  await page.getByRole('link', { name: '去导入文件' }).click()
  await page.getByText('还没有导入过文件').waitFor()
  expect(visit.errors()).toEqual([])
})

test('ids that Excel rounded are named cell by cell, never guessed, and make nobody', async () => {
  await upload('dibao-rounded.xlsx')
  await page.getByLabel(/出具单位/).fill('县民政局')
  await page.getByLabel('截至日期').fill('2018-06-30')
  await page.getByLabel('这份清单说明哪些帮扶已经落实').uncheck()
  await page.getByRole('button', { name: '试运行', exact: true }).click()
  await page.getByText('imports/id-kept-out').first().waitFor()
  await shoot(page, 'story-rounded')
  // Row by row: kept aside by name and place; no new person, no fact about anybody.
  expect(await page.locator('.preview-figures li', { hasText: '新增' }).locator('b').innerText()).toBe('0')
  expect(await page.locator('[aria-labelledby=cell-problems] tbody tr').count()).toBe(20)
})

test('what is missing in the form is said in words, before anything is sent', async () => {
  await upload('national-persons-merged.xlsx')
  await page.getByLabel('截至日期').fill('')
  await page.getByRole('button', { name: '试运行', exact: true }).click()
  expect(await page.getByRole('alert').innerText()).toContain('请填写截至日期')
})

test('the register export goes in as it is, and the same file again changes nothing', async () => {
  await upload('national-persons-merged.xlsx')
  const taken = await commit()
  expect(taken).toBeGreaterThan(0)
  await upload('national-persons-merged.xlsx')
  await page.getByText('这份文件以前入过库').waitFor()
  await page.goto('/persons')
  await settled(page)
  expect(await page.locator('main tbody tr').count()).toBeGreaterThan(0)
})

test('a list of help delivered says for which measure and period it speaks', async () => {
  await upload('disability-subsidies-poi.xlsx')
  await page.getByLabel(/出具单位/).fill('县残联')
  // The title names the help whole, so that it stands there already.
  expect(await page.locator('.ant-select', { has: page.getByRole('combobox', { name: '措施', exact: true }) }).innerText()).toContain('重度残疾人护理补贴')
  expect(await commit()).toBeGreaterThan(0)
})

test('a run is started, shows its progress and ends in new lists', async () => {
  await page.goto('/')
  await page.getByRole('button', { name: '开始核算' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/按哪一天的情况/).fill('2018-12-31')
  await dialog.getByRole('button', { name: '开始核算' }).click()
  await page.getByText(/核算完成/).first().waitFor({ timeout: 60_000 })
  await settled(page)
  await shoot(page, 'story-today')
  const shown = Number((await page.locator('[data-figure=verify] [data-count]').first().getAttribute('data-count')) ?? '0')
  await page.locator('[data-figure=verify] .figure-number').click()
  await settled(page)
  expect(shown).toBeGreaterThan(0)
  expect(Number(await page.locator('[data-total]').first().getAttribute('data-total'))).toBe(shown)
})

/** The workbook as a township hands it back: in its longest list the first row answered, the second with a word that is no result. */
async function filled(file: Buffer): Promise<Buffer> {
  const { sheets } = await readXlsx(file)
  const isHead = (cell: unknown): boolean => /^结果/.test(String(cell ?? ''))
  const lists = sheets.filter((sheet) => sheet.rows.some((row) => row.some(isHead)))
  const list = lists.sort((a, b) => b.rows.length - a.rows.length)[0]!
  const at = list.rows.findIndex((row) => row.some(isHead))
  const column = list.rows[at]!.findIndex(isHead)
  const results = ['无法核实', '胡写']
  const rows = list.rows.map((row, i) => (results[i - at - 1] === undefined ? [...row] : row.map((cell, c) => (c === column ? results[i - at - 1]! : cell))))
  return Buffer.from(await writeXlsx({ sheets: sheets.map((sheet) => ({ name: sheet.name, rows: sheet === list ? rows : [...sheet.rows] })) }))
}

test('a township\'s list leaves in Excel, comes back filled, and each row is accounted for', async () => {
  await page.goto('/work-items?kind=verify&state=open')
  await settled(page)
  const before = Number(await page.locator('[data-total]').first().getAttribute('data-total'))
  await page.getByRole('button', { name: '下载', exact: true }).click()
  const [download] = await Promise.all([page.waitForEvent('download'), page.locator('.ant-dropdown-menu-item').first().click()])
  expect(download.suggestedFilename()).toMatch(/\.xlsx$/)
  const back = await filled(await readFile(await download.path()))
  await page.getByRole('button', { name: '交回清单' }).click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles({ name: 'back.xlsx', mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', buffer: back })
  await page.getByText(/收下 1 条结果/).waitFor()
  await shoot(page, 'story-handed-back')
  expect(await page.locator('.rejected-rows li').count()).toBe(1)
  await page.getByRole('dialog').locator('.ant-modal-footer').getByRole('button', { name: '关闭' }).click()
  await page.reload()
  await settled(page)
  expect(Number(await page.locator('[data-total]').first().getAttribute('data-total'))).toBe(before - 1)
})

test('the slash key finds a person by pinyin, and the household says why', async () => {
  await page.goto('/persons')
  await settled(page)
  const name = await page.locator('main tbody tr a').first().innerText()
  await page.goto('/')
  await settled(page)
  await page.keyboard.press('/')
  await page.keyboard.type(name)
  await page.keyboard.press('Enter')
  await page.waitForURL(/\/persons\?q=/)
  await settled(page)
  await page.locator('main tbody').getByRole('link', { name }).first().click()
  await page.getByRole('heading', { name: /各项措施/ }).waitFor()
  await page.locator('main a[href^="/why"]').first().click()
  await page.getByRole('heading', { name: /可以念给群众听/ }).waitFor()
  await shoot(page, 'story-why')
  expect(await page.locator('.conditions > li').count()).toBeGreaterThan(0)
  expect(visit.foreign()).toEqual([])
})
