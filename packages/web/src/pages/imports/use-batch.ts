/** The work of several files: each is tried by itself as soon as it is known what to choose; those without a problem go in one after the other. */
import { useQueries, useQueryClient } from '@tanstack/react-query'
import { useEffect, useRef, useState } from 'react'
import { call } from '../../client/call.ts'
import type { ImportDetail, Job } from '../../client/contract.ts'
import { RequestRefused } from '../../client/request-refused.ts'
import { usePlaces } from '../../client/use-places.ts'
import { useVocabulary } from '../../client/use-vocabulary.ts'
import { batchState, inOrder, mayGoAlong, mayGoUnseen, proposedChoices, type BatchState } from './batch-steps.ts'

export interface BatchFile {
  readonly detail: ImportDetail
  readonly state: BatchState
}

export interface BatchWork {
  readonly at: number
  readonly of: number
  readonly fileName: string
  readonly job: Job | undefined
}

/** A commit that was asked for before a reload, or by somebody else, is looked at until it ends. */
const followed = (query: { readonly state: { readonly data?: ImportDetail | undefined } }): number | false => (query.state.data?.state === 'committing' ? 1500 : false)

async function finished(id: string, tell: (job: Job) => void): Promise<Job> {
  for (;;) {
    const job = await call('getJob', { params: { id } })
    tell(job)
    if (job.state === 'done' || job.state === 'failed') return job
    await new Promise((resolve) => { setTimeout(resolve, 400) })
  }
}

export function useBatch(ids: readonly string[]) {
  const client = useQueryClient()
  const vocabulary = useVocabulary()
  const places = usePlaces()
  const answers = useQueries({ queries: ids.map((id) => ({ queryKey: ['getImport', { params: { id } }], queryFn: () => call('getImport', { params: { id } }), refetchInterval: followed })) })
  const details = answers.flatMap((answer) => (answer.data ? [answer.data] : []))
  const ready = vocabulary !== undefined && places !== undefined && details.length === ids.length
  const files: BatchFile[] = ready ? inOrder(details).map((detail) => ({ detail, state: batchState(detail, proposedChoices(detail, vocabulary, places.root)) })) : []
  const [work, setWork] = useState<BatchWork>()
  const [error, setError] = useState<unknown>()
  const tried = useRef(new Set<string>())
  // The records below the batch say the same state as the batch.
  const refresh = (id: string) => Promise.all([client.invalidateQueries({ queryKey: ['getImport', { params: { id } }] }), client.invalidateQueries({ queryKey: ['getImports'] })])

  const next = files.find(({ detail, state }) => state === 'reading' && !tried.current.has(detail.id))?.detail
  useEffect(() => {
    if (!next || tried.current.has(next.id)) return
    tried.current.add(next.id)
    const body = proposedChoices(next, vocabulary, places?.root)
    if (body) void call('previewImport', { params: { id: next.id }, body }).catch(setError).then(() => refresh(next.id))
  })

  /** What was shown may be told anew by what went in before it: each is tried once more, and left for a look when it now has a problem. */
  const takeOne = async (detail: ImportDetail, along: boolean, tell: (job: Job) => void): Promise<void> => {
    const preview = await call('previewImport', { params: { id: detail.id }, body: detail.choices! })
    if (mayGoUnseen(detail.choices!, preview) || (along && mayGoAlong(detail.choices!, preview))) {
      const job = await finished((await call('commitImport', { params: { id: detail.id }, body: { preview: preview.preview } })).id, tell)
      if (job.state === 'failed') throw new RequestRefused(500, job.problems)
    }
    await refresh(detail.id)
  }
  const takeAll = async (along: boolean): Promise<void> => {
    const clean = files.filter((file) => file.state === 'clean' || (along && file.state === 'noted'))
    setError(undefined)
    try {
      for (const [i, { detail }] of clean.entries()) {
        const tell = (job: Job | undefined) => setWork({ at: i + 1, of: clean.length, fileName: detail.fileName, job })
        tell(undefined)
        await takeOne(detail, along, tell)
      }
      // What was tried before the others went in is told anew, so that it can be taken as it is shown.
      for (const { detail } of files) if (detail.state === 'previewed' && !clean.some((file) => file.detail.id === detail.id)) await call('previewImport', { params: { id: detail.id }, body: detail.choices! })
    } catch (fault) {
      setError(fault)
    }
    setWork(undefined)
    await client.invalidateQueries({ predicate: (query) => query.queryKey[0] !== 'getSession' && query.queryKey[0] !== 'getJob' })
  }
  const failed = answers.find((answer) => answer.isError)?.error
  return { files, ready, work, error: error ?? failed, takeAll }
}
