/** Columns of a work list, by its kind. */
import { Button } from 'antd'
import { Link } from 'react-router'
import type { WorkItem } from '../../client/contract.ts'
import { yuanOfFen } from '../../language/format.ts'
import { useLanguage, type LanguageTools } from '../../language/language-context.tsx'
import type { Column } from '../../parts/data-table.tsx'
import { FactLine } from '../../parts/fact-line.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { whyAddress } from '../why/why-address.ts'
import { workMessages as m } from './work-messages.ts'
import type { WorkKind } from './work-query.ts'

/** A row of a department's list has no name here: whom it names is known to that department only. */
function nameOf(item: WorkItem, t: LanguageTools['t']): string {
  return item.subject.name ?? t(item.subject.unit === 'list-row' ? m.listRow(String(item.subject.row ?? '?')) : m.unnamed)
}

function Subject({ item }: { item: WorkItem }) {
  const { t } = useLanguage()
  const name = nameOf(item, t)
  return item.subject.householdId ? <Link className="nowrap" to={`/households/${item.subject.householdId}`}>{name}</Link> : <>{name}</>
}

/** Two lines of the reason; the whole of it on paper, in the tip and on the Why page. */
function Reason({ text }: { text: string }) {
  return <div className="two-lines" title={text}>{text}</div>
}

function Facts({ item }: { item: WorkItem }) {
  const { t } = useLanguage()
  const shown = item.facts.slice(0, 3)
  return (
    <div className="small">
      {shown.map((fact, i) => <FactLine key={`${fact.field}-${i}`} fact={fact} />)}
      {item.facts.length > shown.length && <span className="quiet">{t(m.more(item.facts.length - shown.length))}</span>}
    </div>
  )
}

function Result({ item }: { item: WorkItem }) {
  const { t, date } = useLanguage()
  if (!item.result) return <StateTag kind="open">{t(m.open)}</StateTag>
  return (
    <>
      <StateTag kind={item.state === 'answered' ? 'done' : 'open'}>{t(item.result.label)}</StateTag>
      <span className="quiet small"> {[date(item.result.answeredOn), item.result.by, item.result.note].filter(Boolean).join(' · ')}</span>
    </>
  )
}

/** The columns in order; `answer` opens the dialog for one item, undefined when the actor may not answer. */
export function useWorkColumns(kind: WorkKind, answer: ((item: WorkItem) => void) | undefined): readonly Column<WorkItem>[] {
  const { t, number } = useLanguage()
  const subject: readonly Column<WorkItem>[] = [
    { key: 'subject', title: t(m.subject), fixed: true, heading: true, render: (item) => <Subject item={item} /> },
    { key: 'identity', title: t(m.identity), render: (item) => <span className="nowrap">{item.subject.idMasked}</span> },
    { key: 'householdNo', title: t(m.householdNo), render: (item) => item.subject.householdNo },
    { key: 'place', title: t(m.place), width: '13em', render: (item) => [item.township?.name, item.village?.name].filter(Boolean).join(' ') || <span className="quiet">{t(m.elsewhere)}</span> },
  ]
  const measured: readonly Column<WorkItem>[] = [
    { key: 'measure', title: t(m.measure), fixed: true, width: '14em', render: (item) => item.measure && t(item.measure.name) },
    { key: 'period', title: t(m.period), render: (item) => item.period },
    { key: 'reason', title: t(m.reason), width: '26em', render: (item) => <Reason text={t(item.reason)} /> },
    { key: 'facts', title: t(m.facts), width: '24em', render: (item) => <Facts item={item} /> },
    { key: 'amount', title: t(m.amount), numeric: true, render: (item) => item.amountFen && number(yuanOfFen(item.amountFen)) },
    { key: 'department', title: t(m.department), render: (item) => item.department && t(item.department.name) },
  ]
  const asked: readonly Column<WorkItem>[] = [
    { key: 'question', title: t(m.question), fixed: true, width: '18em', render: (item) => item.question && t(item.question.label) },
    { key: 'settles', title: t(m.settles), numeric: true, render: (item) => item.question && t(m.settlesCount(number(item.question.settles))) },
    { key: 'reason', title: t(m.reason), width: '26em', render: (item) => <Reason text={t(item.reason)} /> },
    { key: 'facts', title: t(m.facts), width: '24em', render: (item) => <Facts item={item} /> },
  ]
  const last: readonly Column<WorkItem>[] = [
    { key: 'result', title: t(m.result), render: (item) => <Result item={item} /> },
    {
      key: 'actions', title: t(m.actions), fixed: true,
      render: (item) => (
        <span className="row-actions no-print">
          {item.measure && item.subject.unit !== 'list-row' && <Link to={whyAddress(item.measure.id, item.subject.id, item.period)} aria-label={t(m.whyOf(nameOf(item, t)))}>{t(m.why)}</Link>}
          {answer && <Button size="small" onClick={() => answer(item)} aria-label={t(m.answerOf(nameOf(item, t)))}>{t(m.answer)}</Button>}
        </span>
      ),
    },
  ]
  // Of somebody who is not in the register nothing is known but the row.
  const unknown = new Set(['identity', 'householdNo', 'facts', 'amount'])
  const columns = [...subject, ...(kind === 'verify' ? asked : measured), ...last]
  return kind === 'unregistered' ? columns.filter((column) => !unknown.has(column.key)) : columns
}
