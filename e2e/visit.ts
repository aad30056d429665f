/** A page as a person meets it: watched for errors on the console, requests to other hosts, and overflow. */
import { mkdirSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import type { Browser, BrowserContext, Page } from 'playwright-core'

export interface Watched {
  readonly page: Page
  readonly context: BrowserContext
  /** Errors of the console and of the page's code since the last call. */
  errors(): readonly string[]
  /** Addresses of other hosts that were asked for. */
  foreign(): readonly string[]
}

export async function visitor(browser: Browser, url: string, width: number, language: 'zh' | 'en'): Promise<Watched> {
  const context = await browser.newContext({ viewport: { width, height: 900 }, baseURL: url, locale: language === 'zh' ? 'zh-CN' : 'en-GB', acceptDownloads: true, reducedMotion: 'reduce' })
  const page = await context.newPage()
  let errors: string[] = []
  const foreign: string[] = []
  page.on('console', (message) => { if (message.type() === 'error') errors.push(message.text()) })
  page.on('pageerror', (error) => errors.push(String(error)))
  page.on('request', (request) => { if (!request.url().startsWith(url) && !/^(data|blob):/.test(request.url())) foreign.push(request.url()) })
  return {
    page, context,
    errors: () => { const seen = errors; errors = []; return seen },
    foreign: () => foreign,
  }
}

/** Signs in as the actor of the role by the interface that the role picker uses. */
export async function pickRole(watched: Watched, url: string, role: string, language: 'zh' | 'en'): Promise<void> {
  const session = await (await watched.context.request.get('/api/session')).json() as { actors: { id: string; role: string }[] }
  const actor = session.actors.find((a) => a.role === role)
  if (!actor) throw new Error(`no actor with the role ${role}`)
  const reply = await watched.context.request.post('/api/session', { data: { actor: actor.id, language }, headers: { origin: url } })
  if (!reply.ok()) throw new Error(`role ${role} was refused: ${await reply.text()}`)
}

const shots = fileURLToPath(new URL('../test-results/', import.meta.url))

/** Screenshot into test-results/, for a person to look at. */
export async function shoot(page: Page, name: string): Promise<void> {
  mkdirSync(shots, { recursive: true })
  await page.screenshot({ path: `${shots}${name}.png`, fullPage: true })
}

/** Waits until nothing loads any more and no spinner turns. */
export async function settled(page: Page): Promise<void> {
  await page.waitForLoadState('networkidle')
  await page.locator('.ant-spin-spinning, .ant-skeleton-active').first().waitFor({ state: 'detached', timeout: 15_000 }).catch(() => undefined)
}
