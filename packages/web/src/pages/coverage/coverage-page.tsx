/** How far the pack binds its plan: clauses, obligations, figures, bodies, documents; every count opens its list. */
import { Link } from 'react-router'
import type { Coverage, CoverageList } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DataTable, type Column } from '../../parts/data-table.tsx'
import { listAddress } from '../../parts/list-address.ts'
import { PageHead } from '../../parts/page-head.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { useAddress, type Address } from '../../parts/use-address.ts'
import { PlanTabs } from '../plan/plan-tabs.tsx'
import { coverageMessages as m } from './coverage-messages.ts'
import './coverage.css'
import { CoverageRows } from './coverage-rows.tsx'

/** Lists that should be empty: a count above none is a fault of the pack. */
const faults: readonly CoverageList[] = ['clauses-unbound', 'figures-missing']

function Groups({ coverage, current }: { coverage: Coverage; current: string | undefined }) {
  const { t, number } = useLanguage()
  return (
    <div className="coverage-groups">
      {coverage.groups.map((group) => (
        <section key={group.title.en} className="paper panel">
          <h2>{t(group.title)}</h2>
          <ul className="coverage-lines">
            {group.lines.map((line) => (
              <li key={line.key} className={faults.includes(line.key) && line.count > 0 ? 'bad' : undefined}>
                <Link to={listAddress(line.list)} aria-current={line.key === current ? 'true' : undefined} data-count={line.count} data-list={line.key}><span>{t(line.label)}</span><b className="number">{number(line.count)}</b></Link>
              </li>
            ))}
          </ul>
        </section>
      ))}
    </div>
  )
}

type Kind = Coverage['kinds'][number]

function Kinds({ coverage }: { coverage: Coverage }) {
  const { t, number } = useLanguage()
  const column = (key: 'computed' | 'reported' | 'notYet'): Column<Kind> => ({
    key, title: t(m[key]), numeric: true, render: (row) => (row[key].count === 0 ? <span className="quiet">0</span> : <Link to={listAddress(row[key].list)} data-count={row[key].count}>{number(row[key].count)}</Link>),
  })
  return (
    <section className="paper panel">
      <h2>{t(m.kinds)}</h2>
      <DataTable caption={t(m.kinds)} rows={coverage.kinds} rowKey={(row) => row.kind} columns={[{ key: 'kind', title: t(m.kind), heading: true, render: (row) => t(row.name) }, column('computed'), column('reported'), column('notYet')]} dense />
    </section>
  )
}

function Opened({ coverage, address }: { coverage: Coverage; address: Address }) {
  const { t, language } = useLanguage()
  const group = coverage.groups.find((g) => g.lines.some((line) => line.key === address.get('list')))
  const line = group?.lines.find((l) => l.key === address.get('list'))
  if (!group || !line) return null
  const kind = coverage.kinds.find((k) => k.kind === address.get('kind'))
  const title = `${t(group.title)}${language === 'zh' ? '：' : ': '}${[t(line.label), kind && t(kind.name)].filter(Boolean).join(' · ')}`
  return <CoverageRows list={line.key} title={title} address={address} />
}

export function CoveragePage() {
  const { t, number } = useLanguage()
  const address = useAddress()
  const coverage = useCall('getCoverage', {})
  return (
    <>
      <PageHead title={t(m.title)}>{t(m.note)}</PageHead>
      <PlanTabs current="coverage" />
      <QueryView query={coverage}>
        {(data) => (
          <>
            <Opened coverage={data} address={address} />
            <Groups coverage={data} current={address.get('list')} />
            <p className="coverage-facts quiet">
              {data.principleShare !== null && <span>{t(m.share(data.principleShare))}</span>}
              <span>{t(m.sums(number(data.sums)))}</span>
            </p>
            <Kinds coverage={data} />
          </>
        )}
      </QueryView>
    </>
  )
}
