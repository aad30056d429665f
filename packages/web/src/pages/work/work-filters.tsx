/** Filters of a work list; every one lives in the address, with how many rows each choice would show. */
import { useCall } from '../../client/use-call.ts'
import type { WorkItemCounts } from '../../client/contract.ts'
import { usePlaces } from '../../client/use-places.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { FilterChips } from '../../parts/filter-chips.tsx'
import { FilterSelect, type FilterOption } from '../../parts/filter-select.tsx'
import { FilterText } from '../../parts/filter-text.tsx'
import type { Address } from '../../parts/use-address.ts'
import { workFilters, type WorkKind } from './work-query.ts'
import { workMessages as m } from './work-messages.ts'

type Facet = WorkItemCounts['measures'][number]

export function useWorkCounts(address: Address, kind: WorkKind) {
  return useCall('getWorkItemCounts', { query: workFilters(address, kind) }, { keep: true })
}

export function WorkFilters({ address, kind, counts }: { address: Address; kind: WorkKind; counts: WorkItemCounts | undefined }) {
  const { t } = useLanguage()
  const places = usePlaces()
  const options = (facets: readonly Facet[] | undefined): FilterOption[] => (facets ?? []).map((f) => ({ value: f.key, label: t(f.label), count: f.count }))
  const township = address.get('township')
  const chips = [
    { key: 'clause', label: address.get('clause') && t(m.clause(address.get('clause')!)) },
    { key: 'place', label: address.get('place') && t(m.placeFilter(places?.nameOf(address.get('place')!) ?? address.get('place')!)) },
    { key: 'elsewhere', label: address.get('elsewhere') && t(m.elsewhere) },
  ]
  return (
    <div className="paper no-print">
      <div className="filters">
        <FilterSelect label={t(m.township)} value={township} options={options(counts?.townships)} change={(value) => address.set({ township: value, village: undefined })} />
        {township && <FilterSelect label={t(m.village)} value={address.get('village')} options={(places?.villages(township) ?? []).map((p) => ({ value: p.code, label: p.name }))} change={(value) => address.set({ village: value })} />}
        <FilterSelect label={t(m.measure)} value={address.get('measure')} options={options(counts?.measures)} change={(value) => address.set({ measure: value })} width={220} />
        <FilterSelect label={t(m.department)} value={address.get('department')} options={options(counts?.departments)} change={(value) => address.set({ department: value })} />
        <FilterSelect label={t(m.state)} value={address.get('state')} options={options(counts?.states)} change={(value) => address.set({ state: value })} width={130} />
        <FilterSelect
          label={t(m.sort)} value={address.get('sort') ?? (kind === 'verify' ? 'settles' : 'place')} clearable={false} width={140} change={(value) => address.set({ sort: value })}
          options={[{ value: 'place', label: t(m.sortPlace) }, { value: 'name', label: t(m.sortName) }, ...(kind === 'verify' ? [{ value: 'settles', label: t(m.sortSettles) }] : [{ value: 'measure', label: t(m.sortMeasure) }, { value: 'amount', label: t(m.sortAmount) }])]}
        />
        <FilterText label={t(m.text)} value={address.get('q')} change={(value) => address.set({ q: value })} />
      </div>
      <FilterChips chips={chips} remove={(key) => address.set({ [key]: undefined })} removeLabel={(label) => t(m.remove(label))} />
    </div>
  )
}
