/** One fact in a line: what, the value or why it is unknown, who says so and as of when. */
import type { Fact } from '../client/contract.ts'
import { catalogue } from '../language/bilingual.ts'
import { useLanguage } from '../language/language-context.tsx'
import './fact-line.css'

const m = catalogue({
  asOf: (date: string) => ({ zh: `截至${date}`, en: `as of ${date}` }),
  noSource: { zh: '来源未记', en: 'source not recorded' },
})

/** Who says so, and as of when. */
export function FactSource({ fact }: { fact: Pick<Fact, 'source' | 'asOf' | 'value'> }) {
  const { t, date } = useLanguage()
  if (fact.value === null && !fact.source) return null
  return (
    <span className="fact-source">
      {fact.source ?? t(m.noSource)}
      {fact.asOf && `, ${t(m.asOf(date(fact.asOf)))}`}
    </span>
  )
}

export function FactLine({ fact, subject }: { fact: Fact; subject?: string | null }) {
  const { t } = useLanguage()
  return (
    <span className="fact-line">
      {subject && <span className="quiet">{subject} </span>}
      <span className="fact-label">{t(fact.label)}</span> <span className={fact.value === null ? 'fact-unknown' : 'fact-value'}>{t(fact.text)}</span> <FactSource fact={fact} />
    </span>
  )
}
