/** The conditions of a rule one by one: the answer by sign and word, the sentence, the facts with source and day, the standards used. */
import { Link } from 'react-router'
import type { Why } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { FactLine } from '../../parts/fact-line.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { clauseAddress } from '../plan/clause-address.ts'
import { whyMessages as m } from './why-messages.ts'

const kinds = { yes: 'yes', no: 'no', undetermined: 'unknown' } as const
const words = { yes: m.met, no: m.unmet, undetermined: m.untold }

export function ConditionList({ why }: { why: Why }) {
  const { t } = useLanguage()
  return (
    <ol className="conditions">
      {why.conditions.map((condition, i) => (
        <li key={i}>
          <div className="condition-answer"><StateTag kind={kinds[condition.answer]}>{t(words[condition.answer])}</StateTag></div>
          <div className="condition-text">
            <p>{t(condition.sentence)}</p>
            {condition.facts.map((fact, k) => <FactLine key={k} fact={fact} subject={fact.subject} />)}
            {condition.parameters.map((parameter) => (
              <span className="fact-line" key={parameter.id}>
                <span className="fact-label">{t(m.parameter)} {t(parameter.label)}</span> <span className={parameter.unknown ? 'fact-unknown' : 'fact-value'}>{t(parameter.unknown ?? parameter.text)}</span>{' '}
                {parameter.demonstration && <StateTag kind="warn">{t(m.standIn)}</StateTag>}{' '}
                {parameter.source && <span className="quiet small">{t(m.source(parameter.source))}</span>}{' '}
                {parameter.clause && <Link className="small" to={clauseAddress(parameter.clause)}>{t(m.clauseOf(parameter.clause))}</Link>}
              </span>
            ))}
            <details className="no-print">
              <summary className="small">{t(m.ruleText)}</summary>
              <code>{condition.text}</code>
            </details>
          </div>
        </li>
      ))}
    </ol>
  )
}
