/** Filters of a list live in the address: they survive reload, back and being sent to a colleague. Full numbers of persons do not. */
import { useCallback } from 'react'
import { useSearchParams } from 'react-router'
import { termFromAddress, termToAddress } from './search-term.ts'

export interface Address {
  /** The value in the address, or undefined. */
  readonly get: (key: string) => string | undefined
  /** Sets or (undefined, empty) removes values; anything but the page itself goes back to page 1. */
  readonly set: (changes: Readonly<Record<string, string | undefined>>) => void
  /** The query without the page, for exports of the very list that is shown. */
  readonly query: (extra?: Readonly<Record<string, string | undefined>>) => string
  readonly page: number
}

export function useAddress(): Address {
  const [params, setParams] = useSearchParams()
  const get = useCallback((key: string) => termFromAddress(params.get(key) ?? '') || undefined, [params])
  const set = useCallback(
    (changes: Readonly<Record<string, string | undefined>>) => {
      setParams((old) => {
        const next = new URLSearchParams(old)
        if (!('page' in changes)) next.delete('page')
        for (const [key, value] of Object.entries(changes)) {
          if (value === undefined || value === '') next.delete(key)
          else next.set(key, key === 'q' ? termToAddress(value) : value)
        }
        return next
      })
    },
    [setParams],
  )
  const query = (extra: Readonly<Record<string, string | undefined>> = {}) => {
    const next = new URLSearchParams(params)
    next.delete('page')
    for (const [key, value] of Object.entries(extra)) if (value !== undefined && value !== '') next.set(key, value)
    return next.toString()
  }
  return { get, set, query, page: Math.max(1, Number(params.get('page') ?? '1') || 1) }
}
