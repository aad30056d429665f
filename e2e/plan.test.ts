/** The plan's pages in a browser: search, the tree by keyboard, the matrix, a body's duties in print and as Word, quantities and coverage. */
import { readFile } from 'node:fs/promises'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zipEntries } from '../checks/zip-entries.ts'
import { startVisit, type HouseVisit } from './start-visit.ts'
import { pickRole, settled, shoot, visitor } from './visit.ts'

let visit: HouseVisit
let page: Page
beforeAll(async () => {
  visit = await startVisit(800, 'county-office')
  page = visit.page
}, 240_000)
afterAll(() => visit?.end())

const address = (): string => decodeURIComponent(new URL(page.url()).search.replaceAll('+', ' '))
const open = async (path: string): Promise<void> => {
  await page.goto(path)
  await settled(page)
}

/** The part of a zip by its name. */
function zipPart(bytes: Buffer, wanted: string): string {
  return zipEntries(bytes).find((entry) => entry.name === wanted)!.data.toString('utf8')
}

const plain = (xml: string): string => xml.replace(/<[^>]+>/g, '').replaceAll('&lt;', '<').replaceAll('&gt;', '>').replaceAll('&quot;', '"').replaceAll('&apos;', '\'').replaceAll('&amp;', '&')
const squeeze = (text: string): string => text.replace(/\s+/g, '')
/** Rows of a Word table that begin with a number: the text of each cell without blanks. */
const numberedRows = (xml: string): string[][] => [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => squeeze(plain(cell)))).filter((row) => /^\d+$/.test(row[0] ?? ''))

test('words that the plan does not have are said to be missing', async () => {
  await open('/plan')
  await page.getByRole('searchbox', { name: '在方案里找' }).fill('没有这回事')
  await page.keyboard.press('Enter')
  await page.getByText('方案里没有“没有这回事”').waitFor()
  expect(await page.locator('[data-hits]').getAttribute('data-hits')).toBe('0')
  expect(await page.getByRole('button', { name: '下一处' }).isDisabled()).toBe(true)
})

test('a search leads from hit to hit, and the address holds words, hit and clause', async () => {
  await page.getByRole('searchbox', { name: '在方案里找' }).fill('民政')
  await page.keyboard.press('Enter')
  await page.getByText(/第 1 处/).waitFor()
  const first = address()
  const hits = Number(await page.locator('[data-hits]').getAttribute('data-hits'))
  await page.getByRole('button', { name: '下一处' }).click()
  await page.getByText(/第 2 处/).waitFor()
  await page.getByRole('searchbox', { name: '在方案里找' }).press('Enter')
  await page.getByText(/第 3 处/).waitFor()
  await page.getByRole('searchbox', { name: '在方案里找' }).press('Shift+Enter')
  await page.getByText(/第 2 处/).waitFor()
  expect(hits).toBeGreaterThan(3)
  expect(address()).not.toBe(first)
  expect(address()).toMatch(/clause=.*hit=2|hit=2.*clause=/)
  await page.reload()
  await page.getByText(/第 2 处/).waitFor()
  expect(await page.locator('.plan-document mark').count()).toBeGreaterThan(0)
  await shoot(page, 'plan-search')
})

test('the tree is one stop for Tab; its arrows walk, open and close, and Enter opens the clause', async () => {
  await open('/plan?clause=二')
  expect(await page.locator('[role=treeitem][tabindex="0"]').count()).toBe(1)
  await page.locator('[role=treeitem][tabindex="0"]').focus()
  await page.keyboard.press('ArrowDown')
  const at = page.locator('[role=treeitem]:focus')
  expect(await at.getAttribute('data-clause')).toBe('二.(一)')
  expect(await at.getAttribute('aria-expanded')).toBe('false')
  await page.keyboard.press('ArrowRight')
  expect(await at.getAttribute('aria-expanded')).toBe('true')
  await page.keyboard.press('ArrowRight')
  expect(await at.getAttribute('data-clause')).toBe('二.(一).1')
  await page.keyboard.press('Enter')
  await page.locator('.plan-hangs h2', { hasText: '二.(一).1' }).waitFor()
  expect(address()).toContain('clause=二.(一).1')
  expect(await page.locator('.document-clause[aria-current]').getAttribute('data-document-clause')).toBe('二.(一).1')
})

test('counts that hang on a clause open lists of that very length', async () => {
  await open('/plan?clause=二.(四).2')
  const links = page.locator('.plan-hangs .figure-links').first().locator('a')
  for (let i = 0; i < await links.count(); i += 1) {
    const [count, to] = [await links.nth(i).getAttribute('data-count'), await links.nth(i).getAttribute('href')]
    const reply = await visit.context.request.get(`/api${to!.replace('?', '?size=1&')}`)
    expect([to, String(((await reply.json()) as { total: number }).total)]).toEqual([to, count])
  }
  expect(await links.count()).toBe(3)
})

