/** Filters of the review, each with how many items it would show. */
import type { DraftDetail } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { FilterSelect } from '../../parts/filter-select.tsx'
import { draftMessages as m } from './draft-messages.ts'
import type { QueueFilter } from './queue.ts'

const kinds = ['unread', 'clause', 'target', 'duty', 'citation', 'amount', 'organisation'] as const
const states = ['accepted', 'corrected', 'added', 'rejected'] as const
const changes = ['new', 'changed', 'same'] as const

export function DraftFilters({ draft, filter, change }: { draft: DraftDetail; filter: QueueFilter; change: (changes: Readonly<Record<string, string | undefined>>) => void }) {
  const { t } = useLanguage()
  const state = filter.state ?? 'proposed'
  const inState = draft.items.filter((i) => (state === 'all' || i.state === state) && (filter.change === undefined || i.change === filter.change))
  const inKind = draft.items.filter((i) => (filter.kind === undefined || i.kind === filter.kind) && (filter.change === undefined || i.change === filter.change))
  return (
    <div className="filters paper no-print">
      <FilterSelect label={t(m.state)} value={state} clearable={false} change={(value) => change({ state: value === 'proposed' ? undefined : value })}
        options={[{ value: 'proposed', label: t(m.open), count: inKind.filter((i) => i.state === 'proposed').length }, ...states.map((s) => ({ value: s, label: t(m[s]), count: inKind.filter((i) => i.state === s).length })), { value: 'all', label: t(m.all), count: inKind.length }]} />
      <FilterSelect label={t(m.kinds)} value={filter.kind} change={(value) => change({ kind: value })} options={kinds.map((k) => ({ value: k, label: t(m[k]), count: inState.filter((i) => i.kind === k).length }))} />
      {draft.previous !== null && <FilterSelect label={t(m.change)} value={filter.change} change={(value) => change({ change: value })} options={changes.map((c) => ({ value: c, label: t(m[c]), count: draft.items.filter((i) => i.change === c).length }))} />}
    </div>
  )
}
