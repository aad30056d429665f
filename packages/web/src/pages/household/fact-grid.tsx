/** Facts of one subject: what is known, under its source and day, then, apart, what is not known and why. */
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
          <dd className={fact.value === null ? 'fact-unknown' : undefined}>{t(fact.text)}</dd>
        </div>
      ))}
    </dl>
  )
}

/** Facts that one source states as of one day, together: the source is read once, not at every fact. */
function bySource(facts: readonly Fact[]): readonly (readonly Fact[])[] {
  const groups = new Map<string, Fact[]>()
  for (const fact of facts) {
    const key = `${fact.source ?? ''}|${fact.asOf ?? ''}`
    groups.set(key, [...(groups.get(key) ?? []), fact])
  }
  return [...groups.values()].sort((a, b) => b.length - a.length)
}

export function FactGrid({ facts }: { facts: readonly Fact[] }) {
  const { t } = useLanguage()
  const known = facts.filter((fact) => fact.value !== null)
  const unknown = facts.filter((fact) => fact.value === null)
  return (
    <>
      {bySource(known).map((group) => (
        <div key={`${group[0]!.source}|${group[0]!.asOf}`} className="fact-group">
          <p><FactSource fact={group[0]!} /></p>
          <Entries facts={group} />
        </div>
      ))}
      {unknown.length > 0 && (
        <details className="unknown-facts">
          <summary>{t(m.unknownFacts(unknown.length))}</summary>
          <Entries facts={unknown} />
        </details>
      )}
    </>
  )
}
