/** From the address of a work list to the question that the server is asked. */
import type { RouteInput } from '../../client/contract.ts'
import type { Address } from '../../parts/use-address.ts'
import { pageSize } from '../../parts/pager.tsx'

type Filters = RouteInput<'getWorkItemCounts'>['query']

export type WorkKind = NonNullable<Filters['kind']>
export const workKinds: readonly WorkKind[] = ['owed', 'verify', 'lead', 'unregistered']

const plain = ['measure', 'department', 'township', 'village', 'place', 'clause', 'q'] as const

export function workKind(address: Address): WorkKind {
  return workKinds.find((kind) => kind === address.get('kind')) ?? 'owed'
}

export function workFilters(address: Address, kind: WorkKind): Filters {
  const filters: { [K in keyof Filters]: Filters[K] } = { kind }
  for (const key of plain) {
    const value = address.get(key)
    if (value) filters[key] = value
  }
  if (address.get('elsewhere') === 'township') filters.elsewhere = 'township'
  const state = address.get('state')
  if (state === 'open' || state === 'answered') filters.state = state
  return filters
}

const sorts = ['place', 'name', 'measure', 'settles', 'amount'] as const

export function workQuery(address: Address, kind: WorkKind): RouteInput<'getWorkItems'>['query'] {
  const sort = sorts.find((s) => s === address.get('sort')) ?? (kind === 'verify' && !address.get('sort') ? 'settles' : 'place')
  return { ...workFilters(address, kind), sort, page: address.page, size: pageSize(address) }
}
