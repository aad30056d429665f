/** Shows an answer of the server once it is there; before that a skeleton, instead of it the problem with a way to try again. */
import type { UseQueryResult } from '@tanstack/react-query'
import { Skeleton } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import { ProblemSummary } from './problem-summary.tsx'
import { tableMessages } from './table-messages.ts'

export function QueryView<Data>({ query, children }: { query: UseQueryResult<Data>; children: (data: Data) => ReactNode }) {
  const { t } = useLanguage()
  if (query.isPending) {
    return (
      <div role="status" aria-label={t(tableMessages.loading)} className="paper" style={{ padding: 20 }}>
        <Skeleton active paragraph={{ rows: 5 }} />
      </div>
    )
  }
  if (query.isError) return <ProblemSummary error={query.error} retry={() => void query.refetch()} />
  return <>{children(query.data)}</>
}
