/** A plan that the reader was never tuned for goes from file to reviewed draft pack in the browser, by keyboard; a new version keeps the work. */
import { spawnSync } from 'node:child_process'
import { mkdir, readFile, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import type { Page } from 'playwright-core'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { zipEntries } from '../checks/zip-entries.ts'
import { startHouse } from './start-house.ts'
import { startVisit, type HouseVisit } from './start-visit.ts'
import { pickRole, settled, shoot, visitor } from './visit.ts'

/** Invented: childcare in an invented district. */
const plan = [
  '澜江区3岁以下婴幼儿托育服务提升行动方案(2024—2026年)', '澜政办发〔2024〕19号', '',
  '为减轻带娃负担,方便双职工家庭,结合我区实际,制定本方案。', '',
  '一、工作目标', '到2026年底,全区每千人口托位数达到4.6个以上,普惠托位占比不低于60%,每个街道至少建成1家公办或公建民营托育机构。', '',
  '二、重点任务', '(一)扩大托位供给。2024年新增托位800个,2025年新增托位1000个,2026年新增托位1200个。社区配套用房优先用于托育,新建小区按每百户不少于2个托位预留场地。',
  '责任单位:区卫生健康局、区住房城乡建设局,各街道办事处', '(二)降低托育收费。对普惠托育机构按每个托位每月300元给予运营补助,补助时间不超过36个月。落实《托育机构登记备案办法》(国卫办人口发〔2019〕25号)和《澜江区养老托育用房清单。',
  '由区财政局牵头,区卫生健康局配合', '(三)守牢安全底线。2025年6月底前托育机构视频监控全部联网,从业人员持证上岗率达到100%,每年开展消防演练2次。', '区消防救援大队负责,区公安分局参与', '',
  '三、保障措施', '区卫生健康局每半年向区政府报告进展。', '',
].join('\n')
const grown = plan.replace('4.6个以上', '5个以上').replace('三、保障措施', '(四)培育人才。支持2所职业院校开设托育专业。\n区教育局负责\n\n三、保障措施')

let visit: HouseVisit
let page: Page

beforeAll(async () => {
  visit = await startVisit(0, 'county-office')
  page = visit.page
  await writeFile(join(visit.house.folder, 'plan.txt'), plan)
  await writeFile(join(visit.house.folder, 'plan-2.txt'), grown)
}, 240_000)
afterAll(() => visit?.end())

const card = () => page.locator('.draft-card')
/** The item in focus; null when none is. Asked without waiting: the card may just be leaving. */
const focus = () => page.evaluate(`document.querySelector('.draft-card')?.getAttribute('data-item') ?? null`) as Promise<string | null>
/** Accepted, corrected, added, rejected, as the page counts them. */
const effort = () => page.locator('.draft-effort').getAttribute('data-effort')
const undecided = async () => Number(await page.evaluate(`(() => { const bar = document.querySelector('progress'); return bar.max - bar.value })()`))

/** Presses a key and waits until the server has taken it and another item is in focus. */
async function press(key: string): Promise<void> {
  const before = await focus()
  await page.keyboard.press(key)
  await expect.poll(async () => (await focus()) !== before, { timeout: 20_000 }).toBe(true)
}

test('a document that is no plan is refused in one sentence, and makes no draft', async () => {
  await page.goto('/drafts')
  await page.locator('main input[type=file]').setInputFiles({ name: 'letter.txt', mimeType: 'text/plain', buffer: Buffer.from('Dear Sir, this is no Chinese text at all. Sincerely yours.') })
  expect(await page.getByRole('alert').innerText()).toContain('plan/text-not-chinese')
  await page.getByText('还没有草稿').waitFor()
  // The browser itself notes the refusal.
  expect(visit.errors().filter((e) => !e.includes('422'))).toEqual([])
})

test('a plan is dropped, and what was not understood comes first', async () => {
  await page.goto('/drafts')
  await page.locator('main input[type=file]').setInputFiles(join(visit.house.folder, 'plan.txt'))
  await page.waitForURL(/\/drafts\/.+/)
  await page.getByRole('heading', { level: 1, name: /托育服务提升/ }).waitFor()
  await settled(page)
  await shoot(page, 'draft-first')
  expect(await focus()).toMatch(/^unread:/)
  expect(await page.locator('.draft-document mark').count()).toBeGreaterThan(15)
  expect(visit.errors()).toEqual([])
})

test('items are walked, rejected, undone, corrected and accepted by single keys', async () => {
  await press('a')
  const first = await focus()
  await press('j')
  await press('k')
  expect(await focus()).toBe(first)
  await press('x')
  await expect.poll(effort).toBe('0/0/0/1')
  await page.keyboard.press('u')
  await expect.poll(effort).toBe('0/0/0/0')
  expect(await focus()).toBe(first)
  await page.getByRole('combobox', { name: '类别' }).click()
  await page.locator('.ant-select-dropdown:visible').getByText(/^目标/).click()
  await expect.poll(focus).toMatch(/^target:/)
  await page.locator('h1').click()
  await page.keyboard.press('e')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel(/^数值/).fill('四点六')
  await page.keyboard.press('Enter')
  expect(await dialog.getByRole('alert').innerText()).toContain('应为数字')
  await shoot(page, 'draft-correct')
  await dialog.getByLabel(/^数值/).fill('4.6')
  await dialog.getByRole('textbox', { name: '对象', exact: true }).fill('每千人口拥有托位')
  await page.keyboard.press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(effort).toBe('0/1/0/0')
})

test('words of the document are added as an item, with the keyboard alone', async () => {
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog')
  await dialog.getByLabel('原文文字').fill('这句话原文没有')
  await page.keyboard.press('Control+Enter')
  await dialog.getByLabel('新增什么').selectOption('citation')
  await dialog.getByLabel(/^标题/).fill('《澜江区养老托育用房清单》')
  await page.keyboard.press('Enter')
  expect(await dialog.getByRole('alert').innerText()).toContain('原文里没有这段文字')
  await dialog.getByLabel('原文文字').fill('澜江区养老托育用房清单')
  await dialog.getByLabel(/^标题/).press('Enter')
  await dialog.waitFor({ state: 'detached' })
  await expect.poll(effort).toBe('0/1/1/0')
})

test('words selected with the mouse are the passage of an addition, to the character', async () => {
  await page.evaluate(`(() => {
    const piece = [...document.querySelectorAll('.draft-document [data-at]')].find((e) => e.textContent.includes('社区配套用房'))
    const node = piece.firstChild
    const at = node.data.indexOf('社区配套用房')
    const range = document.createRange()
    range.setStart(node, at)
    range.setEnd(node, at + 6)
    getSelection().removeAllRanges()
    getSelection().addRange(range)
  })()`)
  await page.keyboard.press('n')
  const dialog = page.getByRole('dialog')
  expect(await dialog.getByLabel('原文文字').inputValue()).toBe('社区配套用房')
  expect(await dialog.getByRole('textbox', { name: '对象', exact: true }).inputValue()).toBe('社区配套用房')
  await page.keyboard.press('Escape')
  await dialog.waitFor({ state: 'detached' })
})

test('nothing is lost when the page is loaded again, and the table of keys opens with its own key', async () => {
  const left = await undecided()
  await page.goto(page.url().split('?')[0]!)
  await settled(page)
  expect([await effort(), await undecided()]).toEqual(['0/1/1/0', left])
  await page.keyboard.press('?')
  await page.getByRole('dialog').getByText('使用快捷键').waitFor()
  await page.keyboard.press('Escape')
  await page.getByRole('dialog').waitFor({ state: 'detached' })
})

test('the rest is decided clause by clause, and the effort is shown', async () => {
  for (let i = 0; i < 80 && (await card().count()) > 0; i += 1) await press('c')
  expect(await undecided()).toBe(0)
  expect(await effort()).toMatch(/^\d+\/1\/1\/0$/)
  await page.getByText(/原样采纳 \d+，改正 1，新增 1，剔除 0/).waitFor()
  await page.getByText(/看过未读懂的段落 1/).waitFor()
  await page.getByText(/用时约 \d+ 分钟/).waitFor()
  await shoot(page, 'draft-decided')
})

test('the reviewed draft pack leaves as a zip, and pack check passes on what the command writes', async () => {
  await page.getByRole('button', { name: '检查并取出' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('检查通过').waitFor()
  await shoot(page, 'draft-finish')
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '下载 .zip' }).click()])
  const zip = await readFile(await download.path())
  expect(zip.readUInt32LE(0)).toBe(0x04034b50)
  expect(zipEntries(zip)[0]!.data.toString()).toContain('托育服务')
  await page.keyboard.press('Escape')
  const id = /drafts\/([^?]+)/.exec(page.url())![1]!
  const bangfu = (...args: string[]) => spawnSync(process.execPath, [join(import.meta.dirname, '../preflight.cjs'), ...args], { cwd: visit.house.folder, env: { ...process.env, npm_command: '', BANGFU_DATA: join(visit.house.folder, 'data') }, encoding: 'utf8' })
  const made = bangfu('pack', 'new', '--from-draft', id, '--into', 'childcare')
  expect(made.stderr + made.stdout).toContain('✓')
  const check = bangfu('pack', 'check', 'childcare')
  expect([check.status, check.stderr]).toEqual([0, ''])
  expect(check.stdout).toMatch(/改正 1、新增 1、剔除 0/)
  expect(bangfu('pack', 'new', '--from-draft', id, '--into', 'childcare').status).toBe(2)
})

