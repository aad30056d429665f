/** The review of a draft: the document with everything found, one item in focus, decided by key or mouse. */
import { QuestionCircleOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useCallback, useMemo, useState } from 'react'
import { useParams } from 'react-router'
import type { DraftDetail, DraftItemRow } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useMay } from '../../client/use-session.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { DocumentView } from './document-view.tsx'
import { DraftFilters } from './draft-filters.tsx'
import { draftMessages as m } from './draft-messages.ts'
import './drafts.css'
import { EffortLine } from './effort-line.tsx'
import { FinishDraft } from './finish-draft.tsx'
import { ItemCard, type ItemActs } from './item-card.tsx'
import { ItemForm } from './item-form.tsx'
import { ItemList } from './item-list.tsx'
import { KeyHelp } from './key-help.tsx'
import { afterLeaving, neighbour, queueOf } from './queue.ts'
import { selectedPassage } from './selected-passage.ts'
import { useDraftKeys } from './use-draft-keys.ts'
import { useDraftReview, type Verdict } from './use-draft-review.ts'
import { RereadDraft, VersionNotes } from './version-notes.tsx'

interface FormState { readonly item: DraftItemRow | null; readonly passage: { readonly start: number; readonly end: number } | null }

function Review({ draft }: { draft: DraftDetail }) {
  const { t, number } = useLanguage()
  const address = useAddress()
  const may = useMay('review') && draft.next === null
  const [wanted, setWanted] = useState<string>()
  const [form, setForm] = useState<FormState>()
  const [help, setHelp] = useState(false)
  const review = useDraftReview(draft.id)
  const filter = { kind: address.get('kind'), state: address.get('state'), change: address.get('change') }
  const queue = useMemo(() => queueOf(draft.items, filter), [draft.items, filter.kind, filter.state, filter.change])
  const item = draft.items.find((i) => i.id === wanted) ?? queue[0]
  const inClause = item?.clause ? draft.items.filter((i) => i.clause === item.clause && i.state === 'proposed' && i.kind !== 'unread') : []
  const pick = useCallback((id: string) => setWanted(id), [])

  const decide = (verdicts: readonly Verdict[], then?: () => void) => {
    if (verdicts.length === 0) return
    const next = filter.state === 'all' ? neighbour(queue, item?.id, 1) : afterLeaving(queue, item?.id, new Set(verdicts.map((v) => v.item)))
    review.decide.mutate(verdicts, { onSuccess: () => { then?.(); setWanted((now) => (now === undefined || now === item?.id ? next : now)) } })
  }
  const acts: ItemActs = {
    next: () => setWanted(neighbour(queue, item?.id, 1)),
    previous: () => setWanted(neighbour(queue, item?.id, -1)),
    accept: () => item && decide([{ item: item.id, act: 'accept' }]),
    reject: () => item && decide([{ item: item.id, act: 'reject' }]),
    correct: () => { review.clear(); if (item && item.kind !== 'unread') setForm({ item, passage: null }) },
    add: () => { review.clear(); setForm({ item: null, passage: selectedPassage() ?? null }) },
    undo: () => review.undo.mutate(undefined, { onSuccess: (decided) => decided.items[0] && setWanted(decided.items[0].id) }),
    clause: () => decide((inClause.length > 0 ? inClause : item?.state === 'proposed' ? [item] : []).map((i) => ({ item: i.id, act: 'accept' as const }))),
  }
  const keys = useDraftKeys((act) => {
    if (act === 'help') return setHelp(true)
    if (may || act === 'next' || act === 'previous') acts[act]()
  })
  const place = item && queue.includes(item) ? t(m.item(number(queue.indexOf(item) + 1), number(queue.length))) : null
  return (
    <>
      <EffortLine effort={draft.effort} />
      <DraftFilters draft={draft} filter={filter} change={(changes) => { setWanted(undefined); address.set(changes) }} />
      {Boolean(review.error) && !form && <ProblemSummary error={review.error} />}
      <div className="draft-panes">
        <DocumentView text={draft.text} items={draft.items} steppedOver={draft.steppedOver} focus={item?.id} pick={pick} />
        <div className="draft-side">
          {item ? <ItemCard item={item} draft={draft} acts={acts} may={may} rest={inClause.length} place={place} /> : draft.effort.byState.proposed === 0
            ? <EmptyState title={t(m.allDecided)}>{t(m.allDecidedNote)}</EmptyState>
            : <EmptyState title={t(m.noItem)}>{t(m.noItemNote)}</EmptyState>}
          <Button icon={<QuestionCircleOutlined aria-hidden="true" />} onClick={() => setHelp(true)} aria-haspopup="dialog">{t(m.help)} <kbd aria-hidden="true">?</kbd></Button>
          {queue.length > 0 && <ItemList draft={draft} queue={queue} focus={item?.id} pick={pick} />}
        </div>
      </div>
      {form && <ItemForm draft={draft} item={form.item} passage={form.passage} near={item?.start ?? 0} error={review.error} busy={review.decide.isPending} close={() => { review.clear(); setForm(undefined) }} save={(verdict) => decide([verdict], () => setForm(undefined))} />}
      <KeyHelp open={help} close={() => setHelp(false)} on={keys.on} setOn={keys.setOn} />
    </>
  )
}

export function DraftPage() {
  const { t } = useLanguage()
  const { id = '' } = useParams()
  const may = useMay('review')
  const draft = useCall('getDraft', { params: { id } })
  return (
    <>
      <PageHead title={draft.data?.title ?? t(m.title)} actions={draft.data && <>{may && draft.data.next === null && <RereadDraft id={id} />}<FinishDraft id={id} /></>}>{draft.data?.number}</PageHead>
      {!may && <Notice kind="info">{t(m.mayNot)}</Notice>}
      <QueryView query={draft}>{(data) => <><VersionNotes draft={data} /><Review key={data.id} draft={data} /></>}</QueryView>
    </>
  )
}