interface CountLink { readonly count: number; readonly list: { readonly path: string; readonly filters: Readonly<Record<string, string>> } }

/** Every count of open items, wherever it stands in the reply. */
function* itemCounts(value: unknown): Generator<CountLink> {
  if (value === null || typeof value !== 'object') return
  const node = value as Partial<CountLink>
  if (typeof node.count === 'number' && node.list?.path === '/work-items') yield node as CountLink
  for (const inner of Object.values(value)) yield* itemCounts(inner)
}

test.each(['prov-civil-affairs', 'county-civil-affairs', 'city-county-party-government?place=211322'])('every count in the duties of %s equals the list it opens', async (body) => {
  const list = await (await visit.context.request.get(`/api/plan/duties/${body}`)).json() as unknown
  const all = [...new Map([...itemCounts(list)].map((link) => [new URLSearchParams(link.list.filters).toString(), link.count]))]
  // Forty of them, spread over the whole list, are enough to find a rule that differs.
  const links = all.filter((_, i) => i % Math.ceil(all.length / 40) === 0)
  const differ: string[] = []
  for (const [filters, count] of links) {
    const { total } = await (await visit.context.request.get(`/api/work-items?size=1&${filters}`)).json() as { total: number }
    if (total !== count) differ.push(`${filters}: ${count} against ${total}`)
  }
  expect(differ).toEqual([])
  expect(links.length).toBeGreaterThan(5)
}, 120_000)

test.each(['county-office', 'township-office'])('the value of every counted target equals the list that %s opens, and so do gap and unknown', async (role) => {
  const watched = await visitor(visit.browser, visit.house.url, 1440, 'zh')
  await pickRole(watched, visit.house.url, role, 'zh')
  const { rows } = await (await watched.context.request.get('/api/indicators')).json() as { rows: { id: string; operator: string; computed: { counted: number; unknown: number; gap: string | null } | null }[] }
  const total = async (id: string, which: string) => ((await (await watched.context.request.get(`/api/indicators/${id}/rows?which=${which}&size=1`)).json()) as { total: number }).total
  const computed = rows.filter((row) => row.computed)
  for (const { id, operator, computed: value } of computed) {
    expect([id, await total(id, 'counted'), await total(id, 'unknown')]).toEqual([id, value!.counted, value!.unknown])
    if (operator === 'all' && value!.gap !== null) expect([id, String(await total(id, 'gap'))]).toEqual([id, value!.gap])
  }
  expect(computed.length).toBeGreaterThan(5)
  await watched.context.close()
}, 120_000)

test('the matrix says first what nobody has taken, unfolds a section, and a cell opens its clause', async () => {
  await open('/plan/duties')
  const nobody = page.locator('[data-nobody]')
  expect(await nobody.locator('li').count()).toBe(Number(await nobody.getAttribute('data-nobody')))
  const columns = await page.locator('.matrix-clause').count()
  await page.getByRole('button', { name: /^展开 二\.\(一\)/ }).click()
  await expect.poll(() => page.locator('.matrix-clause').count()).toBeGreaterThan(columns)
  await page.getByRole('button', { name: '展开全部章节' }).click()
  await shoot(page, 'matrix-unfolded')
  const matrix = await (await visit.context.request.get('/api/plan/matrix')).json() as { clauses: unknown[]; bodies: { id: string; marks: { clause: string }[] }[] }
  await expect.poll(() => page.locator('.matrix-clause').count()).toBe(matrix.clauses.length)
  const cells = matrix.bodies.reduce((sum, body) => sum + new Set(body.marks.map((m) => m.clause)).size, 0)
  expect(await page.locator('.matrix tbody tr[data-body] .role-mark').count()).toBe(cells)
  await page.getByRole('link', { name: /辽宁省教育厅 二\.\(二\)\.2 / }).click()
  await page.locator('.plan-hangs h2', { hasText: '二.(二).2' }).waitFor()
  expect(address()).toContain('clause=二.(二).2')
})

test('heads of the matrix stay while one scrolls, and filters by section and role narrow it', async () => {
  await open('/plan/duties?open=all')
  const box = page.locator('.matrix-box')
  const head = page.locator('.matrix thead th').first()
  const before = await head.boundingBox()
  await box.evaluate((node) => { node.scrollTop = 300; node.scrollLeft = 600 })
  expect(await head.boundingBox()).toEqual(before)
  const all = Number(await page.locator('[data-total]').getAttribute('data-total'))
  await open('/plan/duties?role=lead')
  const leads = Number(await page.locator('[data-total]').getAttribute('data-total'))
  expect(leads).toBeLessThan(all)
  expect(await page.locator('.matrix .role-mark:not(.role-lead):not(.role-nobody)').count()).toBe(0)
})

