/** Fetches a file and hands it to the browser to save, so that a refusal can be shown on the page instead of a broken download. */
import { useState } from 'react'
import type { ProblemData } from '../client/contract.ts'
import { RequestRefused } from '../client/request-refused.ts'

function nameOf(response: Response, fallback: string): string {
  const header = response.headers.get('content-disposition') ?? ''
  const star = /filename\*=UTF-8''([^;]+)/i.exec(header)?.[1]
  if (star) return decodeURIComponent(star)
  return /filename="?([^";]+)"?/i.exec(header)?.[1] ?? fallback
}

async function fetchFile(address: string): Promise<Response> {
  let response: Response
  try {
    response = await fetch(address)
  } catch {
    throw new RequestRefused(0, [])
  }
  if (response.ok) return response
  const body = (await response.json().catch(() => ({}))) as { problems?: readonly ProblemData[] }
  throw new RequestRefused(response.status, body.problems ?? [])
}

export interface Download {
  /** Saves the file and gives its name; undefined when it was refused (then `error` is set). */
  readonly save: (address: string, fallbackName: string) => Promise<string | undefined>
  readonly busy: boolean
  readonly error: unknown
}

export function useDownload(): Download {
  const [busy, setBusy] = useState(false)
  const [error, setError] = useState<unknown>(undefined)
  const save = async (address: string, fallbackName: string) => {
    setBusy(true)
    setError(undefined)
    try {
      const response = await fetchFile(address)
      const name = nameOf(response, fallbackName)
      const link = document.createElement('a')
      link.href = URL.createObjectURL(await response.blob())
      link.download = name
      link.click()
      // The browser needs the object until the save has begun; a minute is ample.
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
      return name
    } catch (refusal) {
      setError(refusal)
      return undefined
    } finally {
      setBusy(false)
    }
  }
  return { save, busy, error }
}
