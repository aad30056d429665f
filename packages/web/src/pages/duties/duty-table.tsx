/** Duties of one section: a table on a wide window, cards on a phone. The cells say line by line what the Word file says. */
import type { ReactNode } from 'react'
import { Link } from 'react-router'
import type { DutyRow, Target } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { listAddress } from '../../parts/list-address.ts'
import { useNarrow } from '../../parts/use-narrow.ts'
import { clauseAddress } from '../plan/clause-address.ts'
import { dutiesMessages as m } from './duties-messages.ts'
import { FigureLines } from './figure-lines.tsx'

function Lines({ children }: { children: readonly ReactNode[] }) {
  return <>{children.map((line, i) => <div key={i}>{line}</div>)}</>
}

function Now({ target }: { target: Target }) {
  const { t } = useLanguage()
  return target.computed ? <Link to={listAddress(target.computed.list)}>{t(target.now)}</Link> : <span className={target.owedBy ? 'fact-unknown' : undefined}>{t(target.now)}</span>
}

function useCells(row: DutyRow) {
  const { t, language } = useLanguage()
  const role = (r: DutyRow['roles'][number]) => (r.through ? (language === 'zh' ? `${t(r.name)}（承接${t(r.through.name)}）` : `${t(r.name)} (taken over from ${t(r.through.name)})`) : t(r.name))
  const target = (x: Target) => `${t(x.subject)}${language === 'zh' ? '：' : ': '}${t(x.asked)}${x.term ? `${language === 'zh' ? '，' : ', '}${t(x.term)}` : ''}`
  const measures = row.measures.map((x) => t(x.name)).join(language === 'zh' ? '、' : ', ')
  return {
    task: <div className="duty-task"><Lines>{[t(row.title), t(row.summary), ...(measures ? [<span key="m" className="quiet">{t(m.measures)}{measures}</span>] : [])]}</Lines></div>,
    roles: <Lines>{row.roles.map(role)}</Lines>,
    targets: <Lines>{[...row.targets.map(target), ...row.obligations.map((o) => `${t(o.kindName)}${language === 'zh' ? '：' : ': '}${t(o.says)}`)]}</Lines>,
    today: <><Lines>{row.targets.map((x) => <Now key={x.id} target={x} />)}</Lines><FigureLines figures={row.figures} /></>,
  }
}

function Row({ row }: { row: DutyRow }) {
  const { task, roles, targets, today } = useCells(row)
  return (
    <tr data-duty={row.number}>
      <td className="number">{row.number}</td>
      <td className="nowrap"><Link to={clauseAddress(row.clause)}>{row.clause}</Link></td>
      <td>{task}</td><td>{roles}</td><td>{targets}</td><td>{today}</td>
    </tr>
  )
}

function Card({ row }: { row: DutyRow }) {
  const { t } = useLanguage()
  const { task, roles, targets, today } = useCells(row)
  const anything = row.targets.length > 0 || (['owed', 'verify', 'lead'] as const).some((key) => (row.figures?.[key].count ?? 0) > 0)
  return (
    <li className="card paper" data-duty={row.number}>
      <div className="card-head"><div className="card-title">{row.number}. <Link to={clauseAddress(row.clause)}>{row.clause}</Link></div>{roles}</div>
      {task}
      <dl>
        {row.targets.length + row.obligations.length > 0 && <div><dt>{t(m.targets)}</dt><dd>{targets}</dd></div>}
        {anything && <div><dt>{t(m.today)}</dt><dd>{today}</dd></div>}
      </dl>
    </li>
  )
}

export function DutyTable({ rows, caption }: { rows: readonly DutyRow[]; caption: string }) {
  const { t } = useLanguage()
  const narrow = useNarrow()
  if (narrow) return <ul className="cards" aria-label={caption}>{rows.map((row) => <Card key={row.number} row={row} />)}</ul>
  return (
    <div className="table-box" tabIndex={0} role="group" aria-label={caption}>
      <table className="data dense duty-table">
        <caption className="visually-hidden">{caption}</caption>
        <colgroup>{[5, 9, 32, 11, 26, 17].map((width, i) => <col key={i} style={{ width: `${width}%` }} />)}</colgroup>
        <thead><tr>{[m.number, m.clause, m.task, m.roles, m.targets, m.today].map((title) => <th key={title.en} scope="col">{t(title)}</th>)}</tr></thead>
        <tbody>{rows.map((row) => <Row key={row.number} row={row} />)}</tbody>
      </table>
    </div>
  )
}
