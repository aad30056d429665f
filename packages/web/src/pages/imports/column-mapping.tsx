/** Which column of the file goes where: proposed, visible with its first cells, correctable. */
import { Select } from 'antd'
import type { Sheet, Vocabulary } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DataTable, type Column } from '../../parts/data-table.tsx'
import { importMessages as m } from './import-messages.ts'

type SheetColumn = Sheet['columns'][number]

interface Props {
  readonly sheet: Sheet
  readonly vocabulary: Vocabulary | undefined
  readonly changed: Readonly<Record<number, string | null>>
  readonly change: (index: number, target: string | null) => void
}

function useTargetOptions(vocabulary: Vocabulary | undefined) {
  const { language } = useLanguage()
  if (!vocabulary) return []
  return [
    { label: language === 'zh' ? '编号' : 'Keys', options: vocabulary.keyColumns.map((key) => ({ value: key.code, label: key[language] })) },
    ...vocabulary.entities.map((entity) => ({ label: entity[language], options: entity.fields.map((field) => ({ value: `${entity.key}.${field.key}`, label: field[language] })) })),
  ]
}

export function ColumnMapping({ sheet, vocabulary, changed, change }: Props) {
  const { t } = useLanguage()
  const options = useTargetOptions(vocabulary)
  const targetOf = (column: SheetColumn) => (column.index in changed ? changed[column.index]! : column.target)
  const known = new Set(options.flatMap((group) => group.options.map((option) => option.value)))
  const columns: readonly Column<SheetColumn>[] = [
    { key: 'letter', title: t(m.column), render: (column) => column.letter },
    { key: 'header', title: t(m.header), heading: true, render: (column) => column.header },
    { key: 'samples', title: t(m.samples), width: '20em', render: (column) => <span className="quiet small">{column.samples.slice(0, 3).join(' | ')}</span> },
    {
      key: 'target', title: t(m.target),
      render: (column) => {
        const target = targetOf(column)
        const extra = target && !known.has(target) ? [{ label: '', options: [{ value: target, label: column.targetLabel ? t(column.targetLabel) : target }] }] : []
        return (
          <Select
            aria-label={`${t(m.target)} ${column.letter} ${column.header}`} size="small" style={{ width: 210 }} value={target} placeholder={t(m.leftOut)} allowClear popupMatchSelectWidth={260}
            showSearch={{ optionFilterProp: 'label' }} options={[...extra, ...options]} onChange={(value: string | null | undefined) => change(column.index, value ?? null)}
          />
        )
      },
    },
  ]
  const matched = sheet.columns.filter((column) => targetOf(column)).length
  return (
    <details className="mapping">
      <summary>{t(m.mapping)} <span className="quiet small">{t(m.mappingNote(matched, sheet.columns.length))}</span></summary>
      <DataTable caption={t(m.mapping)} rows={sheet.columns} columns={columns} rowKey={(column) => String(column.index)} dense />
    </details>
  )
}
