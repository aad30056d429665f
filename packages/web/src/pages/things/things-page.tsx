/** Villages and facilities: half of a plan is about things, not people. */
import { call } from '../../client/call.ts'
import type { RouteOutput } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { usePlaces } from '../../client/use-places.ts'
import { useVocabulary } from '../../client/use-vocabulary.ts'
import { catalogue } from '../../language/bilingual.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { ButtonLink } from '../../parts/button-link.tsx'
import { CsvExport } from '../../parts/csv-export.tsx'
import type { Column } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { FilterSelect } from '../../parts/filter-select.tsx'
import { FilterText } from '../../parts/filter-text.tsx'
import { LinkTabs } from '../../parts/link-tabs.tsx'
import { ListFrame } from '../../parts/list-frame.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { pageSize } from '../../parts/pager.tsx'
import { useAddress, type Address } from '../../parts/use-address.ts'

const m = catalogue({
  title: { zh: '村与设施', en: 'Villages and facilities' },
  note: { zh: '方案里的村、卫生院、文化广场等；每个事实都注明来源和日期。', en: 'Villages, clinics, plazas and more; every fact with its source and day.' },
  kinds: { zh: '村或设施', en: 'Villages or facilities' },
  villages: { zh: '行政村', en: 'Villages' },
  facilities: { zh: '设施', en: 'Facilities' },
  name: { zh: '名称', en: 'Name' },
  place: { zh: '地方', en: 'Place' },
  township: { zh: '乡镇', en: 'Township' },
  kind: { zh: '设施类型', en: 'Kind' },
  unknown: { zh: '未知', en: 'unknown' },
  sources: { zh: '来源', en: 'Sources' },
  unnamed: { zh: '名称未知', en: 'name unknown' },
  emptyVillages: { zh: '还没有行政村资料', en: 'No villages yet' },
  emptyFacilities: { zh: '还没有设施资料', en: 'No facilities yet' },
  emptyNote: { zh: '导入行政村名单或卫生院等清单后显示在这里。', en: 'They appear once a list of villages or of clinics is imported.' },
  toImports: { zh: '去导入文件', en: 'Import files' },
})

type Thing = RouteOutput<'getVillages'>['rows'][number]
const filterKeys = ['place', 'q', 'kind']

/** The lists that the row's known facts come from, each once. */
function Sources({ row }: { row: Thing }) {
  const { date } = useLanguage()
  const sources = new Set(row.facts.filter((fact) => fact.value !== null && fact.source).map((fact) => [fact.source, date(fact.asOf)].filter(Boolean).join(' · ')))
  return <span className="quiet small">{[...sources].map((source) => <div key={source}>{source}</div>)}</span>
}

/** One column per field that any row of the page knows something of. */
function useThingColumns(rows: readonly Thing[]): readonly Column<Thing>[] {
  const { t } = useLanguage()
  const fields = new Map(rows.flatMap((row) => row.facts).filter((fact) => fact.field !== 'facility_name').map((fact) => [fact.field, fact.label]))
  return [
    { key: 'name', title: t(m.name), fixed: true, heading: true, render: (row) => row.name ?? t(m.unnamed) },
    { key: 'place', title: t(m.place), width: '13em', render: (row) => row.place?.name },
    ...[...fields].map(([field, label]): Column<Thing> => ({
      key: field, title: t(label),
      render: (row) => {
        const fact = row.facts.find((f) => f.field === field)
        if (!fact) return null
        return fact.value === null ? <span className="fact-unknown" title={t(fact.text)}>{t(m.unknown)}</span> : t(fact.text)
      },
    })),
    { key: 'sources', title: t(m.sources), width: '16em', render: (row) => <Sources row={row} /> },
  ]
}

function ThingsList({ which, address }: { which: 'villages' | 'facilities'; address: Address }) {
  const { t } = useLanguage()
  const route = which === 'villages' ? 'getVillages' : 'getFacilities'
  const filters = Object.fromEntries(filterKeys.flatMap((key) => (address.get(key) ? [[key, address.get(key)!]] : [])))
  const query = useCall(route, { query: { ...filters, page: address.page, size: pageSize(address) } }, { keep: true })
  const columns = useThingColumns(query.data?.rows ?? [])
  const csv = [
    { title: t(m.name), text: (row: Thing) => row.name }, { title: t(m.place), text: (row: Thing) => row.place?.name },
    ...columns.slice(2, -1).map((column) => ({ title: column.title, text: (row: Thing) => { const fact = row.facts.find((f) => f.field === column.key); return fact && t(fact.text) } })),
  ]
  return (
    <ListFrame
      list={which} caption={t(m[which])} address={address} query={query} columns={columns} rowKey={(row) => row.id} filterKeys={filterKeys}
      empty={<EmptyState title={t(which === 'villages' ? m.emptyVillages : m.emptyFacilities)} action={<ButtonLink to="/imports" type="primary">{t(m.toImports)}</ButtonLink>}>{t(m.emptyNote)}</EmptyState>}
      tools={<CsvExport name={t(m[which])} columns={csv} fetchPage={(page, size) => call(route, { query: { ...filters, page, size } })} />}
    />
  )
}

function ThingsPage({ which }: { which: 'villages' | 'facilities' }) {
  const { t, language } = useLanguage()
  const address = useAddress()
  const places = usePlaces()
  const kinds = useVocabulary()?.codeLists.find((list) => list.key === 'facility_kind')?.items ?? []
  return (
    <>
      <PageHead title={t(m.title)}>{t(m.note)}</PageHead>
      <LinkTabs label={t(m.kinds)} current={which} tabs={[{ key: 'villages', to: '/villages', label: t(m.villages) }, { key: 'facilities', to: '/facilities', label: t(m.facilities) }]} />
      <div className="paper filters no-print">
        <FilterText label={t(m.name)} value={address.get('q')} change={(q) => address.set({ q })} />
        <FilterSelect label={t(m.township)} value={address.get('place')} options={(places?.townships ?? []).map((p) => ({ value: p.code, label: p.name }))} change={(place) => address.set({ place })} />
        {which === 'facilities' && <FilterSelect label={t(m.kind)} value={address.get('kind')} options={kinds.map((item) => ({ value: item.code, label: item[language] }))} change={(kind) => address.set({ kind })} />}
      </div>
      <ThingsList which={which} address={address} />
    </>
  )
}

export function VillagesPage() {
  return <ThingsPage which="villages" />
}

export function FacilitiesPage() {
  return <ThingsPage which="facilities" key="facilities" />
}
