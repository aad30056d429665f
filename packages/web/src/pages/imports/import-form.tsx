/** The choices of an import: sheet, kind, who vouches, as of when, what help it states, for which places. */
import { Checkbox, Input, Radio, Select } from 'antd'
import { useId } from 'react'
import type { Proposal, Uploaded, Vocabulary } from '../../client/contract.ts'
import type { Places } from '../../client/use-places.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { draftOf, proposalOfSheet, statesOf, type ImportDraft } from './import-draft.ts'
import { basisWords, helpBasis, importMessages as m, sourceBasisWords } from './import-messages.ts'

interface Props {
  readonly upload: Uploaded
  readonly draft: ImportDraft
  readonly change: (draft: ImportDraft) => void
  readonly vocabulary: Vocabulary | undefined
  readonly places: Places | undefined
  readonly disabled: boolean
}

function PlacesChoice({ id, label, hint, value, change, places, disabled }: { id: string; label: string; hint?: string; value: readonly string[]; change: (places: string[]) => void; places: Places | undefined; disabled: boolean }) {
  const offered = places ? [{ value: places.root, label: places.nameOf(places.root) }, ...places.townships.filter((p) => p.code !== places.root).map((p) => ({ value: p.code, label: p.name }))] : []
  // A list may speak for single villages.
  const options = [...offered, ...value.filter((code) => places && !offered.some((one) => one.value === code)).map((code) => ({ value: code, label: places!.nameOf(code) }))]
  return (
    <div className="field wide">
      <label htmlFor={id}>{label} {hint && <span className="quiet small">{hint}</span>}</label>
      <Select id={id} aria-label={label} mode="multiple" disabled={disabled} value={[...value]} onChange={change} options={options} showSearch={{ optionFilterProp: 'label' }} />
    </div>
  )
}

/** The sheets of one list, any of which may be left out. */
function ListSheets({ upload, proposal, draft, change, disabled }: Props & { readonly proposal: Proposal }) {
  const { t, number } = useLanguage()
  const rowsOf = (name: string): string => t(m.rowCount(number(upload.sheets.find((sheet) => sheet.name === name)?.data ?? 0)))
  const choose = (names: string[]) => change({ ...draft, sheets: proposal.sheets.filter((name) => names.includes(name)) })
  return (
    <fieldset className="field wide sheet-choice">
      <legend>{t(m.listSheets(number(proposal.sheets.length)))}</legend>
      <Checkbox.Group value={[...draft.sheets]} disabled={disabled} onChange={(names) => choose(names as string[])} options={proposal.sheets.map((name) => ({ value: name, label: <>{name} <span className="quiet small">{rowsOf(name)}</span></> }))} />
    </fieldset>
  )
}

function SheetChoice(props: Props) {
  const { upload, draft, change, vocabulary, places, disabled } = props
  const { t, number, colon } = useLanguage()
  const id = useId()
  const { proposal } = upload
  if (proposal && proposal.sheets.length > 1) return <ListSheets {...props} proposal={proposal} />
  // Sheets that other imports of this file take are chosen there.
  const elsewhere = new Set((upload.lists ?? []).filter((list) => list.id !== upload.id).flatMap((list) => list.sheets))
  const sheets = upload.sheets.filter((sheet) => !elsewhere.has(sheet.name))
  if (sheets.length < 2) return upload.sheets.length < 2 ? null : <p className="field wide">{t(m.sheet)}{colon}{draft.sheets.join('、')}</p>
  const choose = (name: string) => change(draftOf(proposalOfSheet(upload.sheets.find((sheet) => sheet.name === name)!), vocabulary, places?.root))
  if (sheets.length > 6) {
    return (
      <div className="field">
        <label htmlFor={id}>{t(m.sheet)}</label>
        <Select id={id} aria-label={t(m.sheet)} disabled={disabled} value={draft.sheets[0] ?? null} onChange={choose} showSearch={{ optionFilterProp: 'label' }} options={sheets.map((sheet) => ({ value: sheet.name, label: `${sheet.name} (${t(m.rowCount(number(sheet.data ?? sheet.rows)))})` }))} />
      </div>
    )
  }
  return (
    <fieldset className="field wide sheet-choice">
      <legend>{t(m.sheet)}</legend>
      <Radio.Group value={draft.sheets[0]} disabled={disabled} onChange={(event) => choose(event.target.value as string)}>
        {sheets.map((sheet) => (
          <Radio key={sheet.name} value={sheet.name}>{sheet.name} <span className="quiet small">{t(m.rowCount(number(sheet.data ?? sheet.rows)))}{sheet.hidden && ` · ${t(m.hiddenSheet)}`}</span></Radio>
        ))}
      </Radio.Group>
    </fieldset>
  )
}

/** What is proposed for the sheets that the draft takes. */
function proposalFor({ upload, draft }: Pick<Props, 'upload' | 'draft'>): Proposal | undefined {
  const own = upload.proposal
  if (own && draft.sheets.some((name) => own.sheets.includes(name))) return own
  const sheet = upload.sheets.find((one) => one.name === draft.sheets[0])
  return sheet && proposalOfSheet(sheet)
}

