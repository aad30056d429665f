/** Asks for the value of one fact in the form that its field needs: yes or no, a code by its label, a day, a number, words. */
import { Input, Select } from 'antd'
import { findVocabularyField, useVocabulary } from '../../client/use-vocabulary.ts'
import { catalogue } from '../../language/bilingual.ts'
import { useLanguage } from '../../language/language-context.tsx'

const m = catalogue({ yes: { zh: '是', en: 'yes' }, no: { zh: '否', en: 'no' } })

interface Props {
  readonly id: string
  readonly label: string
  readonly entity: string
  readonly field: string
  readonly value: string | undefined
  readonly change: (value: string | undefined) => void
}

export function FactInput({ id, label, entity, field, value, change }: Props) {
  const { t, language } = useLanguage()
  const vocabulary = useVocabulary()
  const definition = findVocabularyField(vocabulary, entity, field)
  const items = vocabulary?.codeLists.find((list) => list.key === definition?.list)?.items
  if (definition?.type === 'boolean' || items) {
    const options = items ? items.map((item) => ({ value: item.code, label: item[language] })) : [{ value: '是', label: t(m.yes) }, { value: '否', label: t(m.no) }]
    return <Select id={id} aria-label={label} value={value ?? null} onChange={(next: string | null) => change(next ?? undefined)} options={options} style={{ width: '100%' }} />
  }
  const type = definition?.type === 'date' ? 'date' : 'text'
  return <Input id={id} type={type} value={value ?? ''} maxLength={200} {...(definition?.type === 'number' ? { inputMode: 'decimal' as const } : {})} onChange={(event) => change(event.target.value || undefined)} />
}
