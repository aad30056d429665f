/** A list of rows: a real table on a wide window, cards on a phone. It shows what it is given; filters and pages belong to the address. */
import { Checkbox } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import './data-table.css'
import { tableMessages as m } from './table-messages.ts'
import { useNarrow } from './use-narrow.ts'

export interface Column<Row> {
  readonly key: string
  readonly title: string
  /** Stands in the head of a table instead of the title, to order by. */
  readonly head?: ReactNode
  readonly render: (row: Row) => ReactNode
  /** Right-aligned figures. */
  readonly numeric?: boolean
  /** Heading of the card on a phone; the first column when none says so. */
  readonly heading?: boolean
  /** Always shown, cannot be switched off. */
  readonly fixed?: boolean
  /** Widest the column may grow, CSS length. */
  readonly width?: string
}

export interface Selection {
  readonly keys: ReadonlySet<string>
  readonly change: (keys: ReadonlySet<string>) => void
}

interface Props<Row> {
  /** What the table shows, for screen readers. */
  readonly caption: string
  readonly rows: readonly Row[]
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly rowLabel?: (row: Row) => string
  readonly selection?: Selection
  readonly dense?: boolean
}

function toggled(keys: ReadonlySet<string>, key: string, on: boolean): ReadonlySet<string> {
  const next = new Set(keys)
  if (on) next.add(key)
  else next.delete(key)
  return next
}

function Cards<Row>({ rows, columns, rowKey, rowLabel, selection, caption }: Props<Row>) {
  const { t } = useLanguage()
  const heading = columns.find((c) => c.heading) ?? columns[0]
  return (
    <ul className="cards" aria-label={caption}>
      {rows.map((row) => {
        const key = rowKey(row)
        return (
          <li key={key} className="card paper">
            <div className="card-head">
              {selection && <Checkbox checked={selection.keys.has(key)} onChange={(e) => selection.change(toggled(selection.keys, key, e.target.checked))} aria-label={t(m.selectRow(rowLabel?.(row) ?? key))} />}
              <div className="card-title">{heading?.render(row)}</div>
            </div>
            <dl>
              {columns.filter((c) => c !== heading).map((c) => (
                <div key={c.key}>
                  <dt>{c.title}</dt>
                  <dd>{c.render(row)}</dd>
                </div>
              ))}
            </dl>
          </li>
        )
      })}
    </ul>
  )
}

function Rows<Row>({ rows, columns, rowKey, rowLabel, selection, caption, dense }: Props<Row>) {
  const { t } = useLanguage()
  const keys = rows.map(rowKey)
  const chosen = selection ? keys.filter((k) => selection.keys.has(k)).length : 0
  return (
    <div className="table-box paper" tabIndex={0} role="group" aria-label={caption}>
      <table className={dense ? 'data dense' : 'data'}>
        <caption className="visually-hidden">{caption}</caption>
        <thead>
          <tr>
            {selection && (
              <th scope="col" className="pick no-print">
                <Checkbox
                  checked={chosen > 0 && chosen === keys.length}
                  indeterminate={chosen > 0 && chosen < keys.length}
                  onChange={(e) => selection.change(new Set(e.target.checked ? [...selection.keys, ...keys] : [...selection.keys].filter((k) => !keys.includes(k))))}
                  aria-label={t(m.selectPage)}
                />
              </th>
            )}
            {columns.map((c) => (
              <th key={c.key} scope="col" className={c.numeric ? 'numeric' : undefined}>{c.head ?? c.title}</th>
            ))}
          </tr>
        </thead>
        <tbody>
          {rows.map((row) => {
            const key = rowKey(row)
            return (
              <tr key={key} className={selection?.keys.has(key) ? 'chosen' : undefined}>
                {selection && (
                  <td className="pick no-print">
                    <Checkbox checked={selection.keys.has(key)} onChange={(e) => selection.change(toggled(selection.keys, key, e.target.checked))} aria-label={t(m.selectRow(rowLabel?.(row) ?? key))} />
                  </td>
                )}
                {columns.map((c) => (
                  <td key={c.key} className={c.numeric ? 'numeric' : c.heading ? 'names' : undefined} style={c.width ? { width: c.width, minWidth: '12em' } : undefined}>{c.render(row)}</td>
                ))}
              </tr>
            )
          })}
        </tbody>
      </table>
    </div>
  )
}

export function DataTable<Row>(props: Props<Row>) {
  const narrow = useNarrow()
  return narrow ? <Cards {...props} /> : <Rows {...props} />
}
