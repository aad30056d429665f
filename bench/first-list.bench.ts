/**
 * From nothing to the first township's list, as a stranger does it: an empty house, own workbooks, a browser, every click counted.
 * Starts after `npm ci`; the start of the program is counted in. Run: node bench/first-list.bench.ts [people]
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeCountyFiles, type ImportStep } from '@bangfu/demo'
import { parseDivisionCode, parsePlainDate } from '@bangfu/kernel'
import type { Locator, Page } from 'playwright-core'
import { openBrowser } from '../e2e/open-browser.ts'
import { startHouse } from '../e2e/start-house.ts'
import { shoot, visitor } from '../e2e/visit.ts'

const people = Number(process.argv[2] ?? 20_000)
const asOf = parsePlainDate('2018-06-30')
const longest = 120_000
let clicks = 0
let begin = 0
const where: string[] = []

/** Every press of the mouse counts, also the one into a field or on a file. */
async function click(target: Locator, what: string): Promise<void> {
  where.push(what)
  await target.click({ timeout: longest })
  clicks += 1
}

async function type(target: Locator, text: string, what: string): Promise<void> {
  if ((await target.inputValue()) === text) return
  await click(target, what)
  await target.fill(text)
}

/** All workbooks at once: choose them, look at what was recognised and tried, take those without a problem. */
async function importAll(page: Page, folder: string, steps: readonly ImportStep[]): Promise<void> {
  await page.locator('main input[type=file]').setInputFiles(steps.map((one) => join(folder, one.fileName)))
  clicks += 1
  where.push(`choose ${steps.length} files`)
  const all = page.getByRole('button', { name: /^导入全部无误的/ })
  await page.locator('#batch').waitFor({ timeout: longest })
  await page.locator('button.ant-btn-loading').waitFor({ state: 'detached', timeout: longest })
  await shoot(page, 'first-list-batch')
  await click(all, 'import all without a problem')
  const along = page.locator('.ant-modal-confirm input[type=checkbox]')
  if ((await along.count()) > 0) await click(along, 'those with notices too')
  await shoot(page, 'first-list-confirm')
  await click(page.locator('.ant-modal-confirm').getByRole('button', { name: /^入\s*库$/ }), 'yes, commit')
  await page.getByText(/这一批都已入库|还有 \d+ 份要打开/).waitFor({ timeout: longest })
}

/**
 * A list of help delivered that did not go in with the others: opened, what it does not say itself given by hand, tried, committed. One whose own words say
 * help, period and places is named in the one confirmation of all.
 */
async function importHelp(page: Page, step: ImportStep): Promise<void> {
  if ((await page.locator('[aria-labelledby=batch] tbody tr').filter({ hasText: step.fileName }).getByText('已入库').count()) > 0) return
  await click(page.getByRole('link', { name: step.fileName }).first(), 'open the list of help')
  await page.getByRole('button', { name: '试运行' }).waitFor({ timeout: longest })
  await type(page.getByLabel(/^出具单位/).first(), step.source, 'issued by')
  await type(page.getByLabel(/^截至日期/).first(), step.asOf, 'as of')
  await type(page.getByLabel(/^期间/).first(), step.delivery!.period, 'period')
  await click(page.getByRole('button', { name: '试运行' }), 'try')
  await click(page.locator('#commit').locator('..').getByRole('button', { name: /^入\s*库$/ }), 'commit')
  await click(page.locator('.ant-modal-confirm').getByRole('button', { name: /^入\s*库$/ }), 'yes, commit')
  await page.getByText(/^已入库 [\d,]+ 行。接着导入/).first().waitFor({ timeout: longest })
}

async function run(page: Page): Promise<void> {
  await click(page.getByRole('link', { name: '到本县今天' }).first(), 'to today')
  await click(page.getByRole('main').getByRole('button', { name: /核算/ }), 'run')
  const dialog = page.getByRole('dialog')
  await click(dialog.getByRole('button', { name: /核算/ }), 'yes, run')
  await dialog.waitFor({ state: 'hidden', timeout: longest })
}

async function download(page: Page, figure: string): Promise<string> {
  await click(page.locator(`[data-figure=${figure}] .figure-number`), `figure ${figure}`)
  const coming = page.waitForEvent('download', { timeout: longest })
  await click(page.getByRole('button', { name: /下载/ }).first(), 'download')
  // Where only one township has anything open, the button gives its list at once.
  const township = page.getByRole('menuitem').filter({ hasText: /[乡镇]/ }).first()
  const menu = await Promise.race([coming.then(() => false), township.waitFor({ timeout: longest }).then(() => true)])
  if (menu) await click(township, 'first township')
  return (await coming).suggestedFilename()
}

const minutes = (): string => ((performance.now() - begin) / 60_000).toFixed(1)
const folder = mkdtempSync(join(tmpdir(), 'bangfu-own-books-'))
const files = await writeCountyFiles({ county: parseDivisionCode('211322'), people, seed: 11, asOf, folder, format: 'xlsx' })

/** An empty house, a browser and the start page; then what `work` does there, told with its clicks. */
async function measured(name: string, work: (page: Page) => Promise<string>): Promise<void> {
  begin = performance.now()
  clicks = 0
  where.length = 0
  const house = await startHouse(0)
  console.log(`${name}: a county of ${people.toLocaleString('en')} people; the program was up after ${minutes()} minutes`)
  const browser = await openBrowser()
  const { page } = await visitor(browser, house.url, 1440, 'zh')
  try {
    await page.goto('/')
    await click(page.locator('.role-list button').first(), 'role')
    await click(page.getByRole('link', { name: '去导入文件' }), 'import files')
    const file = await work(page)
    console.log(`  ${file}: ${minutes()} minutes, ${clicks} clicks (aim ≤ 10 minutes, ≤ 12 clicks): ${where.join(' → ')}`)
  } catch (error) {
    await shoot(page, 'first-list-stopped').catch(() => undefined)
    console.log(`stopped after ${clicks} clicks at “${where.at(-1)}”, ${page.url()} (test-results/first-list-stopped.png)`)
    throw error
  } finally {
    await browser.close()
    await house.stop()
  }
}

/** Lists of facts go in unseen when nothing is wrong with them; lists of help are looked at. The help is one whose conditions the register alone decides. */
const facts = files.steps.filter((step) => step.delivery === undefined && step.complete === undefined)
const help = files.steps.find((step) => step.delivery?.measures.includes('pension-prepay') && step.delivery.period === asOf.slice(0, 4))!
try {
  await measured('first list of 待核实', async (page) => {
    await importAll(page, folder, facts)
    await run(page)
    return download(page, 'verify')
  })
  await measured('first list of 应享未享', async (page) => {
    await importAll(page, folder, [...facts, help])
    await importHelp(page, help)
    await run(page)
    return download(page, 'owed')
  })
} finally {
  rmSync(folder, { recursive: true, force: true })
}