test('the reviewed draft is exported as a pack, which runs as a plan in a house of its own', async () => {
  await page.getByRole('button', { name: '检查并取出' }).click()
  const dialog = page.getByRole('dialog')
  await dialog.getByText('检查通过').waitFor()
  const place = dialog.getByLabel(/^适用地区/)
  await place.fill('')
  await dialog.getByRole('button', { name: '导出方案包' }).click()
  expect(await dialog.getByRole('alert').innerText()).toContain('plan/build-head')
  await place.fill('211322')
  await dialog.getByLabel(/由对条款负责的单位上报/).check()
  const [download] = await Promise.all([page.waitForEvent('download'), dialog.getByRole('button', { name: '导出方案包' }).click()])
  await dialog.getByText(/方案包已导出：条款 \d+/).waitFor()
  await shoot(page, 'draft-export')
  await page.keyboard.press('Escape')
  const folder = join(visit.house.folder, 'exported')
  await mkdir(folder)
  for (const { name, data } of zipEntries(await readFile(await download.path()))) await writeFile(join(folder, name.split('/').at(-1)!), data)
  const own = await startHouse(0, folder)
  try {
    const watched = await visitor(visit.browser, own.url, 1440, 'zh')
    await pickRole(watched, own.url, 'county-office', 'zh')
    await watched.page.goto('/plan?clause=二.(二)')
    await watched.page.getByRole('heading', { level: 1, name: /托育服务提升/ }).waitFor()
    await settled(watched.page)
    await shoot(watched.page, 'built-plan')
    expect(await watched.page.locator('.plan-hangs').innerText()).toMatch(/区财政局[\s\S]*区卫生健康局/)
    await watched.page.goto('/plan/duties')
    await settled(watched.page)
    expect(Number(await watched.page.locator('[data-total]').getAttribute('data-total'))).toBeGreaterThan(4)
    await watched.page.goto('/plan/quantities')
    await settled(watched.page)
    // The corrected target reads as corrected.
    await watched.page.getByText('每千人口拥有托位').first().waitFor()
    await watched.page.goto('/plan/coverage')
    expect(Number(await watched.page.locator('[data-list="unwritten-summary"]').getAttribute('data-count'))).toBeGreaterThan(5)
    await shoot(watched.page, 'built-coverage')
    expect([watched.errors(), watched.foreign()]).toEqual([[], []])
    await watched.context.close()
  } finally {
    await own.stop()
  }
}, 180_000)

