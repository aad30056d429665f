/** What a target asks, what is there now, and the gap: the server's words, nothing rounded, every count opening its names. */
import { Link } from 'react-router'
import type { Target } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { listAddress } from '../../parts/list-address.ts'
import { StateTag } from '../../parts/state-tag.tsx'
import { planMessages as m } from './plan-messages.ts'

export function TargetAsked({ target }: { target: Target }) {
  const { t } = useLanguage()
  return <span className={target.value === null && target.operator !== 'all' ? 'quiet' : 'nowrap'}>{t(target.asked)}</span>
}

export function TargetNow({ target }: { target: Target }) {
  const { t, number } = useLanguage()
  if (!target.computed) return <span className={target.owedBy ? 'fact-unknown' : target.reported ? undefined : 'quiet'}>{t(target.now)}</span>
  const { value, counted, of, unknown, list } = target.computed
  return (
    <>
      <Link className="number" to={listAddress(list)} data-count={counted}>{number(value)} {t(target.unitName)}</Link>
      <span className="quiet small">
        {of !== null && ` ${t(m.of(number(of)))}`}
        {unknown > 0 && <> · <Link to={listAddress(list, { which: 'unknown' })}>{t(m.untold(number(unknown)))}</Link></>}
        {target.partOnly && ` · ${t(m.partOnly)}`}
      </span>
    </>
  )
}

export function TargetGap({ target }: { target: Target }) {
  const { t, number } = useLanguage()
  const gap = target.computed?.gap
  if (gap === null || gap === undefined) return null
  if (/^-?0+(\.0+)?$/.test(gap) || gap.startsWith('-')) return <StateTag kind="done">{t(m.met)}</StateTag>
  return <span className="number">{number(gap)} {t(target.unitName)}</span>
}
