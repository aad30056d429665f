/** One filter of a list as a select with a visible label; searchable by typing, emptied with its own cross. */
import { Select } from 'antd'
import { useId } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import './filter-select.css'
import { tableMessages as m } from './table-messages.ts'

export interface FilterOption {
  readonly value: string
  readonly label: string
  /** How many rows the choice would show. */
  readonly count?: number
}

interface Props {
  readonly label: string
  readonly value: string | undefined
  readonly options: readonly FilterOption[]
  readonly change: (value: string | undefined) => void
  readonly clearable?: boolean
  readonly width?: number
}

export function FilterSelect({ label, value, options, change, clearable = true, width = 176 }: Props) {
  const { t, number } = useLanguage()
  const id = useId()
  return (
    <div className="filter" style={{ width }}>
      <label htmlFor={id}>{label}</label>
      <Select
        id={id}
        aria-label={label}
        value={value ?? null}
        placeholder={t(m.any)}
        allowClear={clearable}
        showSearch={options.length > 8 ? { optionFilterProp: 'title' } : false}
        popupMatchSelectWidth={false}
        onChange={(next: string | null | undefined) => change(next ?? undefined)}
        options={options.map((o) => ({ value: o.value, title: o.label, label: o.count === undefined ? o.label : `${o.label} (${number(o.count)})` }))}
      />
    </div>
  )
}
