/** Every page at both widths and in both languages: nothing broken, nothing overflowing, nothing from elsewhere, accessible. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { createRequire } from 'node:module'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Browser, Page } from 'playwright-core'
import { openBrowser } from './open-browser.ts'
import { startHouse, type RunningHouse } from './start-house.ts'
import { pickRole, settled, shoot, visitor, type Watched } from './visit.ts'

const axe = readFileSync(createRequire(import.meta.url).resolve('axe-core/axe.min.js'), 'utf8')
let house: RunningHouse
let browser: Browser
let householdId: string
let owed: { measure: string; subject: string }
let draftId: string

beforeAll(async () => {
  house = await startHouse(800)
  browser = await openBrowser()
  const watched = await visitor(browser, house.url, 1440, 'zh')
  await pickRole(watched, house.url, 'county-office', 'zh')
  const items = await (await watched.context.request.get('/api/work-items?kind=owed&size=50')).json() as { rows: { measure: { id: string }; subject: { id: string; unit: string; householdId: string } }[] }
  const item = items.rows.find((row) => row.subject.unit === 'person')!
  householdId = item.subject.householdId
  owed = { measure: item.measure.id, subject: item.subject.id }
  // A draft under review, for its page and for two plans side by side.
  const county = readFileSync(fileURLToPath(new URL('../packages/plan/samples/compare/county-under-province.txt', import.meta.url)))
  const made = await watched.context.request.post('/api/drafts', { multipart: { file: { name: 'county.txt', mimeType: 'text/plain', buffer: county } }, headers: { origin: house.url } })
  draftId = (await made.json() as { id: string }).id
  await watched.context.close()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

const pages = (): readonly (readonly [string, string])[] => [
  ['today', '/'], ['plan', '/plan'], ['plan-clause', `/plan?clause=${encodeURIComponent('二.(四).2')}`], ['plan-hangs', `/plan?clause=${encodeURIComponent('二.(四).2')}&view=hangs`],
  ['matrix', '/plan/duties'], ['duties', '/plan/duties/prov-civil-affairs'], ['quantities', '/plan/quantities'], ['coverage', '/plan/coverage'],
  ['persons', '/persons'], ['households', '/households'], ['household', `/households/${householdId}`],
  ['why', `/why?measure=${owed.measure}&subject=${owed.subject}`], ['owed', '/work-items?kind=owed'], ['lead', '/work-items?kind=lead'], ['verify', '/work-items?kind=verify'],
  ['imports', '/imports'], ['drafts', '/drafts'], ['draft', `/drafts/${draftId}`], ['draft-empty-filter', `/drafts/${draftId}?state=rejected`], ['compare-choice', '/compare'], ['compare', `/compare?lower=${draftId}&target=other-figure`], ['runs', '/runs'], ['indicators', '/indicators'], ['villages', '/villages'], ['facilities', '/facilities'], ['feedback', '/feedback'], ['missing', '/no-such-page'],
]

interface Violation { readonly id: string; readonly nodes: readonly { readonly target: readonly string[] }[] }

async function violations(page: Page): Promise<readonly string[]> {
  await page.evaluate(axe)
  const found = await page.evaluate(`axe.run(document, { runOnly: ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa'] }).then((r) => r.violations)`) as Violation[]
  return found.map((v) => `${v.id}: ${v.nodes.slice(0, 3).map((n) => n.target.join(' ')).join(' · ')}`)
}

/**
 * What no page may show: the marks of a missing word in either language and, in English, Chinese that is a sentence.
 * Chinese names of places, people, files and bodies stand alone; what is marked as Chinese (lang) is quoted.
 */
async function wrongWords(page: Page, language: 'zh' | 'en'): Promise<readonly string[]> {
  const texts = await page.evaluate(`(() => {
    const found = []
    const walker = document.createTreeWalker(document.body, NodeFilter.SHOW_TEXT)
    for (let node = walker.nextNode(); node; node = walker.nextNode()) if (!node.parentElement.closest('script, style, noscript, [lang^=zh]')) found.push(node.data)
    for (const name of ['aria-label', 'title', 'placeholder', 'alt']) for (const element of document.querySelectorAll('body [' + name + ']')) if (!element.closest('[lang^=zh]')) found.push(element.getAttribute(name))
    return found
  })()`) as string[]
  const isWrong = (text: string): boolean => /\bundefined\b|\bNaN\b|\[object |\{[a-zA-Z]+\}/.test(text) || (language === 'en' && /[\u4e00-\u9fff].*[。；！？]|[。；！？].*[\u4e00-\u9fff]/.test(text))
  return texts.filter(isWrong).map((text) => `says “${text.trim().slice(0, 60)}”`)
}

async function overflow(page: Page): Promise<number> {
  return page.evaluate('document.documentElement.scrollWidth - document.documentElement.clientWidth')
}

async function walk(watched: Watched, label: string, each: (name: string, page: Page) => Promise<void>): Promise<readonly string[]> {
  const faults: string[] = []
  for (const [name, path] of pages()) {
    await watched.page.goto(path)
    await settled(watched.page)
    await shoot(watched.page, `${name}-${label}`)
    for (const error of watched.errors()) if (name !== 'missing') faults.push(`${name}: ${error.slice(0, 200)}`)
    const wide = await overflow(watched.page)
    if (wide > 0) faults.push(`${name}: ${wide} px too wide`)
    await each(name, watched.page).catch((error: unknown) => faults.push(`${name}: ${String(error).slice(0, 300)}`))
  }
  return faults
}

describe.each([[1440, 'zh'], [390, 'zh'], [1440, 'en'], [390, 'en']] as const)('at %i px in %s', (width, language) => {
  test('every page is whole, keeps its width and asks no other host', async () => {
    const watched = await visitor(browser, house.url, width, language)
    await pickRole(watched, house.url, 'county-office', language)
    const faults = await walk(watched, `${width}-${language}`, async (name, page) => {
      if (name === 'missing') return
      const heading = await page.locator('h1').count()
      if (heading !== 1) throw new Error(`${heading} headings of the first level`)
      const wrong = [...await wrongWords(page, language), ...await violations(page)]
      if (wrong.length > 0) throw new Error(wrong.slice(0, 5).join(' | '))
    })
    const foreign = watched.foreign()
    await watched.context.close()
    expect({ faults, foreign }).toEqual({ faults: [], foreign: [] })
  }, 240_000)
})
