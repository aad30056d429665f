/** Two plans side by side: choose them, see clause by clause what answers what, decide about matches, take the table along. */
import { DownloadOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { Link } from 'react-router'
import { callAddress } from '../../client/call.ts'
import type { PlanChoice, PlanComparison } from '../../client/contract.ts'
import { useAct, useCall } from '../../client/use-call.ts'
import { useMay } from '../../client/use-session.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FilterSelect } from '../../parts/filter-select.tsx'
import { FilterText } from '../../parts/filter-text.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { useDownload } from '../../parts/use-download.ts'
import { DraftTabs } from '../drafts/draft-tabs.tsx'
import '../drafts/drafts.css'
import { ClauseAnswer } from './clause-answer.tsx'
import { compareMessages as m } from './compare-messages.ts'
import './compare.css'
import { answerStates, ComparisonCounts } from './comparison-counts.tsx'
import { filterAnswers } from './filter-answers.ts'
import { JoinDialog } from './join-dialog.tsx'
import { itemName, type MatchActs } from './match-tools.tsx'
import { shownProposals, type ProposedPair } from './shown-proposals.ts'

interface Pair { readonly upper: string; readonly lower: string }

function Downloads({ pair }: { pair: Pair }) {
  const { t, language } = useLanguage()
  const download = useDownload()
  const save = (format: 'xlsx' | 'csv') => void download.save(callAddress('exportComparison', { query: { ...pair, format, language } }), `comparison.${format}`)
  return (
    <>
      {Boolean(download.error) && <ProblemSummary error={download.error} />}
      <span className="row">
        <Button icon={<DownloadOutlined aria-hidden="true" />} loading={download.busy} onClick={() => save('xlsx')}>{t(m.xlsx)}</Button>
        <Button icon={<DownloadOutlined aria-hidden="true" />} loading={download.busy} onClick={() => save('csv')}>{t(m.csv)}</Button>
      </span>
    </>
  )
}

function Decisions({ comparison, acts }: { comparison: PlanComparison; acts: MatchActs }) {
  const { t, instant, number } = useLanguage()
  if (comparison.verdicts.length === 0) return null
  return (
    <details className="paper panel">
      <summary>{t(m.decisions)} ({number(comparison.verdicts.length)})</summary>
      <ul className="plain-list">
        {comparison.verdicts.map((v) => (
          <li key={`${v.upper}|${v.lower}`}>
            <span lang="zh-CN">{itemName(comparison, v.upper)} – {itemName(comparison, v.lower)}</span>: {t(v.act === 'part' ? m.partedPair : m.confirmed)} <span className="quiet small">{t(m.by(v.actor, instant(v.at)))}</span>{' '}
            {acts.may && <Button size="small" disabled={acts.busy} aria-label={`${t(m.undo)}: ${itemName(comparison, v.upper)} – ${itemName(comparison, v.lower)}`} onClick={() => acts.decide(v.upper, v.lower, 'open')}>{t(m.undo)}</Button>}
          </li>
        ))}
      </ul>
    </details>
  )
}

function Own({ comparison }: { comparison: PlanComparison }) {
  const { t, number } = useLanguage()
  return (
    <details className="paper panel">
      <summary>{t(m.own)} ({number(comparison.own.length)})</summary>
      <p className="quiet">{t(m.ownNote)}</p>
      <ul className="plain-list">{comparison.own.map((o) => <li key={o.id}><span className="kind-tag" data-kind={o.kind}>{t(o.kind === 'clause' ? m.clauses : m.targets)}</span> <span className="quiet">{o.clause}</span> <span lang="zh-CN">{o.words}</span></li>)}</ul>
    </details>
  )
}

/** One act for everything that is listed and undecided; the act just made can be taken back as one. */
function ConfirmShown({ shown, last, acts, confirm, undo }: { shown: readonly ProposedPair[]; last: readonly ProposedPair[]; acts: MatchActs; confirm: () => void; undo: () => void }) {
  const { t, number } = useLanguage()
  if (!acts.may) return null
  return (
    <span className="row no-print">
      {shown.length > 0 && <Button size="small" disabled={acts.busy} onClick={confirm}>{t(m.confirmShown(number(shown.length)))}</Button>}
      {last.length > 0 && <Button size="small" disabled={acts.busy} onClick={undo}>{t(m.undoShown(number(last.length)))}</Button>}
    </span>
  )
}

/** Most matches that one act decides. */
const mostAtOnce = 500

function Comparing({ pair }: { pair: Pair }) {
  const { t, number } = useLanguage()
  const address = useAddress()
  const may = useMay('review')
  const comparison = useCall('getComparison', { query: pair }, { keep: true })
  const act = useAct('decideMatches', ['getComparison'])
  const [joining, setJoining] = useState<string>()
  const [last, setLast] = useState<readonly ProposedPair[]>([])
  const decideAll = (pairs: readonly ProposedPair[], what: 'confirm' | 'open', then: readonly ProposedPair[]) => act.mutate({ body: { request: crypto.randomUUID(), ...pair, verdicts: pairs.map((p) => ({ ...p, act: what })) } }, { onSuccess: () => setLast(then) })
  const decide = (upper: string, lower: string, what: 'confirm' | 'part' | 'open') => act.mutate({ body: { request: crypto.randomUUID(), ...pair, verdicts: [{ upper, lower, act: what }] } })
  const acts: MatchActs = { may, busy: act.isPending, decide, join: setJoining }
  return (
    <QueryView query={comparison}>
      {(data) => {
        const filter = { state: address.get('state'), target: address.get('target'), find: address.get('find') }
        const clauses = filterAnswers(data.clauses, filter)
        const total = filter.target === undefined ? clauses.length : clauses.reduce((sum, c) => sum + c.targets.length, 0)
        const proposed = shownProposals(clauses, filter.target !== undefined).slice(0, mostAtOnce)
        const counted = (changes: Partial<typeof filter>) => filterAnswers(data.clauses, { ...filter, ...changes })
        return (
          <>
            <ComparisonCounts comparison={data} to={(key, state) => `/compare?${new URLSearchParams({ upper: pair.upper, lower: pair.lower, [key]: state }).toString()}`} />
            {act.isError && <ProblemSummary error={act.error} />}
            <div className="filters paper no-print">
              <FilterSelect label={t(m.state)} value={address.get('state')} change={(state) => address.set({ state })} options={answerStates.map((s) => ({ value: s, label: t(m[s]), count: counted({ state: s }).length }))} />
              <FilterSelect label={t(m.targetState)} value={filter.target} change={(target) => address.set({ target })} options={answerStates.filter((s) => s !== 'partly').map((s) => ({ value: s, label: t(m[s]), count: counted({ target: s }).reduce((sum, c) => sum + c.targets.length, 0) }))} />
              <FilterText label={t(m.find)} value={address.get('find')} change={(find) => address.set({ find })} />
              <Downloads pair={pair} />
            </div>
            <div className="spread">
              <span className="quiet" data-total={total} aria-live="polite">{t((filter.target === undefined ? m.shown : m.shownTargets)(number(total)))}</span>
              <ConfirmShown shown={proposed} last={last} acts={acts} confirm={() => decideAll(proposed, 'confirm', proposed)} undo={() => decideAll(last, 'open', [])} />
            </div>
            <div className="answer-head" aria-hidden="true"><span>{t(m.upper)}：<span lang="zh-CN">{data.upper.title}</span></span><span>{t(m.lower)}：<span lang="zh-CN">{data.lower.title}</span></span></div>
            {clauses.length === 0 && <EmptyState title={t(m.noRow)} />}
            {clauses.map((clause) => <ClauseAnswer key={clause.clause} clause={clause} acts={acts} />)}
            <Own comparison={data} />
            <Decisions comparison={data} acts={acts} />
            {joining !== undefined && <JoinDialog comparison={data} upper={joining} close={() => setJoining(undefined)} save={(lower) => { decide(joining, lower, 'confirm'); setJoining(undefined) }} />}
          </>
        )
      }}
    </QueryView>
  )
}

function Choices({ plans }: { plans: readonly PlanChoice[] }) {
  const { t } = useLanguage()
  const address = useAddress()
  const options = plans.map((p) => ({ value: p.id, label: `${p.title}${p.kind === 'pack' ? t(m.inForce) : ''}${p.number ? ` ${p.number}` : ''}` }))
  const upper = address.get('upper') ?? 'pack'
  const lower = address.get('lower')
  return (
    <>
      <div className="filters paper no-print compare-choices">
        <FilterSelect label={t(m.upper)} value={upper} clearable={false} width={420} options={options} change={(next) => address.set({ upper: next })} />
        <FilterSelect label={t(m.lower)} value={lower} width={420} options={options} change={(next) => address.set({ lower: next })} />
      </div>
      {lower === undefined ? <EmptyState title={t(m.choose)} action={<Link to="/drafts">{t(m.toDrafts)}</Link>}>{t(m.chooseNote)}</EmptyState> : upper === lower ? <Notice kind="info">{t(m.sameChosen)}</Notice> : <Comparing key={`${upper}|${lower}`} pair={{ upper, lower }} />}
    </>
  )
}

export function ComparePage() {
  const { t } = useLanguage()
  const plans = useCall('getPlanChoices', {})
  return (
    <>
      <PageHead title={t(m.title)}>{t(m.note)}</PageHead>
      <DraftTabs current="compare" />
      <QueryView query={plans}>{(data) => <Choices plans={data.plans} />}</QueryView>
    </>
  )
}
