/** Taking a list along: Excel for one township (or the chosen village), CSV for everything under the filters. */
import { DownloadOutlined } from '@ant-design/icons'
import { App, Button, Dropdown } from 'antd'
import { callAddress } from '../../client/call.ts'
import type { WorkItemCounts } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import type { Address } from '../../parts/use-address.ts'
import type { Download } from '../../parts/use-download.ts'
import { workFilters, type WorkKind } from './work-query.ts'
import { workMessages as m } from './work-messages.ts'

interface Props {
  readonly address: Address
  readonly kind: WorkKind
  readonly counts: WorkItemCounts | undefined
  readonly download: Download
}

export function WorkDownload({ address, kind, counts, download }: Props) {
  const { t, number, language } = useLanguage()
  const { message } = App.useApp()
  const filters = workFilters(address, kind)
  const save = async (format: 'xlsx' | 'csv', township?: string) => {
    const query = { ...filters, ...(township ? { township } : {}), format, language }
    const name = await download.save(callAddress('exportWorkItems', { query }), `${kind}.${format}`)
    if (name) void message.success(t(format === 'xlsx' ? m.downloaded(name) : m.downloadedCsv(name)))
  }
  const chosen = filters.township ?? filters.village
  const townships = (counts?.townships ?? []).filter((row) => row.count > 0)
  const items = [
    { key: 'head', type: 'group' as const, label: t(m.downloadHint), children: townships.map((row) => ({ key: row.key, label: `${t(row.label)} (${number(row.count)})` })) },
    { type: 'divider' as const },
    { key: 'csv', label: t(m.downloadCsv) },
  ]
  return (
    <>
      {chosen && <Button type="primary" icon={<DownloadOutlined aria-hidden="true" />} loading={download.busy} onClick={() => void save('xlsx')}>{t(m.downloadXlsx)}</Button>}
      <Dropdown trigger={['click']} menu={{ items, onClick: ({ key }) => void (key === 'csv' ? save('csv') : save('xlsx', key)), style: { maxHeight: 420, overflow: 'auto' } }}>
        <Button {...(chosen ? {} : { type: 'primary' as const })} icon={<DownloadOutlined aria-hidden="true" />} loading={download.busy} aria-haspopup="menu">{t(m.download)}</Button>
      </Dropdown>
    </>
  )
}
