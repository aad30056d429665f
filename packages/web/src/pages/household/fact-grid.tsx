/** Facts of one subject: what is known with source and day, then, apart, what is not known and why. */
import type { Fact } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { FactSource } from '../../parts/fact-line.tsx'
import './fact-grid.css'
import { householdMessages as m } from './household-messages.ts'

function Entries({ facts }: { facts: readonly Fact[] }) {
  const { t } = useLanguage()
  return (
    <dl className="fact-grid">
      {facts.map((fact) => (
        <div key={`${fact.entity}.${fact.field}`}>
          <dt>{t(fact.label)}</dt>
          <dd>
            <span className={fact.value === null ? 'fact-unknown' : undefined}>{t(fact.text)}</span> <FactSource fact={fact} />
          </dd>
        </div>
      ))}
    </dl>
  )
}

export function FactGrid({ facts }: { facts: readonly Fact[] }) {
  const { t } = useLanguage()
  const known = facts.filter((fact) => fact.value !== null)
  const unknown = facts.filter((fact) => fact.value === null)
  return (
    <>
      {known.length > 0 && <Entries facts={known} />}
      {unknown.length > 0 && (
        <details className="unknown-facts">
          <summary>{t(m.unknownFacts(unknown.length))}</summary>
          <Entries facts={unknown} />
        </details>
      )}
    </>
  )
}
