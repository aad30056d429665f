/** The one item in focus: its words, what is said of it, what was decided, and what can be done. */
import { Button } from 'antd'
import type { ReactNode } from 'react'
import type { DraftDetail, DraftItemRow } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { draftMessages as m } from './draft-messages.ts'
import { fieldWords, itemWords } from './item-words.ts'

export const stateKinds = { proposed: 'open', accepted: 'yes', corrected: 'done', added: 'done', rejected: 'no' } as const

export function ItemState({ item }: { item: DraftItemRow }) {
  const { t } = useLanguage()
  return <StateTag kind={stateKinds[item.state]}>{t(item.kind === 'unread' && item.state === 'accepted' ? m.seen : m[item.state])}</StateTag>
}

export interface ItemActs {
  readonly accept: () => void
  readonly reject: () => void
  readonly correct: () => void
  readonly add: () => void
  readonly undo: () => void
  readonly clause: () => void
  readonly next: () => void
  readonly previous: () => void
}

function Key({ children }: { children: string }) {
  return <kbd aria-hidden="true">{children}</kbd>
}

function Buttons({ item, acts, may, canUndo, rest }: { item: DraftItemRow; acts: ItemActs; may: boolean; canUndo: boolean; rest: number }) {
  const { t, number } = useLanguage()
  return (
    <div className="row draft-acts">
      <Button onClick={acts.previous}>{t(m.previous)} <Key>k</Key></Button>
      <Button onClick={acts.next}>{t(m.next)} <Key>j</Key></Button>
      {may && (
        <>
          <Button type="primary" onClick={acts.accept}>{t(item.kind === 'unread' ? m.acceptSeen : m.accept)} <Key>a</Key></Button>
          <Button onClick={acts.reject}>{t(m.reject)} <Key>x</Key></Button>
          {item.kind !== 'unread' && <Button onClick={acts.correct}>{t(m.correct)} <Key>e</Key></Button>}
          <Button onClick={acts.add}>{t(m.add)} <Key>n</Key></Button>
          <Button onClick={acts.undo} disabled={!canUndo}>{t(m.undo)} <Key>u</Key></Button>
          {rest > 1 && <Button onClick={acts.clause}>{t(m.acceptClause(number(rest)))} <Key>c</Key></Button>}
        </>
      )}
    </div>
  )
}

function Facts({ item, draft }: { item: DraftItemRow; draft: DraftDetail }) {
  const { language, t } = useLanguage()
  return (
    <dl className="draft-facts">
      {draft.forms[item.kind]!.map((form) => {
        const now = fieldWords(form, item.fields, language)
        const was = item.proposal === null ? now : fieldWords(form, item.proposal, language)
        if (now === '' && was === '') return null
        return (
          <div key={form.name}>
            <dt>{form.label[language]}</dt>
            <dd>{now || t(m.none)}{was !== now && <span className="quiet small"> {t(m.wasProposed)} <s>{was || t(m.none)}</s></span>}</dd>
          </div>
        )
      })}
    </dl>
  )
}

/** A figure alone says little: short passages are shown in their line. */
const enoughCharacters = 24

function Passage({ text, start, end }: { text: string; start: number; end: number }) {
  const passage = text.slice(start, end).trim()
  if (passage.length >= enoughCharacters) return <blockquote lang="zh-CN">{passage.length > 300 ? `${passage.slice(0, 300)}…` : passage}</blockquote>
  const lineStart = Math.max(text.lastIndexOf('\n', start - 1) + 1, start - 40)
  const lineEnd = text.indexOf('\n', end)
  const before = text.slice(lineStart, start)
  const after = text.slice(end, Math.min(lineEnd < 0 ? text.length : lineEnd, end + 40))
  return <blockquote lang="zh-CN"><span className="quiet">{before}</span><strong>{text.slice(start, end)}</strong><span className="quiet">{after}</span></blockquote>
}

interface Props {
  readonly item: DraftItemRow
  readonly draft: DraftDetail
  readonly acts: ItemActs
  readonly may: boolean
  /** Undecided items of the same clause, this one among them; passages not understood are not. */
  readonly rest: number
  readonly place: ReactNode
}

export function ItemCard({ item, draft, acts, may, rest, place }: Props) {
  const { t, language, instant } = useLanguage()
  return (
    <section className="paper panel draft-card" aria-labelledby="draft-item" data-item={item.id} data-state={item.state}>
      <div className="spread">
        <span className="row"><span className="kind-tag" data-kind={item.kind}>{t(m[item.kind])}</span>{item.clause !== null && <span className="quiet">{item.clause}</span>}<ItemState item={item} />{item.change !== null && item.change !== 'same' && <StateTag kind="warn">{t(m[item.change])}</StateTag>}</span>
        <span className="quiet small">{place}</span>
      </div>
      <h2 id="draft-item" aria-live="polite">{itemWords(item, draft.forms, language)}</h2>
      <Passage text={draft.text} start={item.start} end={item.end} />
      {item.before !== null && <p className="small"><span className="quiet">{t(m.wasBefore)}</span> <s lang="zh-CN">{item.before.slice(0, 200)}</s>{item.beforeState !== null && item.beforeState !== 'proposed' && <> <span className="quiet">{t(m.wasDecided)}</span> {t(m[item.beforeState])}</>}{item.suggestion !== null && item.state === 'proposed' && <> <span className="quiet">{t(m.suggestion)}</span></>}</p>}
      <Facts item={item} draft={draft} />
      {item.actor !== null && <p className="quiet small">{t(m.decidedBy(item.actor, instant(item.at)))}{item.kept && t(m.keptNote)}</p>}
      <Buttons item={item} acts={acts} may={may} canUndo={draft.canUndo} rest={rest} />
    </section>
  )
}
