/** Who acts in this browser, and what that allows. */
import { useQueryClient } from '@tanstack/react-query'
import type { Actor, Capability } from './contract.ts'
import { useAct, useCall } from './use-call.ts'

export function useSession() {
  return useCall('getSession', {})
}

/** The current actor; undefined while unknown or not picked. */
export function useActor(): Actor | undefined {
  return useSession().data?.current ?? undefined
}

export function useMay(capability: Capability): boolean {
  return useActor()?.capabilities.includes(capability) ?? false
}

/** Picking another actor makes every stored answer wrong: all are thrown away. */
export function useChooseActor() {
  const client = useQueryClient()
  const act = useAct('chooseActor', [])
  return {
    ...act,
    choose: (actor: string) =>
      act.mutateAsync({ body: { actor } }).then((session) => {
        client.setQueryData(['getSession', {}], session)
        return client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'getSession' })
      }),
  }
}
