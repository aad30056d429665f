/** What every plain list shares: count, print, export, columns, the rows, pages, and what stands there when nothing does. */
import { PrinterOutlined } from '@ant-design/icons'
import type { UseQueryResult } from '@tanstack/react-query'
import { Button } from 'antd'
import type { ReactNode } from 'react'
import { useLanguage } from '../language/language-context.tsx'
import { DataTable, type Column } from './data-table.tsx'
import { EmptyState } from './empty-state.tsx'
import { ListLookMenu, shownColumns } from './list-look-menu.tsx'
import { Pager } from './pager.tsx'
import { QueryView } from './query-view.tsx'
import { tableMessages as m } from './table-messages.ts'
import type { Address } from './use-address.ts'
import { useListLook } from './use-list-look.ts'

interface Props<Row> {
  /** Name under which the reader's choice of columns is remembered. */
  readonly list: string
  readonly caption: string
  readonly address: Address
  readonly query: UseQueryResult<{ readonly total: number; readonly rows: readonly Row[] }>
  readonly columns: readonly Column<Row>[]
  readonly rowKey: (row: Row) => string
  readonly hiddenAtFirst?: readonly string[]
  /** Address keys that narrow the list: emptied by "clear all filters". */
  readonly filterKeys: readonly string[]
  readonly empty: ReactNode
  readonly remark?: ReactNode
  readonly tools?: ReactNode
}

export function ListFrame<Row>({ list, caption, address, query, columns, rowKey, hiddenAtFirst = [], filterKeys, empty, remark, tools }: Props<Row>) {
  const { t, number } = useLanguage()
  const [look, setLook] = useListLook(list, hiddenAtFirst)
  const filtered = filterKeys.some((key) => address.get(key) !== undefined)
  const clear = <Button onClick={() => address.set(Object.fromEntries(filterKeys.map((key) => [key, undefined])))}>{t(m.clearFilters)}</Button>
  return (
    <>
      <div className="spread no-print">
        <span className="quiet" data-total={query.data?.total} aria-live="polite">
          {query.data && t(m.total(number(query.data.total)))} {remark}
        </span>
        <div className="row">
          {tools}
          <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>{t(m.print)}</Button>
          <ListLookMenu columns={columns} look={look} change={setLook} />
        </div>
      </div>
      <QueryView query={query}>
        {(data) =>
          data.rows.length > 0 ? (
            <>
              <DataTable caption={caption} rows={data.rows} columns={shownColumns(columns, look)} rowKey={rowKey} dense={look.dense} />
              <Pager address={address} total={data.total} />
            </>
          ) : filtered ? (
            <EmptyState title={t(m.noMatch)} action={clear}>{t(m.noMatchNext)}</EmptyState>
          ) : (
            empty
          )
        }
      </QueryView>
    </>
  )
}
