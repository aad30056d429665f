/** Filters that came with the address and have no field of their own: named, and removable. */
import './filter-select.css'

interface Chip {
  readonly key: string
  readonly label: string | undefined
}

export function FilterChips({ chips, remove, removeLabel }: { chips: readonly Chip[]; remove: (key: string) => void; removeLabel: (label: string) => string }) {
  const shown = chips.filter((chip): chip is { key: string; label: string } => Boolean(chip.label))
  if (shown.length === 0) return null
  return (
    <ul className="filter-chips" style={{ padding: '0 14px 12px' }}>
      {shown.map((chip) => (
        <li key={chip.key} className="filter-chip">
          {chip.label}
          <button type="button" aria-label={removeLabel(chip.label)} onClick={() => remove(chip.key)}>✕</button>
        </li>
      ))}
    </ul>
  )
}
