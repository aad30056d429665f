/** Head of a column that orders the list: first up, then down, then as the document has it. The order is in the address. */
import { useLanguage } from '../../language/language-context.tsx'
import type { Address } from '../../parts/use-address.ts'
import { quantitiesMessages as m } from './quantities-messages.ts'
import './sort-head.css'

export function SortHead({ sort, title, address }: { sort: string; title: string; address: Address }) {
  const { t } = useLanguage()
  const current = (address.get('sort') ?? 'clause') === sort
  const down = current && address.get('direction') === 'down'
  const next = () => {
    if (!current) address.set({ sort, direction: undefined })
    else if (!down) address.set({ direction: 'down' })
    else address.set({ sort: undefined, direction: undefined })
  }
  return (
    <button type="button" className="sort-head" onClick={next} aria-label={t(current ? (down ? m.sortedDown(title) : m.sortedUp(title)) : m.sortBy(title))}>
      {title} <span aria-hidden="true">{current ? (down ? '▼' : '▲') : '↕'}</span>
    </button>
  )
}
