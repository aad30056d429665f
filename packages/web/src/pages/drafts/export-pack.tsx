/** The reviewed draft as a pack: what only a person can say is asked, what is left to write is said, and the folder is saved. */
import { Button, Checkbox, Input } from 'antd'
import { useId, useState, type FormEvent } from 'react'
import { call, callAddress } from '../../client/call.ts'
import type { DraftBuild, RouteInput } from '../../client/contract.ts'
import { useActor } from '../../client/use-session.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { Notice } from '../../parts/notice.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { useDownload } from '../../parts/use-download.ts'
import { draftMessages as m } from './draft-messages.ts'

interface Choices { readonly place: string; readonly from: string; readonly until: string; readonly reported: boolean }

const queryOf = ({ place, from, until, reported }: Choices): RouteInput<'getDraftBuild'>['query'] => ({
  ...(place.trim() === '' ? {} : { place: place.trim() }), ...(from.trim() === '' ? {} : { from: from.trim() }), ...(until.trim() === '' ? {} : { until: until.trim() }), reported: reported ? 'yes' : 'no',
})

function Field({ label, hint, value, change }: { label: string; hint: string; value: string; change: (value: string) => void }) {
  const id = useId()
  return (
    <div className="draft-field">
      <label htmlFor={id}>{label} <span className="quiet small">{hint}</span></label>
      <Input id={id} value={value} onChange={(event) => change(event.target.value)} />
    </div>
  )
}

function Built({ build }: { build: DraftBuild }) {
  const { t, language, number } = useLanguage()
  const { counts } = build
  return (
    <div data-built={build.name}>
      <Notice kind={build.faults.length === 0 ? 'good' : 'warn'}>{t(m.builtCounts(number(counts.clauses), number(counts.targets), number(counts.obligations), number(counts.duties), number(counts.documents)))}</Notice>
      {build.faults.length > 0 && <ul className="plain-list">{build.faults.map((fault, i) => <li key={i}>{fault[language]} <span className="quiet small">{fault.code}</span></li>)}</ul>}
      {build.open.length > 0 && <><p>{t(m.builtOpen)}</p><ul className="plain-list">{build.open.map((line) => <li key={line.en}>{t(line)}</li>)}</ul></>}
      <p className="small">{t(m.builtNext)} <code>bangfu pack check {build.name}</code>, <code>bangfu start --pack {build.name}</code></p>
    </div>
  )
}

export function ExportPack({ id }: { id: string }) {
  const { t } = useLanguage()
  const place = useActor()?.place.code ?? ''
  const [choices, setChoices] = useState<Choices>({ place, from: '', until: '', reported: false })
  const [build, setBuild] = useState<DraftBuild>()
  const download = useDownload()
  const set = (change: Partial<Choices>) => setChoices({ ...choices, ...change })
  const submit = async (event: FormEvent) => {
    event.preventDefault()
    setBuild(undefined)
    const input = { params: { id }, query: queryOf(choices) }
    if ((await download.save(callAddress('exportDraftBuild', input), 'pack.zip')) === undefined) return
    setBuild(await call('getDraftBuild', input).catch(() => undefined))
  }
  return (
    <section>
      <h3>{t(m.exportPack)}</h3>
      <form className="draft-form" onSubmit={(event) => void submit(event)}>
        <p className="quiet small">{t(m.exportNote)}</p>
        {Boolean(download.error) && <ProblemSummary error={download.error} />}
        <Field label={t(m.buildPlace)} hint={t(m.buildPlaceHint)} value={choices.place} change={(value) => set({ place: value })} />
        <div className="draft-term">
          <Field label={t(m.buildFrom)} hint={t(m.buildTermHint)} value={choices.from} change={(value) => set({ from: value })} />
          <Field label={t(m.buildUntil)} hint={t(m.buildTermHint)} value={choices.until} change={(value) => set({ until: value })} />
        </div>
        <Checkbox checked={choices.reported} onChange={(event) => set({ reported: event.target.checked })}>{t(m.buildReported)}</Checkbox>
        <div className="row"><Button htmlType="submit" loading={download.busy}>{t(m.exportButton)}</Button></div>
        {build && <Built build={build} />}
      </form>
    </section>
  )
}
