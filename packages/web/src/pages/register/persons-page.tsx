/** People of the register: the answer to every search, and the list behind the first screen's figures. */
import { Link } from 'react-router'
import { call } from '../../client/call.ts'
import type { PersonRow } from '../../client/contract.ts'
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

function usePersonColumns(): readonly Column<PersonRow>[] {
  const { t, date } = useLanguage()
  return [
    { key: 'name', title: t(m.name), fixed: true, heading: true, render: (row) => (row.householdId ? <Link to={`/households/${row.householdId}`}>{row.name ?? t(m.unnamed)}</Link> : (row.name ?? t(m.unnamed))) },
    { key: 'identity', title: t(m.identity), render: (row) => <span className="nowrap">{row.idMasked}</span> },
    { key: 'sex', title: t(m.sex), render: (row) => row.sex && t(row.sex) },
    { key: 'birthDate', title: t(m.birthDate), render: (row) => <span className="nowrap">{date(row.birthDate)}</span> },
    { key: 'relation', title: t(m.relation), render: (row) => row.relation && t(row.relation) },
    { key: 'place', title: t(m.place), render: (row) => row.place?.name },
    { key: 'householdNo', title: t(m.householdNo), render: (row) => row.householdNo },
    { key: 'status', title: t(m.status), render: (row) => (row.povertyStatus ? t(row.povertyStatus) : <span className="quiet">{t(m.unknown)}</span>) },
  ]
}

export function PersonsPage() {
  const { t, colon } = useLanguage()
  const address = useAddress()
  const query = useCall('getPersons', { query: registerQuery(address) }, { keep: true })
  const columns = usePersonColumns()
  const kind = query.data?.kind
  const csv = [
    { title: t(m.name), text: (row: PersonRow) => row.name }, { title: t(m.identity), text: (row: PersonRow) => row.idMasked }, { title: t(m.sex), text: (row: PersonRow) => row.sex && t(row.sex) },
    { title: t(m.birthDate), text: (row: PersonRow) => row.birthDate }, { title: t(m.relation), text: (row: PersonRow) => row.relation && t(row.relation) }, { title: t(m.place), text: (row: PersonRow) => row.place?.name },
    { title: t(m.householdNo), text: (row: PersonRow) => row.householdNo }, { title: t(m.status), text: (row: PersonRow) => row.povertyStatus && t(row.povertyStatus) },
  ]
  return (
    <>
      <RegisterHead address={address} current="persons" />
      <RegisterFilters address={address} />
      <ListFrame
        list="persons" caption={t(m.persons)} address={address} query={query} columns={columns} rowKey={(row) => row.id} filterKeys={registerFilterKeys} empty={<EmptyRegister />}
        remark={kind && kind !== 'all' && `· ${t(m.matched)}${colon}${t(m[kind])}`}
        tools={<CsvExport name={t(m.persons)} columns={csv} fetchPage={(page, size) => call('getPersons', { query: { ...registerFilters(address), page, size } })} />}
      />
    </>
  )
}
