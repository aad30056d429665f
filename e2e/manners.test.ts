/** Manners of the pages: keyboard, answering by hand, refusals in words, no watching of people, and a light first load. */
import { readdirSync, readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { gzipSync } from 'node:zlib'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startVisit, type HouseVisit } from './start-visit.ts'
import { settled, shoot } from './visit.ts'

let visit: HouseVisit
let page: Page
beforeAll(async () => {
  visit = await startVisit(800, 'county-office')
  page = visit.page
}, 240_000)
afterAll(() => visit?.end())

const dist = fileURLToPath(new URL('../packages/web/dist/', import.meta.url))

const total = async (): Promise<number> => Number(await page.locator('[data-total]').first().getAttribute('data-total'))

test('an unknown household is a problem in words with a code, not a blank page', async () => {
  await page.goto('/households/nobody')
  const summary = page.locator('.problem-summary')
  await summary.waitFor()
  expect(await summary.evaluate((node) => node === node.ownerDocument.activeElement)).toBe(true)
  expect(await summary.innerText()).toMatch(/有问题需要处理[\s\S]*编号 \w+\/[\w-]+/)
})

test('when the network is gone the page says so, and stops saying so when it is back', async () => {
  await page.goto('/indicators')
  await settled(page)
  await visit.context.setOffline(true)
  await page.getByRole('link', { name: '工作清单' }).click().catch(() => undefined)
  await page.getByText('网络已断开').waitFor()
  await visit.context.setOffline(false)
  await page.getByText('网络已断开').waitFor({ state: 'detached' })
  expect(await page.locator('.offline-note').count()).toBe(0)
})

test('the first Tab reaches the way past the navigation, and every stop shows its focus', async () => {
  await page.goto('/work-items?kind=owed')
  await settled(page)
  await page.keyboard.press('Tab')
  expect(await page.evaluate('document.activeElement.className')).toBe('skip-link')
  const hidden: string[] = []
  for (let i = 0; i < 25; i += 1) {
    await page.keyboard.press('Tab')
    const seen = await page.evaluate(`(() => { const e = document.activeElement; const box = e.closest('.ant-select, .ant-input-affix-wrapper, .ant-checkbox-wrapper, label') ?? e; const shown = [e, box].some((n) => { const s = getComputedStyle(n); return (s.outlineStyle !== 'none' && parseFloat(s.outlineWidth) > 0) || s.boxShadow !== 'none' }) || [...box.querySelectorAll('*')].some((n) => getComputedStyle(n).outlineStyle !== 'none'); return shown ? '' : e.outerHTML.slice(0, 120) })()`)
    if (seen) hidden.push(String(seen))
  }
  expect(hidden).toEqual([])
})

test('filters stay in the address through reload and back, and can be cleared at once', async () => {
  await page.goto('/work-items?kind=owed')
  await settled(page)
  const all = await total()
  await page.getByLabel('姓名、户编号').fill('没有这个人')
  await page.keyboard.press('Enter')
  await page.getByText('没有符合条件的记录').waitFor()
  await page.reload()
  await page.getByText('没有符合条件的记录').waitFor()
  await page.getByRole('button', { name: '清除全部筛选' }).click()
  await expect.poll(total, { timeout: 15_000 }).toBe(all)
})

test('two items are answered at once, after a check, and leave the open list', async () => {
  await page.goto('/work-items?kind=owed&state=open')
  await settled(page)
  const before = await total()
  const boxes = page.locator('main tbody input[type=checkbox]')
  await boxes.nth(0).check()
  await boxes.nth(1).check()
  await page.getByRole('button', { name: '批量填结果' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '下一步' }).click()
  expect(await dialog.getByRole('alert').innerText()).toContain('请选择一个结果')
  await dialog.getByLabel('已落实').check()
  await dialog.getByRole('button', { name: '下一步' }).click()
  await dialog.getByText(/将把 2 条记为“已落实”/).waitFor()
  await shoot(page, 'manners-check')
  await dialog.getByRole('button', { name: '确认提交' }).click()
  await page.getByText(/已记录 2 条结果/).waitFor()
  await expect.poll(total, { timeout: 15_000 }).toBe(before - 2)
})

test('full ids are shown only for a reason, and the household remembers it', async () => {
  await page.goto('/households')
  await settled(page)
  await page.locator('main tbody a').first().click()
  await page.getByRole('button', { name: '显示完整证件号' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByRole('button', { name: '显示完整证件号' }).click()
  expect(await dialog.getByRole('alert').innerText()).toContain('请写明理由')
  await dialog.getByLabel(/理由/).fill('入户核对身份证')
  await dialog.getByRole('button', { name: '显示完整证件号' }).click()
  await page.getByText('已显示，并已留痕').waitFor()
  await page.locator('.timeline', { hasText: '入户核对身份证' }).waitFor()
  await page.reload()
  await settled(page)
  expect(await page.locator('main').innerText()).not.toMatch(/2199\d{13}[\dX]/)
})

test('one click on English leaves no Chinese sentence of ours on the frame', async () => {
  await page.goto('/')
  await settled(page)
  await page.getByRole('button', { name: 'English' }).click()
  const words = await page.locator('.shell-nav, .shell-footer, .demonstration').allInnerTexts()
  expect(words.join(' ')).not.toMatch(/[\u4e00-\u9fff]/)
  expect(await page.evaluate('document.documentElement.lang')).toBe('en')
})

/** 国办函〔2026〕12号: no punch-in, ranking, online time or location; a way to complain on every page. */
test('nothing in the built pages watches people, and every page has the way to complain', async () => {
  const code = readdirSync(`${dist}assets`).filter((name) => name.endsWith('.js')).map((name) => readFileSync(`${dist}assets/${name}`, 'utf8')).join('\n')
  expect(['navigator.geolocation', 'getUserMedia', 'sendBeacon', 'navigator.serviceWorker'].filter((name) => code.includes(name))).toEqual([])
  for (const path of ['/', '/plan', '/persons', '/imports']) {
    await page.goto(path)
    await page.locator('h1').waitFor()
    expect(await page.locator('footer a[href="/feedback"]').count()).toBe(1)
  }
})

test('the first load stays under 350 KB of packed script and style', () => {
  const page = readFileSync(`${dist}index.html`, 'utf8')
  const files = [...page.matchAll(/"\/(assets\/[^"]+)"/g)].map((match) => match[1]!)
  const packed = files.reduce((sum, file) => sum + gzipSync(readFileSync(dist + file)).length, 0)
  expect(files.length).toBeGreaterThan(1)
  expect(packed).toBeLessThan(350 * 1024)
})
