/** Why a match is proposed, and what an officer can do about it: confirm, part, undo, or join by hand. */
import { Button } from 'antd'
import type { Bilingual, PlanComparison } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { compareMessages as m } from './compare-messages.ts'

export interface MatchActs {
  readonly may: boolean
  readonly busy: boolean
  readonly decide: (upper: string, lower: string, act: 'confirm' | 'part' | 'open') => void
  readonly join: (upper: string) => void
}

interface Props {
  readonly upper: string
  readonly lower: string | null
  readonly label: string
  readonly basis: readonly Bilingual[]
  readonly decided: boolean
  readonly acts: MatchActs
}

export function MatchTools({ upper, lower, label, basis, decided, acts }: Props) {
  const { t, language } = useLanguage()
  const named = (word: Bilingual) => `${t(word)}: ${label}`
  return (
    <div className="match-tools">
      {lower !== null && <span className="quiet small">{decided ? <strong>{t(m.confirmed)}</strong> : t(m.proposed)} · {basis.map((b) => b[language]).join(language === 'zh' ? '；' : '; ')}</span>}
      {acts.may && (
        <span className="row no-print">
          {lower !== null && !decided && <Button size="small" disabled={acts.busy} aria-label={named(m.confirm)} onClick={() => acts.decide(upper, lower, 'confirm')}>{t(m.confirm)}</Button>}
          {lower !== null && decided && <Button size="small" disabled={acts.busy} aria-label={named(m.undo)} onClick={() => acts.decide(upper, lower, 'open')}>{t(m.undo)}</Button>}
          {lower !== null && <Button size="small" disabled={acts.busy} aria-label={named(m.part)} onClick={() => acts.decide(upper, lower, 'part')}>{t(m.part)}</Button>}
          <Button size="small" disabled={acts.busy} aria-label={named(m.join)} aria-haspopup="dialog" onClick={() => acts.join(upper)}>{t(m.join)}</Button>
        </span>
      )}
    </div>
  )
}

/** Words of an item by its id, whichever plan it is of. */
export function itemName(comparison: PlanComparison, id: string): string {
  if (id.startsWith('clause:')) {
    const number = id.slice('clause:'.length)
    return `${number} ${comparison.lowerClauses.find((c) => c.id === number)?.title ?? comparison.clauses.find((c) => c.clause === number)?.title ?? ''}`
  }
  // A total that is answered by its parts.
  if (id.startsWith('sum:')) return id.slice('sum:'.length).split('+').map((part) => itemName(comparison, part)).join(' + ')
  return comparison.lowerTargets.find((t) => t.id === id)?.words ?? comparison.clauses.flatMap((c) => c.targets).find((t) => t.upper.id === id)?.upper.words ?? id
}
