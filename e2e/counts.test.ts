/** One number, one source: every figure of the first screen opens a list that holds exactly so many. */
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Browser } from 'playwright-core'
import { openBrowser } from './open-browser.ts'
import { startHouse, type RunningHouse } from './start-house.ts'
import { pickRole, visitor } from './visit.ts'

let house: RunningHouse
let browser: Browser
beforeAll(async () => {
  house = await startHouse(800)
  browser = await openBrowser()
}, 240_000)
afterAll(async () => {
  await browser?.close()
  await house?.stop()
})

interface CountLink { readonly count: number; readonly list: { readonly path: string; readonly filters: Readonly<Record<string, string>> } }

/** Every count with its list, wherever it stands in the reply. */
function* countsOf(value: unknown, at = 'today'): Generator<{ at: string; link: CountLink }> {
  if (Array.isArray(value)) for (const [i, item] of value.entries()) yield* countsOf(item, `${at}[${i}]`)
  else if (value !== null && typeof value === 'object') {
    const node = value as Record<string, unknown>
    if (typeof node['count'] === 'number' && node['list']) yield { at, link: node as unknown as CountLink }
    for (const [key, item] of Object.entries(node)) yield* countsOf(item, `${at}.${key}`)
  }
}

const listPaths: Readonly<Record<string, string>> = { '/work-items': '/api/work-items', '/persons': '/api/persons', '/households': '/api/households', '/villages': '/api/villages', '/facilities': '/api/facilities' }

// A village has fewer figures than a county: none by department where nothing is owed.
test.each([['county-office', 20], ['township-office', 20], ['village-team', 8], ['department', 20], ['auditor', 20]] as const)('every figure that %s sees equals its list', async (role, atLeast) => {
  const watched = await visitor(browser, house.url, 1440, 'zh')
  await pickRole(watched, house.url, role, 'zh')
  const today = await (await watched.context.request.get('/api/today')).json() as unknown
  const differ: string[] = []
  let compared = 0
  for (const { at, link } of countsOf(today)) {
    const path = listPaths[link.list.path]
    if (!path) { differ.push(`${at}: no list at ${link.list.path}`); continue }
    const reply = await watched.context.request.get(`${path}?${new URLSearchParams({ ...link.list.filters, size: '1' }).toString()}`)
    const total = reply.ok() ? ((await reply.json()) as { total: number }).total : `status ${reply.status()}`
    compared += 1
    if (total !== link.count) differ.push(`${at}: ${link.count} against ${total} in ${link.list.path} ${JSON.stringify(link.list.filters)}`)
  }
  await watched.context.close()
  expect(differ).toEqual([])
  expect(compared).toBeGreaterThan(atLeast)
}, 180_000)
