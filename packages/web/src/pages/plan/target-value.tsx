/** What a target asks, what is there now, and the gap: words and exact figures, nothing rounded. */
import { Link } from 'react-router'
import type { Target } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { listAddress } from '../../parts/list-address.ts'
import { StateTag } from '../../parts/state-tag.tsx'
import { planMessages as m } from './plan-messages.ts'
import { unitWord } from './unit-words.ts'

const signs: Readonly<Record<string, string>> = { '=': '', '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ', range: '' }

export function TargetAsked({ target }: { target: Target }) {
  const { t, number } = useLanguage()
  if (target.operator === 'all') return <>{t(m.all)}</>
  if (target.value === null) return <span className="quiet">{t(m.none)}</span>
  const value = `${number(target.value)} ${t(unitWord(target.unit))}`.trim()
  if (target.operator === 'increase') return <>{t(m.increase(value))}</>
  if (target.operator === 'multiple') return <>{t(m.multiple(number(target.value)))}</>
  return <span className="nowrap">{signs[target.operator] ?? ''}{value}</span>
}

export function TargetNow({ target }: { target: Target }) {
  const { t, number, date } = useLanguage()
  if (target.computed) {
    const { value, of, unknown, list } = target.computed
    return (
      <>
        <Link className="number" to={listAddress(list)} data-count={value}>{number(value)} {t(unitWord(target.unit))}</Link>
        <span className="quiet small">
          {of !== null && ` ${t(m.of(number(of)))}`}
          {unknown > 0 && <> · <Link to={listAddress(list, { which: 'unknown' })}>{t(m.untold(number(unknown)))}</Link></>}
        </span>
      </>
    )
  }
  if (target.reported) return <>{number(target.reported.value)} {t(unitWord(target.unit))} <span className="quiet small">{target.reported.source} · {date(target.reported.period)}</span></>
  if (target.proof === 'reported') return <span className="fact-unknown">{target.owedBy ? t(m.owedBy(t(target.owedBy))) : t(m.reported)}</span>
  return <span className="quiet">{t(m.noRun)}</span>
}

export function TargetGap({ target }: { target: Target }) {
  const { t, number } = useLanguage()
  const gap = target.computed?.gap
  if (gap === null || gap === undefined) return null
  if (/^-?0+(\.0+)?$/.test(gap) || gap.startsWith('-')) return <StateTag kind="done">{t(m.met)}</StateTag>
  return <span className="number">{number(gap)} {t(unitWord(target.unit))}</span>
}
