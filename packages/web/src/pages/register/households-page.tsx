/** Households of the register. */
import { Link } from 'react-router'
import { call } from '../../client/call.ts'
import type { HouseholdRow } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { CsvExport } from '../../parts/csv-export.tsx'
import type { Column } from '../../parts/data-table.tsx'
import { ListFrame } from '../../parts/list-frame.tsx'
import { useAddress } from '../../parts/use-address.ts'
import { RegisterFilters } from './register-filters.tsx'
import { EmptyRegister, RegisterHead } from './register-head.tsx'
import { registerMessages as m } from './register-messages.ts'
import { registerFilterKeys, registerFilters, registerQuery } from './register-query.ts'

function useHouseholdColumns(): readonly Column<HouseholdRow>[] {
  const { t, number } = useLanguage()
  const unknown = <span className="quiet">{t(m.unknown)}</span>
  return [
    { key: 'head', title: t(m.head), fixed: true, heading: true, render: (row) => <Link to={`/households/${row.id}`}>{row.headName ?? t(m.unnamed)}</Link> },
    { key: 'householdNo', title: t(m.householdNo), render: (row) => row.householdNo },
    { key: 'members', title: t(m.members), numeric: true, render: (row) => number(row.members) },
    { key: 'place', title: t(m.place), render: (row) => row.place?.name },
    { key: 'status', title: t(m.status), render: (row) => (row.povertyStatus ? t(row.povertyStatus) : unknown) },
    { key: 'plannedExitYear', title: t(m.plannedExitYear), render: (row) => row.plannedExitYear ?? unknown },
    { key: 'incomePerHead', title: t(m.incomePerHead), numeric: true, render: (row) => (row.incomePerHead === null ? unknown : number(row.incomePerHead)) },
  ]
}

export function HouseholdsPage() {
  const { t } = useLanguage()
  const address = useAddress()
  const query = useCall('getHouseholds', { query: registerQuery(address) }, { keep: true })
  const columns = useHouseholdColumns()
  const csv = [
    { title: t(m.head), text: (row: HouseholdRow) => row.headName }, { title: t(m.householdNo), text: (row: HouseholdRow) => row.householdNo }, { title: t(m.members), text: (row: HouseholdRow) => row.members },
    { title: t(m.place), text: (row: HouseholdRow) => row.place?.name }, { title: t(m.status), text: (row: HouseholdRow) => row.povertyStatus && t(row.povertyStatus) },
    { title: t(m.plannedExitYear), text: (row: HouseholdRow) => row.plannedExitYear }, { title: t(m.incomePerHead), text: (row: HouseholdRow) => row.incomePerHead },
  ]
  return (
    <>
      <RegisterHead address={address} current="households" />
      <RegisterFilters address={address} />
      <ListFrame
        list="households" caption={t(m.households)} address={address} query={query} columns={columns} rowKey={(row) => row.id} filterKeys={registerFilterKeys} empty={<EmptyRegister />}
        tools={<CsvExport name={t(m.households)} columns={csv} fetchPage={(page, size) => call('getHouseholds', { query: { ...registerFilters(address), page, size } })} />}
      />
    </>
  )
}