test('a new version of the document asks only for what is new or changed', async () => {
  await page.getByRole('button', { name: '读入新版原文' }).click()
  await page.getByRole('dialog').locator('input[type=file]').setInputFiles(join(visit.house.folder, 'plan-2.txt'))
  await page.getByText(/这是新版/).waitFor()
  await settled(page)
  await shoot(page, 'draft-version')
  const { items } = await (await visit.context.request.get(`/api/drafts/${/drafts\/([^?]+)/.exec(page.url())![1]!}`)).json() as { items: { kind: string; clause: string; state: string; change: string }[] }
  const asked = items.filter((i) => i.state === 'proposed')
  expect(asked.length).toBeGreaterThan(0)
  expect(asked.every((i) => i.change !== 'same')).toBe(true)
  expect(asked.filter((i) => i.change === 'new').every((i) => i.clause === '二.(四)')).toBe(true)
  expect(items.filter((i) => i.change === 'same').length).toBeGreaterThan(items.length / 2)
  // One correction was refused on purpose.
  expect(visit.errors().filter((e) => !e.includes('422'))).toEqual([])
  expect(visit.foreign()).toEqual([])
})

test('the county\'s plan is laid beside the province\'s: counts lead to their clauses, a match is parted and brought back, the table leaves', async () => {
  await page.goto('/drafts')
  await page.locator('main input[type=file]').setInputFiles(join(import.meta.dirname, '../packages/plan/samples/compare/county-under-province.txt'))
  await page.waitForURL(/\/drafts\/.+/)
  const id = /drafts\/([^?]+)/.exec(page.url())![1]!
  await page.goto(`/compare?lower=${id}`)
  await settled(page)
  const road = page.locator('.answer[data-clause="三.(一).6"]')
  expect(await road.locator('.answer-targets li').innerText()).toMatch(/3500 公里[\s\S]*150 公里[\s\S]*可能是分到的份额/)
  const counted = page.locator('.comparison-counts a', { hasText: '数字不同' }).last()
  const [, count] = (await counted.getAttribute('data-count'))!.split(':')
  await counted.click()
  await page.getByText(`列出 ${count} 个目标`).waitFor()
  expect(await page.locator('.answer-targets li').count()).toBe(Number(count))
  expect(await page.locator('.answer-targets li:not([data-state="other-figure"])').count()).toBe(0)
  await road.getByRole('button', { name: /^分开: 2018年农村公路/ }).click()
  await road.waitFor({ state: 'detached' })
  await page.getByText('已作的决定 (1)').click()
  await page.getByRole('button', { name: /^撤销: 2018年农村公路/ }).click()
  await road.waitFor()
  // Everything that is listed is confirmed by one act, and that act is taken back as one.
  const all = page.getByRole('button', { name: /^确认列出的全部匹配/ })
  const listed = Number(/\d+/.exec(await all.innerText())![0])
  await all.click()
  await page.getByText(`已作的决定 (${listed})`).waitFor()
  expect(await all.count()).toBe(0)
  await shoot(page, 'compare-confirmed')
  await page.getByRole('button', { name: `撤销刚才的确认 ${listed}` }).click()
  await all.waitFor()
  expect(Number(/\d+/.exec(await all.innerText())![0])).toBe(listed)
  const [download] = await Promise.all([page.waitForEvent('download'), page.getByRole('button', { name: '下载 Excel' }).click()])
  expect(download.suggestedFilename()).toBe('方案对照.xlsx')
  expect(visit.errors().filter((e) => !e.includes('422'))).toEqual([])
})
