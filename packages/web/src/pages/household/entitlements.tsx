/** Every measure that concerns the household: should it, does it, what that means, and why. */
import { Link } from 'react-router'
import type { Entitlement, Household } from '../../client/contract.ts'
import { yuanOfFen } from '../../language/format.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DataTable, type Column } from '../../parts/data-table.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { whyAddress } from '../why/why-address.ts'
import { householdMessages as m } from './household-messages.ts'

const shouldKind = { yes: 'yes', no: 'plain', undetermined: 'unknown' } as const
const doesKind = { yes: 'done', no: 'open', 'possible-match': 'unknown', 'no-list': 'plain' } as const
export const deliveredWords = { yes: m.deliveredYes, no: m.deliveredNo, 'possible-match': m['possible-match'], 'no-list': m['no-list'] }

/** Due, doubtful or received: what somebody may have to act on. The rest is neither due nor received. */
function isConcerned(row: Entitlement): boolean {
  return row.eligible !== 'no' || row.delivered === 'yes' || row.delivered === 'possible-match'
}

/** Due but missing first, then received but not due, then what cannot be told, then what is in order. */
function urgency(row: Entitlement): number {
  if (row.eligible === 'yes' && row.delivered === 'no') return 0
  if (row.eligible === 'no') return 1
  if (row.eligible === 'undetermined') return 2
  return row.delivered === 'yes' ? 3 : 4
}

const rowKey = (row: Entitlement) => `${row.measure.id}:${row.subjectId}:${row.period}`

export function Entitlements({ household }: { household: Household }) {
  const { t, number, date, instant } = useLanguage()
  const amount = (row: Entitlement) => (row.amountFen === null ? '' : `${number(yuanOfFen(row.amountFen))}${row.amountToFen === null ? '' : ` – ${number(yuanOfFen(row.amountToFen))}`}`)
  const concerned = [...household.entitlements.filter(isConcerned)].sort((a, b) => urgency(a) - urgency(b))
  const rest = household.entitlements.filter((row) => !isConcerned(row))
  const columns: readonly Column<Entitlement>[] = [
    { key: 'measure', title: t(m.measure), heading: true, render: (row) => t(row.measure.name) },
    { key: 'subject', title: t(m.subject), render: (row) => <span className="nowrap">{row.subjectName}</span> },
    { key: 'period', title: t(m.period), render: (row) => <span className="nowrap">{row.period}</span> },
    { key: 'should', title: t(m.should), render: (row) => <StateTag kind={shouldKind[row.eligible]}>{t(m[row.eligible])}</StateTag> },
    { key: 'does', title: t(m.does), render: (row) => <StateTag kind={doesKind[row.delivered]}>{t(deliveredWords[row.delivered])}</StateTag> },
    { key: 'meaning', title: t(m.meaning), width: '24em', render: (row) => <>{t(row.meaning)}{row.reason && <span className="quiet small"> {t(row.reason)}</span>}</> },
    { key: 'amount', title: t(m.amount), numeric: true, render: amount },
    { key: 'why', title: t(m.why), render: (row) => <Link className="nowrap" to={whyAddress(row.measure.id, row.subjectId, row.period)} aria-label={t(m.whyOf(`${t(row.measure.name)} ${row.subjectName ?? ''}`))}>{t(m.why)}</Link> },
  ]
  return (
    <section className="paper panel" aria-labelledby="entitlements">
      <h2 id="entitlements">
        {t(m.entitlements)}
        {household.run && <span className="quiet small">{t(m.runOf(date(household.run.asOf), instant(household.run.finishedAt)))}</span>}
      </h2>
      {household.entitlements.length === 0 && <p className="quiet">{t(household.run ? m.noEntitlements : m.noRun)}</p>}
      {concerned.length > 0 && <DataTable caption={t(m.entitlements)} rows={concerned} columns={columns} rowKey={rowKey} dense />}
      {rest.length > 0 && (
        <details>
          <summary>{t(m.notConcerned(rest.length))}</summary>
          <DataTable caption={t(m.notConcerned(rest.length))} rows={rest} columns={columns} rowKey={rowKey} dense />
        </details>
      )}
    </section>
  )
}
