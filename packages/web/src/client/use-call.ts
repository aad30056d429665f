/** Answers of the server inside pages: read with `useCall`, change with `useAct`. */
import { keepPreviousData, useMutation, useQuery, useQueryClient, type UseMutationResult, type UseQueryResult } from '@tanstack/react-query'
import { call } from './call.ts'
import type { RouteInput, RouteName, RouteOutput } from './contract.ts'

export interface CallOptions<Data> {
  readonly enabled?: boolean
  /** Show the former answer while the next one is under way (paging, filters). */
  readonly keep?: boolean
  /** Milliseconds until the question is asked again, by the answer so far; false: no more. */
  readonly every?: (answer: Data | undefined) => number | false
}

export function useCall<N extends RouteName>(name: N, input: RouteInput<N>, options: CallOptions<RouteOutput<N>> = {}): UseQueryResult<RouteOutput<N>> {
  return useQuery<RouteOutput<N>>({
    queryKey: [name, input],
    queryFn: ({ signal }) => call(name, input, signal),
    enabled: options.enabled ?? true,
    ...(options.keep ? { placeholderData: keepPreviousData as never } : {}),
    ...(options.every ? { refetchInterval: (query: { state: { data: unknown } }) => options.every!(query.state.data as RouteOutput<N> | undefined) } : {}),
  })
}

/** A change; when it succeeded, the answers of the named calls are asked anew. */
export function useAct<N extends RouteName>(name: N, stale: readonly RouteName[]): UseMutationResult<RouteOutput<N>, Error, RouteInput<N>> {
  const client = useQueryClient()
  return useMutation({
    mutationFn: (input: RouteInput<N>) => call(name, input),
    onSuccess: async () => {
      await Promise.all(stale.map((route) => client.invalidateQueries({ queryKey: [route] })))
    },
  })
}
