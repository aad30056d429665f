/** One call to the server, typed by the contract; a refusal is thrown with the server's own problems. */
import { callTable } from './call-table.ts'
import type { ProblemData, RouteInput, RouteName, RouteOutput } from './contract.ts'
import { RequestRefused } from './request-refused.ts'

interface AnyInput {
  readonly params?: Readonly<Record<string, string>>
  readonly query?: Readonly<Record<string, unknown>>
  readonly body?: unknown
  readonly file?: File
}

/** Address of a call with its parameters and query filled in; empty values are left out. */
export function callAddress(name: RouteName, input: AnyInput = {}): string {
  const path = callTable[name].split(' ')[1]!.replace(/:(\w+)/g, (_, key: string) => encodeURIComponent(input.params?.[key] ?? ''))
  const query = new URLSearchParams()
  for (const [key, value] of Object.entries(input.query ?? {})) if (value !== undefined && value !== null && value !== '') query.set(key, String(value))
  const text = query.toString()
  return text ? `${path}?${text}` : path
}

async function refusal(response: Response): Promise<RequestRefused> {
  try {
    const { problems } = (await response.json()) as { problems?: readonly ProblemData[] }
    return new RequestRefused(response.status, problems ?? [])
  } catch {
    return new RequestRefused(response.status, [])
  }
}

export async function call<N extends RouteName>(name: N, input: RouteInput<N>, signal?: AbortSignal): Promise<RouteOutput<N>> {
  const { body, file } = input as AnyInput
  const init: RequestInit = { method: callTable[name].split(' ')[0]!, headers: { accept: 'application/json' } }
  if (signal) init.signal = signal
  if (file) {
    init.body = new FormData()
    init.body.append('file', file)
  } else if (body !== undefined) {
    init.body = JSON.stringify(body)
    init.headers = { ...init.headers, 'content-type': 'application/json' }
  }
  let response: Response
  try {
    response = await fetch(callAddress(name, input as AnyInput), init)
  } catch (cause) {
    if (signal?.aborted) throw cause
    throw new RequestRefused(0, [])
  }
  if (!response.ok) throw await refusal(response)
  return (await response.json()) as RouteOutput<N>
}