test.each([['zh', '下载 Word'], ['en', 'Download Word']] as const)('a body\'s duties leave as a Word file that says in %s, row by row, what the page says', async (language, button) => {
  const watched = await visitor(visit.browser, visit.house.url, 1440, language)
  await pickRole(watched, visit.house.url, 'county-office', language)
  await watched.page.goto('/plan/duties/prov-civil-affairs')
  await settled(watched.page)
  await watched.page.locator('[data-duty]').first().waitFor()
  const shown = await watched.page.locator('[data-duty]').evaluateAll((rows) => rows.map((row) => [...row.querySelectorAll('td')].map((cell) => cell.textContent ?? '')))
  const [download] = await Promise.all([watched.page.waitForEvent('download'), watched.page.getByRole('button', { name: button }).click()])
  expect(download.suggestedFilename()).toMatch(language === 'zh' ? /辽宁省民政厅责任清单\.docx$/ : /duties\.docx$/)
  const rows = numberedRows(zipPart(await readFile(await download.path()), 'word/document.xml'))
  expect(rows.length).toBeGreaterThan(10)
  expect(rows).toEqual(shown.map((cells) => cells.map(squeeze)))
  await watched.context.close()
}, 120_000)

test('in print the list stands alone on A4, with head and page numbers in the margins', async () => {
  await open('/plan/duties/prov-civil-affairs')
  await page.emulateMedia({ media: 'print' })
  await shoot(page, 'duties-print')
  expect(await page.locator('.shell-nav').isVisible()).toBe(false)
  expect(await page.locator('.link-tabs').first().isVisible()).toBe(false)
  const rules = await page.evaluate('[...document.styleSheets].flatMap((sheet) => [...sheet.cssRules]).map((rule) => rule.cssText).filter((text) => text.startsWith("@page")).join("\\n")') as string
  expect(rules).toMatch(/A4 landscape|297mm 210mm/i)
  expect(rules).toContain('辽宁省民政厅')
  expect(rules).toContain('counter(page)')
  const pdf = (await page.pdf({ preferCSSPageSize: true })).toString('latin1')
  expect(pdf).toMatch(/MediaBox\s*\[\s*0 0 84[12](\.\d+)? 59[456](\.\d+)?/)
  await page.emulateMedia({ media: 'screen' })
})

test('the quantities are ordered by a click on the head, filtered, and leave as a workbook', async () => {
  await open('/plan/quantities')
  const all = Number(await page.locator('[data-total]').first().getAttribute('data-total'))
  await page.getByRole('button', { name: '按要求排序' }).click()
  await page.waitForURL(/sort=value/)
  await page.getByRole('button', { name: /已按要求升序/ }).click()
  await page.waitForURL(/direction=down/)
  await open('/plan/quantities?held=parameter')
  const parameters = Number(await page.locator('[data-total]').first().getAttribute('data-total'))
  expect(parameters).toBeLessThan(all)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 Excel' }).click()])
  const sheet = zipPart(await readFile(await download.path()), 'xl/worksheets/sheet1.xml')
  expect([...sheet.matchAll(/<row /g)].length).toBe(parameters + 3)
})

test('every count of the coverage opens a list of that length', async () => {
  await open('/plan/coverage')
  const lines = await page.locator('[data-list]').evaluateAll((links) => links.map((link) => [link.getAttribute('data-list'), link.getAttribute('data-count')]))
  expect(lines.length).toBeGreaterThan(15)
  await page.locator('[data-list=bodies-assigned]').click()
  await page.locator('[data-total]').waitFor()
  const assigned = lines.find(([list]) => list === 'bodies-assigned')![1]
  await expect.poll(() => page.locator('[data-total]').getAttribute('data-total')).toBe(assigned)
  expect(visit.errors()).toEqual([])
  expect(visit.foreign()).toEqual([])
})

test('on a phone the plan has tabs, and the matrix is a list by body', async () => {
  const watched = await visitor(visit.browser, visit.house.url, 390, 'zh')
  await pickRole(watched, visit.house.url, 'county-office', 'zh')
  await watched.page.goto('/plan?clause=二.(四).2')
  await settled(watched.page)
  expect(await watched.page.locator('.clause-text').isVisible()).toBe(true)
  await watched.page.getByRole('link', { name: '落到哪里' }).click()
  await watched.page.locator('.plan-hangs').waitFor()
  expect(await watched.page.locator('.clause-text').count()).toBe(0)
  await watched.page.goto('/plan/duties?q=民政厅')
  await settled(watched.page)
  expect(await watched.page.locator('.matrix').count()).toBe(0)
  const card = watched.page.locator('[data-body=prov-civil-affairs]')
  await card.locator('summary').first().click()
  await card.locator('details li a').first().click()
  await watched.page.waitForURL(/\/plan\?clause=/)
  expect(watched.errors()).toEqual([])
  await watched.context.close()
})
