/** Filters of the register's lists, all in the address. */
import { usePlaces } from '../../client/use-places.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { FilterChips } from '../../parts/filter-chips.tsx'
import { FilterSelect } from '../../parts/filter-select.tsx'
import { FilterText } from '../../parts/filter-text.tsx'
import type { Address } from '../../parts/use-address.ts'
import { registerMessages as m } from './register-messages.ts'
import { guarantees } from './register-query.ts'

export function RegisterFilters({ address }: { address: Address }) {
  const { t } = useLanguage()
  const places = usePlaces()
  const place = address.get('place')
  const township = place && place.length >= 9 ? place.slice(0, 9) : undefined
  const items = guarantees.map((g) => ({ value: g, label: t(m[g]) }))
  const year = address.get('plannedExitYear')
  const years = ['2018', '2019', '2020', 'unknown', ...(year ? [year] : [])].filter((y, i, all) => all.indexOf(y) === i)
  return (
    <div className="paper no-print">
      <div className="filters">
        <FilterText label={t(m.q)} value={address.get('q')} change={(q) => address.set({ q })} width={240} />
        <FilterSelect label={t(m.township)} value={township} options={(places?.townships ?? []).map((p) => ({ value: p.code, label: p.name }))} change={(value) => address.set({ place: value, elsewhere: undefined })} />
        {township && <FilterSelect label={t(m.village)} value={place!.length === 12 ? place : undefined} options={(places?.villages(township) ?? []).map((p) => ({ value: p.code, label: p.name }))} change={(value) => address.set({ place: value ?? township })} />}
        <FilterSelect label={t(m.status)} value={address.get('status')} options={[{ value: 'poor', label: t(m.poor) }, { value: 'exited', label: t(m.exited) }, { value: 'unknown', label: t(m.unknownStatus) }]} change={(status) => address.set({ status })} width={140} />
        <FilterSelect label={t(m.plannedExitYear)} value={year} options={years.map((y) => ({ value: y, label: y === 'unknown' ? t(m.unknownYear) : y }))} change={(plannedExitYear) => address.set({ plannedExitYear })} width={140} />
        <FilterSelect label={t(m.unsolved)} value={address.get('unsolved')} options={items} change={(unsolved) => address.set({ unsolved })} width={140} />
        <FilterSelect label={t(m.untold)} value={address.get('untold')} options={items} change={(untold) => address.set({ untold })} width={140} />
      </div>
      <FilterChips
        chips={[
          { key: 'elsewhere', label: address.get('elsewhere') && t(m.elsewhere) },
          { key: 'place', label: place && !township ? t(m.placeFilter(places?.nameOf(place) ?? place)) : undefined },
        ]}
        remove={(key) => address.set({ [key]: undefined })}
        removeLabel={(label) => t(m.remove(label))}
      />
    </div>
  )
}
