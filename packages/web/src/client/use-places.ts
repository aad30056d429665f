/** The places of the actor's area: asked once, searched here. */
import { useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import type { PlaceNode } from './contract.ts'

export interface Places {
  readonly root: string
  readonly townships: readonly PlaceNode[]
  /** Villages of a township, or all of the area. */
  readonly villages: (township: string | undefined) => readonly PlaceNode[]
  readonly nameOf: (code: string) => string
}

export function usePlaces(): Places | undefined {
  const answer = useQuery({ queryKey: ['getPlaces', {}], queryFn: () => call('getPlaces', {}), staleTime: 600_000 }).data
  if (!answer) return undefined
  const { places, root } = answer
  return {
    root,
    townships: places.filter((p) => p.level === 'township'),
    villages: (township) => places.filter((p) => p.level === 'village' && (township === undefined || p.code.startsWith(township))),
    nameOf: (code) => places.find((p) => p.code === code)?.name ?? code,
  }
}
