/** Targets as a list: what is asked and until when, what there is now, the gap. */
import { Link } from 'react-router'
import type { Target } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { clauseAddress } from './clause-address.ts'
import { Marked } from './marked.tsx'
import { planMessages as m } from './plan-messages.ts'
import { TargetAsked, TargetGap, TargetNow } from './target-value.tsx'

/** `clauses`: name the clauses too, where the list stands for more than one. */
export function TargetList({ targets, clauses = false, find }: { targets: readonly Target[]; clauses?: boolean; find?: string | undefined }) {
  const { t, colon } = useLanguage()
  return (
    <ul className="hang-list">
      {targets.map((target) => (
        <li key={target.id}>
          <div><Marked text={t(target.subject)} find={find} /> <strong><TargetAsked target={target} /></strong> {target.term && <span className="quiet small">{t(target.term)}</span>}</div>
          <div className="small">{t(m.current)}{colon}<TargetNow target={target} />{target.computed?.gap && <> · {t(m.gap)}{colon}<TargetGap target={target} /></>}</div>
          {clauses && <div className="small">{target.clauses.map((id) => <Link key={id} className="nowrap clause-link" to={clauseAddress(id)}>{id}</Link>)}</div>}
        </li>
      ))}
    </ul>
  )
}
