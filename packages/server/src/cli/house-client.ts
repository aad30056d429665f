/** How commands reach the data: over HTTP, to the server that runs on the data folder, or to one opened for this command alone. */
import { ProblemError, type Language, type ProblemData } from '@bangfu/kernel'
import { routes, type Actor, type Job, type RouteName, type RouteOutput, type Session } from '../contract/index.ts'
import type { Environment } from '../environment/environment.ts'
import { findRunningServer } from '../launch/address-file.ts'

export interface CallInput {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, string | number | undefined>>
  readonly body?: unknown
  readonly file?: { readonly name: string; readonly bytes: Uint8Array }
}

export interface HouseClient {
  readonly actor: Actor
  call<N extends RouteName>(name: N, input?: CallInput): Promise<RouteOutput<N>>
  /** Waits for long work; throws its problems when it failed. */
  wait(job: Job, say: (job: Job) => void): Promise<Job>
  close(): Promise<void>
}

function addressOf(url: string, name: RouteName, input: CallInput): string {
  const path = routes[name].path.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(input.params?.[key] ?? ''))
  const query = new URLSearchParams(Object.entries(input.query ?? {}).filter(([, v]) => v !== undefined).map(([k, v]) => [k, String(v)]))
  return `${url}${path}${query.size > 0 ? `?${query}` : ''}`
}

async function send(url: string, cookie: string, name: RouteName, input: CallInput): Promise<Response> {
  const headers: Record<string, string> = { cookie }
  let body: string | FormData | undefined
  if (input.file) {
    body = new FormData()
    body.append('file', new Blob([Uint8Array.from(input.file.bytes)]), input.file.name)
  } else if (routes[name].method === 'POST') {
    headers['content-type'] = 'application/json'
    body = JSON.stringify(input.body ?? {})
  }
  const response = await fetch(addressOf(url, name, input), { method: routes[name].method, headers, ...(body !== undefined && { body }) })
  if (response.ok) return response
  throw new ProblemError(((await response.json()) as { problems: ProblemData[] }).problems)
}

async function answerOf(response: Response): Promise<unknown> {
  return response.headers.get('content-type')?.startsWith('application/json') ? response.json() : response.blob()
}

/** A server on a free port for this command alone, when none runs on the data folder. */
async function openOwn(environment: Environment): Promise<{ url: string; close: () => Promise<void> }> {
  const { openHouse } = await import('../launch/open-house.ts')
  const { serveHouse } = await import('../launch/serve-house.ts')
  const { makeSteps } = await import('../launch/steps.ts')
  const open = await openHouse(environment, makeSteps('zh', () => undefined))
  try {
    const app = await serveHouse(open.house)
    const url = await app.listen({ host: environment.host, port: 0 })
    return { url, close: async () => { await app.close(); await open.close() } }
  } catch (error) {
    await open.close()
    throw error
  }
}

/** Opens the client as the actor of that id or name; without one as the county office. */
export async function openClient(environment: Environment, language: Language, wanted: string | undefined): Promise<HouseClient> {
  const running = await findRunningServer(environment.dataFolder)
  const { url, close } = running === undefined ? await openOwn(environment) : { url: running, close: async () => undefined }
  try {
    const session = (await answerOf(await send(url, '', 'getSession', {}))) as Session
    const actor = session.actors.find((a) => (wanted === undefined ? a.role === 'county-office' : a.id === wanted || a.name.zh === wanted || a.name.en === wanted))
    const cookie = `bangfu-${new URL(url).port}=${actor?.id ?? 'none'}.${language}`
    const call = async <N extends RouteName>(name: N, input: CallInput = {}) => (await answerOf(await send(url, cookie, name, input))) as RouteOutput<N>
    // An unknown name is refused by the server itself, with its problem.
    if (!actor) await call('chooseActor', { body: { actor: wanted ?? 'county-office' } })
    return { actor: actor!, call, close, wait: (job, say) => waitFor(job, say, (id) => call('getJob', { params: { id } })) }
  } catch (error) {
    await close()
    throw error
  }
}

async function waitFor(first: Job, say: (job: Job) => void, poll: (id: string) => Promise<Job>): Promise<Job> {
  let job = first
  let shown = ''
  while (job.finishedAt === null) {
    await new Promise((resolve) => setTimeout(resolve, 150))
    job = await poll(job.id)
    if (job.step.zh !== shown) say(job)
    shown = job.step.zh
  }
  if (job.state === 'failed') throw new ProblemError(job.problems as unknown as ProblemData[])
  return job
}