function DeliveryChoice(props: Props) {
  const { draft, change, vocabulary, places, disabled } = props
  const { t } = useLanguage()
  const basis = helpBasis(proposalFor(props), draft)
  const id = useId()
  if (statesOf(vocabulary, draft.layout) === 'facts') return null
  return (
    <div className="field-group">
      <Checkbox checked={draft.states} disabled={disabled || statesOf(vocabulary, draft.layout) === 'deliveries'} onChange={(event) => change({ ...draft, states: event.target.checked })}>{t(m.delivery)}</Checkbox>
      {draft.states && (
        <div className="import-form">
          <div className="field wide">
            <label htmlFor={`${id}-measures`}>{t(m.measures)} {basis.measures && <span className="quiet small">{t(basis.measures)}</span>}</label>
            <Select id={`${id}-measures`} aria-label={t(m.measures)} mode="multiple" disabled={disabled} value={[...draft.measures]} onChange={(measures: string[]) => change({ ...draft, measures })} options={(vocabulary?.measures ?? []).map((measure) => ({ value: measure.id, label: t(measure.name) }))} showSearch={{ optionFilterProp: 'label' }} />
          </div>
          <div className="field">
            <label htmlFor={`${id}-period`}>{t(m.period)} <span className="quiet small">{t(basis.period ?? m.periodHint)}</span></label>
            <Input id={`${id}-period`} value={draft.period} maxLength={10} disabled={disabled} onChange={(event) => change({ ...draft, period: event.target.value })} />
          </div>
          <PlacesChoice id={`${id}-places`} label={t(m.places)} {...(basis.places ? { hint: t(basis.places) } : {})} value={draft.places} change={(next) => change({ ...draft, places: next, narrow: false })} places={places} disabled={disabled} />
          <p className="quiet small field wide">{t(m.deliveryNote)}</p>
        </div>
      )}
    </div>
  )
}

export function ImportForm(props: Props) {
  const { upload, draft, change, vocabulary, places, disabled } = props
  const { t } = useLanguage()
  const id = useId()
  const sheet = upload.sheets.find((one) => one.name === draft.sheets[0])
  const proposal = proposalFor(props)
  const isAlternative = (key: string) => sheet?.alternatives.some((one) => one.layout === key) ?? false
  const layouts = (vocabulary?.layouts ?? []).map((one) => ({ value: one.key, label: `${t(one.label)}${one.key === sheet?.layout ? ` (${t(m.recognised)})` : isAlternative(one.key) ? ` (${t(m.alternative)})` : ''}` }))
  const ordered = [...layouts].sort((a, b) => Number(b.value === sheet?.layout || isAlternative(b.value)) - Number(a.value === sheet?.layout || isAlternative(a.value)))
  const chooseLayout = (layout: string) => change({ ...draft, layout: layout as NonNullable<ImportDraft['layout']>, states: statesOf(vocabulary, layout) !== 'facts' })
  return (
    <>
      <div className="import-form">
        <SheetChoice {...props} />
        <div className="field">
          <label htmlFor={`${id}-layout`}>{t(m.layout)}{sheet?.headerRow ? <span className="quiet small"> {t(m.headerRow(sheet.headerRow))}</span> : null}</label>
          <Select id={`${id}-layout`} aria-label={t(m.layout)} disabled={disabled} value={draft.layout ?? null} placeholder={t(m.choose)} onChange={chooseLayout} options={ordered} />
        </div>
        <div className="field">
          <label htmlFor={`${id}-source`}>{t(m.source)} <span className="quiet small">{t(proposal?.sourceBasis && draft.source === proposal.source ? sourceBasisWords[proposal.sourceBasis] : m.sourceHint)}</span></label>
          <Input id={`${id}-source`} list={`${id}-departments`} value={draft.source} maxLength={100} disabled={disabled} onChange={(event) => change({ ...draft, source: event.target.value })} />
          <datalist id={`${id}-departments`}>{(vocabulary?.departments ?? []).map((department) => <option key={department.id} value={t(department.name)} />)}</datalist>
        </div>
        <div className="field">
          <label htmlFor={`${id}-asof`}>{t(m.asOf)}{proposal?.asOfBasis && draft.asOf === proposal.asOf && <> <span className="quiet small">{t(basisWords[proposal.asOfBasis])}</span></>}</label>
          <Input id={`${id}-asof`} type="date" value={draft.asOf} disabled={disabled} onChange={(event) => change({ ...draft, asOf: event.target.value })} />
        </div>
      </div>
      <DeliveryChoice {...props} />
      <div className="field-group">
        <Checkbox checked={draft.complete} disabled={disabled} onChange={(event) => change({ ...draft, complete: event.target.checked })}>{t(m.complete)}</Checkbox>
        {draft.complete && <PlacesChoice id={`${id}-complete`} label={t(m.places)} value={draft.completePlaces} change={(next) => change({ ...draft, completePlaces: next })} places={places} disabled={disabled} />}
      </div>
    </>
  )
}
