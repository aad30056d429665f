/** How answers of the server are kept in the page: fresh for half a minute, asked again on return, refusals never repeated by themselves. */
import { QueryClient } from '@tanstack/react-query'
import { RequestRefused } from './request-refused.ts'

export function createAppQueryClient(): QueryClient {
  return new QueryClient({
    defaultOptions: {
      queries: {
        staleTime: 30_000,
        retry: (count, error) => !(error instanceof RequestRefused && !error.offline) && count < 1,
        networkMode: 'always',
      },
      mutations: { retry: false, networkMode: 'always' },
    },
  })
}
