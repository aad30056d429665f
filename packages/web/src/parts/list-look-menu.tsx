/** Choice of columns and row spacing of a list. */
import { SettingOutlined } from '@ant-design/icons'
import { Button, Checkbox, Popover, Segmented } from 'antd'
import { useLanguage } from '../language/language-context.tsx'
import type { Column } from './data-table.tsx'
import { tableMessages as m } from './table-messages.ts'
import type { ListLook } from './use-list-look.ts'

export function ListLookMenu<Row>({ columns, look, change }: { columns: readonly Column<Row>[]; look: ListLook; change: (look: ListLook) => void }) {
  const { t } = useLanguage()
  const content = (
    <div className="stack" style={{ gap: 12, minWidth: 180 }}>
      <fieldset style={{ border: 0, padding: 0, margin: 0, display: 'grid', gap: 4 }}>
        <legend className="quiet small" style={{ padding: 0 }}>{t(m.columns)}</legend>
        {columns.filter((c) => !c.fixed).map((c) => (
          <Checkbox key={c.key} checked={!look.hidden.includes(c.key)} onChange={(e) => change({ ...look, hidden: e.target.checked ? look.hidden.filter((k) => k !== c.key) : [...look.hidden, c.key] })}>
            {c.title}
          </Checkbox>
        ))}
      </fieldset>
      <Segmented aria-label={t(m.density)} block value={look.dense ? 'dense' : 'roomy'} onChange={(value) => change({ ...look, dense: value === 'dense' })} options={[{ value: 'dense', label: t(m.dense) }, { value: 'roomy', label: t(m.roomy) }]} />
    </div>
  )
  return (
    <Popover content={content} trigger="click" placement="bottomRight">
      <Button icon={<SettingOutlined aria-hidden="true" />} aria-haspopup="true">{t(m.columns)}</Button>
    </Popover>
  )
}

/** The columns that the reader has not switched off. */
export function shownColumns<Row>(columns: readonly Column<Row>[], look: ListLook): readonly Column<Row>[] {
  return columns.filter((c) => c.fixed || !look.hidden.includes(c.key))
}
