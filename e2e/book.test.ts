/** A county office's workbook of many sheets, written by another program, goes in through the page as a whole: every list of it, one press, nothing lost unsaid. */
import { fileURLToPath } from 'node:url'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startVisit, type HouseVisit } from './start-visit.ts'
import { settled, shoot } from './visit.ts'

const book = fileURLToPath(new URL('../packages/register/fixtures/books/county-book.xlsx', import.meta.url))
let visit: HouseVisit
let page: Page
beforeAll(async () => {
  visit = await startVisit(0, 'county-office')
  page = visit.page
}, 240_000)
afterAll(() => visit?.end())

async function drop(): Promise<void> {
  await page.goto('/imports')
  await page.locator('main input[type=file]').setInputFiles(book)
  await page.waitForURL(/batch=/, { timeout: 60_000 })
  await page.locator('#batch').waitFor()
  await page.locator('.panel button.ant-btn-loading').waitFor({ state: 'detached', timeout: 120_000 })
}
const batch = () => page.locator('[aria-labelledby=batch] tbody tr')
const lists = async (): Promise<number> => ((await (await visit.context.request.get('/api/lists')).json()) as { total: number }).total

test('each list of the book stands by itself with its sheets, and what is left with its reason', async () => {
  await drop()
  expect(await batch().count()).toBe(3)
  expect(await batch().nth(2).innerText()).toMatch(/朱碌科镇 等 2 张工作表[\s\S]*城乡居民养老保险代缴 2018，覆盖 朱碌科镇、建平镇/)
  const skipped = await page.locator('.skipped-sheets li').allInnerTexts()
  expect(skipped.map((text) => text.split(/\s/)[0])).toEqual(['填表说明', '昌隆镇', '汇总'])
  await shoot(page, 'book-batch')
})

test('one press takes them all, after the help that the list states was named', async () => {
  await page.getByRole('button', { name: /^导入全部无误的/ }).click()
  const dialog = page.getByRole('dialog')
  expect(await dialog.locator('.help-lists li').allInnerTexts()).toEqual([expect.stringContaining('城乡居民养老保险代缴 2018，覆盖 朱碌科镇、建平镇')])
  await shoot(page, 'book-confirm')
  await dialog.getByRole('button', { name: '入库', exact: true }).click()
  await page.getByText('这一批都已入库').waitFor({ timeout: 120_000 })
  expect(await lists()).toBe(3)
})

test('the same book again is known, list by list, and changes nothing', async () => {
  await drop()
  await page.getByRole('button', { name: /^导入全部无误的/ }).click()
  await page.getByRole('dialog').getByRole('button', { name: '入库', exact: true }).click()
  await page.getByText('这一批都已入库').waitFor({ timeout: 120_000 })
  expect(await lists()).toBe(3)
})

test('a list of several sheets is opened with all of them, any can be left out, and what is left out is said', async () => {
  await drop()
  await batch().nth(2).getByRole('link').click()
  await page.getByText(/工作表（2 张/).waitFor()
  await page.getByText('这份文件以前入过库').waitFor()
  await shoot(page, 'book-list')
  await page.getByLabel(/^建平镇/).uncheck()
  await page.getByRole('button', { name: '重新试运行' }).click()
  await page.getByText('imports/other-sheets').first().waitFor()
  expect(await page.locator('[aria-labelledby=cell-problems]').innerText()).toContain('建平镇')
  expect(visit.errors()).toEqual([])
})

test('a sheet of sums that was left can be taken all the same, as an import of its own', async () => {
  await drop()
  await page.getByRole('button', { name: '也要读入 汇总' }).click()
  await expect.poll(() => batch().count(), { timeout: 30_000 }).toBe(4)
  await settled(page)
  expect(await page.locator('.skipped-sheets li').count()).toBe(2)
  expect(await batch().filter({ hasText: '认不出' }).count()).toBe(1)
})
