/** What a dry run found: how many rows go in, what would change, and every problem by its cell. */
import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { callAddress } from '../../client/call.ts'
import type { CellProblem, Preview } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DataTable, type Column } from '../../parts/data-table.tsx'
import { FilterSelect } from '../../parts/filter-select.tsx'
import { Pager, pageSize } from '../../parts/pager.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import type { Address } from '../../parts/use-address.ts'
import { useDownload } from '../../parts/use-download.ts'
import { importMessages as m } from './import-messages.ts'

type Change = Preview['changes']['sample'][number]

export function PreviewFigures({ preview }: { preview: Preview }) {
  const { t, number } = useLanguage()
  const figures = [
    [m.willTake, preview.taken], [m.willReject, preview.rejected], [m.new, preview.changes.new], [m.changed, preview.changes.changed], [m.same, preview.changes.same], [m.unmatched, preview.changes.unmatched],
  ] as const
  return (
    <>
      <ul className="preview-figures">
        {figures.map(([label, count]) => <li key={label.en}><b className="number">{number(count)}</b> <span>{t(label)}</span></li>)}
      </ul>
      <p className="quiet small">{t(m.accounted(preview.accounted))}</p>
    </>
  )
}

/** Names of places, the first few of many. */
export function usePlaceWords(): (places: readonly { readonly name: string }[]) => string {
  const { t, language, number } = useLanguage()
  return (places) => {
    const names = places.slice(0, 4).map((place) => place.name).join(language === 'zh' ? '、' : ', ')
    return places.length > 4 ? t(m.someOf(names, number(places.length))) : names
  }
}

/** For which places the list of help will speak, and which were claimed and are not borne out. */
export function CoversLine({ covers }: { covers: NonNullable<Preview['covers']> }) {
  const { t } = useLanguage()
  const words = usePlaceWords()
  return (
    <p className="small">
      <b>{covers.places.length > 0 ? t(m.covering(words(covers.places))) : t(m.coversNone)}</b>
      {covers.left.length > 0 && <> · {t(m.notCovered(words(covers.left)))}</>}
    </p>
  )
}

export function PreviewChanges({ changes }: { changes: readonly Change[] }) {
  const { t } = useLanguage()
  if (changes.length === 0) return null
  const columns: readonly Column<Change>[] = [
    { key: 'subject', title: t(m.subject), heading: true, render: (row) => row.subject },
    ...(changes.some((change) => change.sheet) ? [{ key: 'sheet', title: t(m.sheet), render: (row: Change) => row.sheet }] : []),
    { key: 'row', title: t(m.row), numeric: true, render: (row) => row.row },
    { key: 'field', title: t(m.field), render: (row) => t(row.label) },
    { key: 'before', title: t(m.before), render: (row) => t(row.before) },
    { key: 'after', title: t(m.after), render: (row) => <strong>{t(row.after)}</strong> },
  ]
  return (
    <details open>
      <summary>{t(m.changes)}</summary>
      <DataTable caption={t(m.changes)} rows={changes} columns={columns} rowKey={(row) => `${row.sheet}:${row.row}:${row.label.en}:${row.subject}`} dense />
    </details>
  )
}

export function ImportProblems({ id, preview, address, rejected }: { id: string; preview: string; address: Address; rejected: number }) {
  const { t, language, number } = useLanguage()
  const { message } = App.useApp()
  const download = useDownload()
  const code = address.get('code')
  // The dry run's own key is part of the question, so that a new dry run asks anew.
  const query = useCall('getImportProblems', { params: { id }, query: { page: address.page, size: pageSize(address), ...(code ? { code } : {}) }, ...({ preview } as object) }, { keep: true })
  const every = useCall('getImportProblems', { params: { id }, query: { page: 1, size: 200 }, ...({ preview } as object) })
  const codes = new Map<string, number>()
  const several = new Set((every.data?.rows ?? []).map((row) => row.sheet)).size > 1
  for (const row of every.data?.rows ?? []) codes.set(row.code, (codes.get(row.code) ?? 0) + 1)
  const columns: readonly Column<CellProblem>[] = [
    { key: 'cell', title: t(m.cell), heading: true, render: (row) => <span className="nowrap">{several && row.sheet && `${row.sheet}!`}{row.column}{row.row}</span> },
    { key: 'value', title: t(m.value), width: '14em', render: (row) => row.value },
    { key: 'what', title: t(m.what), width: '40em', render: (row) => row[language] },
    { key: 'code', title: t(m.kind), render: (row) => <span className="quiet small">{row.code}</span> },
  ]
  const save = async () => {
    const name = await download.save(callAddress('getRejected', { params: { id } }), 'rows.xlsx')
    if (name) void message.success(t(m.badRowsSaved(name)))
  }
  return (
    <section className="stack" style={{ gap: 10 }} aria-labelledby="cell-problems">
      <div className="spread">
        <h3 id="cell-problems">{t(m.cellProblems)} <span className="quiet small">{query.data && number(query.data.total)}</span></h3>
        <div className="row">
          {codes.size > 1 && <FilterSelect label={t(m.kind)} value={code} width={240} options={[...codes].map(([value, count]) => ({ value, label: value, ...(every.data && every.data.total <= 200 ? { count } : {}) }))} change={(next) => address.set({ code: next })} />}
          {rejected > 0 && <Button icon={<DownloadOutlined aria-hidden="true" />} loading={download.busy} onClick={() => void save()}>{t(m.badRows)}</Button>}
        </div>
      </div>
      {download.error !== undefined && <ProblemSummary error={download.error} />}
      <QueryView query={query}>
        {(data) => data.rows.length === 0 ? <p className="quiet">{t(m.noProblems)}</p> : (
          <>
            <DataTable caption={t(m.cellProblems)} rows={data.rows.map((row, i) => ({ ...row, i }))} columns={columns} rowKey={(row) => String((row as CellProblem & { i: number }).i)} dense />
            <Pager address={address} total={data.total} />
          </>
        )}
      </QueryView>
    </section>
  )
}
