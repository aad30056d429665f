/** 一户一档: one household with its members, facts, measures, help delivered and everything that happened to its record. */
import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { useState } from 'react'
import { useParams } from 'react-router'
import type { Household } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useMay } from '../../client/use-session.ts'
import { yuanOfFen } from '../../language/format.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DataTable, type Column } from '../../parts/data-table.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { tableMessages } from '../../parts/table-messages.ts'
import { Entitlements } from './entitlements.tsx'
import { FactGrid } from './fact-grid.tsx'
import { householdMessages as m } from './household-messages.ts'
import { RevealButton, RevealedPanel, type Revealed } from './reveal.tsx'

type Delivery = Household['deliveries'][number]

function Members({ household }: { household: Household }) {
  const { t } = useLanguage()
  return (
    <section className="paper panel" aria-labelledby="members">
      <h2 id="members">{t(m.members)} <span className="quiet small">{t(m.membersCount(household.members.length))}</span></h2>
      <div>
        {household.members.map((member, i) => (
          <details key={member.id} className="member" open={i === 0}>
            <summary>
              <span>{member.name ?? t(m.nobody)}</span>
              <span className="quiet">{member.relation && t(member.relation)}</span>
              <span className="quiet number">{member.idMasked}</span>
              <span className="quiet small">{t(m.factsKnown(member.facts.filter((fact) => fact.value !== null).length))}</span>
            </summary>
            <FactGrid facts={member.facts} />
          </details>
        ))}
      </div>
    </section>
  )
}

function Deliveries({ household }: { household: Household }) {
  const { t, number, date } = useLanguage()
  const columns: readonly Column<Delivery>[] = [
    { key: 'measure', title: t(m.measure), heading: true, render: (row) => t(row.measure.name) },
    { key: 'subject', title: t(m.subject), render: (row) => <span className="nowrap">{row.subjectName}</span> },
    { key: 'period', title: t(m.period), render: (row) => row.period },
    { key: 'amount', title: t(m.amount), numeric: true, render: (row) => row.amountFen && number(yuanOfFen(row.amountFen)) },
    { key: 'list', title: t(m.list), render: (row) => <>{row.list.title} <span className="quiet small">{[row.list.source, date(row.list.asOf), t(row.list.where)].filter(Boolean).join(' · ')}</span></> },
  ]
  return (
    <section className="paper panel" aria-labelledby="deliveries">
      <h2 id="deliveries">{t(m.deliveries)}</h2>
      {household.deliveries.length === 0 ? <p className="quiet">{t(m.noDeliveries)}</p> : <DataTable caption={t(m.deliveries)} rows={household.deliveries} columns={columns} rowKey={(row) => `${row.measure.id}:${row.period}:${row.subjectName}:${row.list.id}:${row.list.where.en}`} dense />}
    </section>
  )
}

function Timeline({ household }: { household: Household }) {
  const { t, instant } = useLanguage()
  return (
    <section className="paper panel" aria-labelledby="timeline">
      <h2 id="timeline">{t(m.timeline)}</h2>
      {household.timeline.length === 0 ? <p className="quiet">{t(m.noTimeline)}</p> : (
        <ol className="timeline">
          {household.timeline.map((entry, i) => (
            <li key={`${entry.at}-${i}`}>
              <time dateTime={entry.at}>{instant(entry.at)}</time>
              <span>{t(entry.text)} <span className="quiet small">{[entry.actor, entry.source].filter(Boolean).join(' · ')}</span></span>
            </li>
          ))}
        </ol>
      )}
    </section>
  )
}

function HouseholdBody({ household, revealed, hide }: { household: Household; revealed: Revealed | undefined; hide: () => void }) {
  const { t } = useLanguage()
  return (
    <>
      {revealed && <RevealedPanel household={household} answer={revealed} hide={hide} />}
      <Entitlements household={household} />
      <Members household={household} />
      <section className="paper panel" aria-labelledby="household-facts">
        <h2 id="household-facts">{t(m.facts)}</h2>
        <FactGrid facts={household.facts} />
      </section>
      <Deliveries household={household} />
      <Timeline household={household} />
    </>
  )
}

export function HouseholdPage() {
  const { t } = useLanguage()
  const { id = '' } = useParams()
  const may = useMay('reveal')
  const [revealed, setRevealed] = useState<Revealed>()
  const query = useCall('getHousehold', { params: { id } })
  const household = query.data
  const note = household && [household.path.map((place) => place.name).join(' › '), household.householdNo && t(m.householdNo(household.householdNo))].filter(Boolean).join(' · ')
  return (
    <>
      <PageHead
        title={household ? t(m.title(household.headName ?? t(m.unnamed))) : t(m.page)}
        actions={household && (
          <>
            {may && <RevealButton household={id} revealed={setRevealed} />}
            <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>{t(tableMessages.print)}</Button>
          </>
        )}
      >
        {note}
      </PageHead>
      <QueryView query={query}>{(data) => <HouseholdBody household={data} revealed={revealed} hide={() => setRevealed(undefined)} />}</QueryView>
    </>
  )
}
