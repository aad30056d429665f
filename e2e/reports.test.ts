/** An office reports on an obligation in the browser: what is missing is said, what is recorded stands on every page of the plan, and it is undone by a further act. */
import { readFile } from 'node:fs/promises'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zipEntries } from '../checks/zip-entries.ts'
import { startVisit, type HouseVisit } from './start-visit.ts'
import { pickRole, settled, shoot, visitor } from './visit.ts'

let visit: HouseVisit
beforeAll(async () => { visit = await startVisit(0, 'county-office') }, 240_000)
afterAll(() => visit?.end())

const duties = '/plan/duties/prov-education'
const row = () => visit.page.locator('[data-reports] tbody tr').first()

test('an incomplete report is refused in the form and by the server, and nothing is recorded', async () => {
  const { page } = visit
  await page.goto(duties)
  await settled(page)
  await row().getByRole('button', { name: /^填报/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '记下' }).click()
  await dialog.getByText('请选一种情况').waitFor()
  await dialog.getByLabel('已完成').check()
  await dialog.getByRole('button', { name: '记下' }).click()
  await dialog.getByText('请填写截至日期、报送人和依据').waitFor()
  await dialog.getByLabel('截至日期').fill('2018-09-30')
  await dialog.getByLabel('报送人').fill('王某')
  await dialog.getByLabel(/^依据/).fill('县教育局局长')
  await dialog.getByRole('button', { name: '记下' }).click()
  await dialog.getByText('server/report-incomplete').first().waitFor()
  await dialog.getByText('还没有报').waitFor()
  await shoot(page, 'report-form')
  expect(visit.errors().filter((e) => !e.includes('422'))).toEqual([])
})

test('a complete one stands in the list, on the clause, in the matrix and in the Word file', async () => {
  const { page } = visit
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('进行中').check()
  await dialog.getByLabel(/^凭据/).fill('资助系统名册')
  await dialog.getByRole('button', { name: '记下' }).click()
  await dialog.waitFor({ state: 'detached' })
  const line = '建平县：进行中，2018-09-30，王某（县教育局局长）；资助系统名册'
  await row().getByText(line).waitFor()
  await shoot(page, 'report-row')
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 Word' }).click()])
  const word = zipEntries(await readFile(await download.path())).find((e) => e.name === 'word/document.xml')!.data.toString().replace(/<[^>]+>/g, '')
  expect(word).toContain(line)
  await page.goto('/plan/duties')
  await settled(page)
  await page.locator('tr[data-body="prov-education"]').getByText(/报送 \d+：进行中 1、未报 \d+/).waitFor()
  await page.goto('/plan?clause=一.(二)')
  await page.locator('.plan-hangs').getByText(line).waitFor()
  expect([visit.errors(), visit.foreign()]).toEqual([[], []])
})

test('an auditor sees it and may not report; the office takes it back by a further act, and both stay', async () => {
  const auditor = await visitor(visit.browser, visit.house.url, 390, 'en')
  await pickRole(auditor, visit.house.url, 'auditor', 'en')
  await auditor.page.goto(duties)
  await auditor.page.getByText(/建平县: under way, 2018-09-30/).first().waitFor()
  expect(await auditor.page.getByRole('button', { name: /^Report/ }).count()).toBe(0)
  expect(await auditor.page.evaluate('document.documentElement.scrollWidth <= innerWidth')).toBe(true)
  expect(auditor.errors()).toEqual([])
  await auditor.context.close()
  const { page } = visit
  await page.goto(duties)
  await settled(page)
  await row().getByRole('button', { name: /^记录/ }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '撤回' }).click()
  await dialog.getByLabel('撤回的依据').fill('数字有误，局长同意更正')
  await dialog.getByRole('button', { name: '撤回' }).click()
  await dialog.getByText(/已由.*撤回/).waitFor()
  await shoot(page, 'report-undone')
  await page.keyboard.press('Escape')
  await row().getByText('还没有报').waitFor()
  expect(visit.errors()).toEqual([])
})
