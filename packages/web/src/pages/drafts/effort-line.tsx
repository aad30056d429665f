/** How far the review is and what it has cost: a bar, counts by outcome, minutes. Of the document, never of a person. */
import type { DraftEffortCounts } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { draftMessages as m } from './draft-messages.ts'

export function ProgressBar({ effort }: { effort: DraftEffortCounts }) {
  const { t, number } = useLanguage()
  const done = effort.items - effort.byState.proposed
  const label = t(m.decided(number(done), number(effort.items)))
  return (
    <span className="draft-progress">
      <progress max={Math.max(1, effort.items)} value={done} aria-label={label} />
      <span className="number small">{label}</span>
    </span>
  )
}

export function EffortLine({ effort }: { effort: DraftEffortCounts }) {
  const { t, number } = useLanguage()
  const { accepted, corrected, added, rejected } = effort.byState
  return (
    <p className="draft-effort" data-effort={[accepted, corrected, added, rejected].join('/')}>
      <ProgressBar effort={effort} />
      <span>{t(m.effort(number(accepted), number(corrected), number(added), number(rejected)))}{effort.seen > 0 && ` · ${t(m.seenPassages(number(effort.seen)))}`}{effort.kept > 0 && ` · ${t(m.kept(number(effort.kept)))}`} · <span title={t(m.effortNote)}>{t(m.effortMinutes(number(effort.minutes)))}</span></span>
    </p>
  )
}
