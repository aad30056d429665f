/** From the address of a register list to the question that the server is asked. */
import type { RouteInput } from '../../client/contract.ts'
import { pageSize } from '../../parts/pager.tsx'
import type { Address } from '../../parts/use-address.ts'

type Query = RouteInput<'getPersons'>['query']

export const guarantees = ['schooling', 'medical', 'housing', 'water'] as const
export const registerFilterKeys = ['q', 'place', 'elsewhere', 'status', 'plannedExitYear', 'unsolved', 'untold'] as const

export function registerFilters(address: Address): Query {
  const query: { [K in keyof Query]: Query[K] } = {}
  const text = (key: 'q' | 'place' | 'plannedExitYear') => {
    const value = address.get(key)
    if (value) query[key] = value
  }
  text('q')
  text('place')
  text('plannedExitYear')
  if (address.get('elsewhere') === 'township') query.elsewhere = 'township'
  const status = (['poor', 'exited', 'unknown'] as const).find((s) => s === address.get('status'))
  if (status) query.status = status
  for (const key of ['unsolved', 'untold'] as const) {
    const item = guarantees.find((g) => g === address.get(key))
    if (item) query[key] = item
  }
  return query
}

export function registerQuery(address: Address): Query {
  return { ...registerFilters(address), page: address.page, size: pageSize(address) }
}
