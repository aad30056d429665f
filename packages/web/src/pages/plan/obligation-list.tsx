/** What a clause obliges somebody to, each by its kind, and how one knows that it is met. */
import type { Obligation } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { ObligationReportsView } from '../reports/obligation-reports.tsx'
import { planMessages as m } from './plan-messages.ts'

const proofs = { computed: { kind: 'done', word: m.computed }, reported: { kind: 'open', word: m.reported }, 'not-yet': { kind: 'unknown', word: m.notYet } } as const

export function ObligationList({ obligations }: { obligations: readonly Obligation[] }) {
  const { t } = useLanguage()
  return (
    <ul className="hang-list">
      {obligations.map((obligation) => (
        <li key={obligation.id}>
          <div><span className="quiet small">{t(obligation.kindName)}</span> {t(obligation.says)}</div>
          <div className="small"><StateTag kind={proofs[obligation.proof].kind}>{t(proofs[obligation.proof].word)}</StateTag> {t(obligation.proved)}</div>
          {obligation.reports && <ObligationReportsView id={obligation.id} says={obligation.says} reports={obligation.reports} />}
        </li>
      ))}
    </ul>
  )
}
