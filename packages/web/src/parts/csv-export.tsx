/** Takes a list along as CSV, page by page under the same filters. Ids stay masked: it is what the screen shows. */
import { DownloadOutlined } from '@ant-design/icons'
import { App, Button } from 'antd'
import { useState } from 'react'
import { catalogue } from '../language/bilingual.ts'
import { useLanguage } from '../language/language-context.tsx'
import { csvCell } from './csv-cell.ts'

const m = catalogue({
  export: { zh: '导出 CSV', en: 'Export CSV' },
  done: (n: string) => ({ zh: `已导出 ${n} 行，证件号照屏幕所见遮住。`, en: `${n} rows exported; ids stay masked as on the screen.` }),
  failed: { zh: '导出没有完成，请稍后再试。', en: 'The export did not finish; try again later.' },
  most: (n: string) => ({ zh: `只导出前 ${n} 行：请先缩小筛选范围。`, en: `Only the first ${n} rows were exported: narrow the filters first.` }),
})

export interface CsvColumn<Row> {
  readonly title: string
  readonly text: (row: Row) => string | number | null | undefined
}

const pageRows = 200
const mostPages = 50

interface Props<Row> {
  readonly name: string
  readonly columns: readonly CsvColumn<Row>[]
  /** One page of the list under its filters, `size` rows. */
  readonly fetchPage: (page: number, size: number) => Promise<{ readonly total: number; readonly rows: readonly Row[] }>
}

export function CsvExport<Row>({ name, columns, fetchPage }: Props<Row>) {
  const { t, number } = useLanguage()
  const { message } = App.useApp()
  const [busy, setBusy] = useState(false)
  const run = async () => {
    setBusy(true)
    try {
      const rows: Row[] = []
      let total = 1
      for (let page = 1; rows.length < total && page <= mostPages; page += 1) {
        const part = await fetchPage(page, pageRows)
        total = part.total
        rows.push(...part.rows)
        if (part.rows.length === 0) break
      }
      const lines = [columns.map((c) => csvCell(c.title)), ...rows.map((row) => columns.map((c) => csvCell(c.text(row))))]
      // The byte order mark makes Excel read UTF-8.
      const blob = new Blob([`\ufeff${lines.map((line) => line.join(',')).join('\r\n')}\r\n`], { type: 'text/csv;charset=utf-8' })
      const link = document.createElement('a')
      link.href = URL.createObjectURL(blob)
      link.download = `${name}.csv`
      link.click()
      setTimeout(() => URL.revokeObjectURL(link.href), 60_000)
      void (rows.length < total ? message.warning(t(m.most(number(rows.length)))) : message.success(t(m.done(number(rows.length)))))
    } catch {
      void message.error(t(m.failed))
    } finally {
      setBusy(false)
    }
  }
  return <Button icon={<DownloadOutlined aria-hidden="true" />} loading={busy} onClick={() => void run()}>{t(m.export)}</Button>
}
