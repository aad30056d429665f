/** Looking for words in the plan: how many places hold them, and the way from one to the next. */
import { Button } from 'antd'
import type { KeyboardEvent } from 'react'
import type { Plan } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { FilterText } from '../../parts/filter-text.tsx'
import type { Address } from '../../parts/use-address.ts'
import { planMessages as m } from './plan-messages.ts'
import { findHits, type Hit } from './plan-search.ts'

const placeWords = { id: m.hitId, title: m.hitTitle, words: m.hitWords, summary: m.hitSummary, body: m.hitBody, figure: m.hitFigure, measure: m.hitMeasure } as const

export function SearchBar({ plan, address }: { plan: Plan; address: Address }) {
  const { t, number } = useLanguage()
  const find = address.get('find')
  const hits = find ? findHits(plan, find) : []
  const at = Math.min(Math.max(1, Number(address.get('hit') ?? '1') || 1), Math.max(1, hits.length))
  const go = (words: string, list: readonly Hit[], hit: number) => address.set({ find: words, hit: String(hit), ...(list[hit - 1] && { clause: list[hit - 1]!.clause }) })
  const change = (words: string | undefined) => (words ? go(words, findHits(plan, words), 1) : address.set({ find: undefined, hit: undefined }))
  const step = (by: 1 | -1) => find && go(find, hits, ((at - 1 + by + hits.length) % hits.length) + 1)
  const current = hits[at - 1]
  // Enter on words that were looked for already goes on to the next place, with Shift back.
  const press = (event: KeyboardEvent) => {
    if (event.key === 'Enter' && event.target instanceof HTMLInputElement && event.target.value.trim() === find && hits.length > 1) step(event.shiftKey ? -1 : 1)
  }
  return (
    <div className="paper plan-search no-print" role="search" aria-label={t(m.find)} onKeyDown={press}>
      <FilterText label={t(m.find)} value={find} change={change} width={320} />
      {find && (
        <>
          <span className="plan-search-count" aria-live="polite" data-hits={hits.length}>
            {current ? <>{t(m.hitAt(number(at), number(hits.length)))} · {current.clause} · {t(placeWords[current.place])}</> : t(m.noHit(find))}
          </span>
          <span className="row">
            <Button disabled={hits.length < 2} onClick={() => step(-1)}>{t(m.previousHit)}</Button>
            <Button disabled={hits.length < 2} onClick={() => step(1)}>{t(m.nextHit)}</Button>
          </span>
        </>
      )}
    </div>
  )
}
