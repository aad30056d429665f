/** Starts everything: opens the house, builds the pages, listens, prints one address, and stops cleanly. */
import { problem } from '@bangfu/kernel'
import { isAlive } from '@bangfu/register'
import type { CommandInput } from '../cli/command.ts'
import { removeAddress, writeAddress } from './address-file.ts'
import { makeFirstCounty } from './first-county.ts'
import { listen } from './listen.ts'
import { openHouse, type OpenHouse } from './open-house.ts'
import { serveHouse } from './serve-house.ts'
import { makeSteps, type Steps } from './steps.ts'
import { buildWeb } from './web-build.ts'
import { reportProblems } from '../cli/report-problems.ts'

/** Resolves at Ctrl-C, at a signal, or when preflight.cjs is gone. */
function untilStopped(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const) process.once(signal, () => resolve())
    process.once('disconnect', () => resolve())
    if (process.send && !process.connected) resolve()
  })
}

/** Rejects when the embedded database is gone: nothing can be served any more, and a new start brings it back. */
function untilDatabaseLost(pid: number | undefined): { readonly lost: Promise<never>; stop(): void } {
  let timer: NodeJS.Timeout | undefined
  const lost = new Promise<never>((_, reject) => {
    if (pid === undefined) return
    timer = setInterval(() => { if (!isAlive(pid)) reject(problem('server/database-lost')) }, 500)
  })
  return { lost, stop: () => clearInterval(timer) }
}

/** Pages that cannot be built do not stop the interface: said, and served as a problem. */
async function buildPages(input: CommandInput, steps: Steps): Promise<void> {
  try {
    const built = await steps.time({ zh: '页面就绪', en: 'pages ready' }, () => buildWeb(input.environment.root))
    if (built) steps.say({ zh: '（源文件有变，已重新生成）', en: '(sources had changed, built again)' })
  } catch (error) {
    reportProblems(error, input.language, false)
  }
}

async function serve(input: CommandInput, open: OpenHouse, steps: Steps, stopped: Promise<void>): Promise<void> {
  const { environment } = input
  const { house } = open
  const app = await serveHouse(house)
  const port = input.values['port'] === undefined ? environment.port : Number(input.values['port'])
  const url = await listen(app, environment.host, port)
  await writeAddress(environment.dataFolder, url)
  const watch = untilDatabaseLost(open.database.pid)
  try {
    input.print(input.language === 'zh' ? `\n帮扶 已启动（${(steps.elapsedMs() / 1000).toFixed(1)} 秒）：${url}\n按 Ctrl-C 停止。数据在 ${environment.dataFolder}` : `\nBangfu is up (${(steps.elapsedMs() / 1000).toFixed(1)} s): ${url}\nCtrl-C stops it. Data are in ${environment.dataFolder}`)
    await Promise.race([stopped, watch.lost])
    input.print(input.language === 'zh' ? '正在停止…' : 'stopping…')
  } finally {
    watch.stop()
    await removeAddress(environment.dataFolder)
    await app.close()
  }
}

/** Makes the synthetic county on the first start; false when it was stopped meanwhile. What was committed stays, the rest is repeated next time. */
async function firstCounty(input: CommandInput, open: OpenHouse, steps: Steps, stopped: Promise<void>): Promise<boolean> {
  if (open.firstCounty !== 'to-make') return true
  const made = makeFirstCounty(open.house, steps).then(() => true)
  // Closing the register under a half-made county makes it fail: nobody waits for that any more.
  made.catch(() => undefined)
  return Promise.race([made, stopped.then(() => false)])
}

/** Runs until it is stopped; everything that was opened is closed whatever happens. */
export async function start(input: CommandInput): Promise<number> {
  const stopped = untilStopped()
  const steps = makeSteps(input.language, input.print)
  const pages = buildPages(input, steps)
  const open = await openHouse(input.environment, steps)
  try {
    for (const notice of open.database.notices) input.print(`  ${input.language === 'zh' ? notice.zh : notice.en}`)
    await pages
    if (await firstCounty(input, open, steps, stopped)) await serve(input, open, steps, stopped)
    return 0
  } finally {
    await open.close()
  }
}
