/** Why one subject does or does not get one measure: the answer, the conditions, the grounds, and a paragraph to read aloud. Prints on paper. */
import { PrinterOutlined } from '@ant-design/icons'
import { Button } from 'antd'
import { Link } from 'react-router'
import type { Why } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { yuanOfFen } from '../../language/format.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { ButtonLink } from '../../parts/button-link.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { tableMessages } from '../../parts/table-messages.ts'
import { useAddress } from '../../parts/use-address.ts'
import { deliveredWords } from '../household/entitlements.tsx'
import { clauseAddress } from '../plan/clause-address.ts'
import { ConditionList } from './condition-list.tsx'
import './why-page.css'
import { whyMessages as m } from './why-messages.ts'

const kinds = { yes: 'yes', no: 'no', undetermined: 'unknown' } as const

function Grounds({ why }: { why: Why }) {
  const { t, number, date } = useLanguage()
  const amount = why.amountFen === null ? t(m.noAmount) : t(m.yuan([why.amountFen, why.amountToFen].filter((fen) => fen !== null).map((fen) => number(yuanOfFen(fen))).join(' – ')))
  return (
    <aside className="paper panel why-grounds" aria-label={t(m.basis)}>
      <h2>{t(m.basis)}</h2>
      <p>{t(why.measure.reading)}</p>
      <dl>
        <div><dt>{t(m.period)}</dt><dd>{why.period}</dd></div>
        <div><dt>{t(m.asOf)}</dt><dd>{date(why.asOf)}</dd></div>
        <div><dt>{t(m.delivered)}</dt><dd>{t(deliveredWords[why.delivered])}</dd></div>
        <div><dt>{t(m.amount)}</dt><dd>{amount}</dd></div>
        {why.subject.idMasked && <div><dt>{t(m.identity)}</dt><dd className="number">{why.subject.idMasked}</dd></div>}
        <div><dt>{t(m.version)}</dt><dd className="number" title={why.ruleVersion}>{why.ruleVersion.slice(0, 12)}</dd></div>
      </dl>
      <h3>{t(m.clauses)}</h3>
      <ul className="stack" style={{ gap: 6 }}>
        {why.measure.clauses.map((clause) => (
          <li key={clause.id}>
            <Link to={clauseAddress(clause.id)}>{clause.id}</Link> {t(clause.title)}
            {clause.text && <p className="quiet small">{clause.text}</p>}
          </li>
        ))}
      </ul>
      <h3>{t(m.disagree)}</h3>
      <p className="quiet small">{t(m.disagreeNote)} <Link className="no-print" to="/feedback">→</Link></p>
    </aside>
  )
}

function WhyBody({ why }: { why: Why }) {
  const { t } = useLanguage()
  return (
    <div className="why-columns">
      <div className="stack">
        <section className={`paper why-answer why-${why.eligible}`}>
          <StateTag kind={kinds[why.eligible]}>{t(m[why.eligible])}</StateTag>
          <p>{t(why.meaning)}</p>
        </section>
        <section className="paper panel" aria-labelledby="aloud">
          <h2 id="aloud">{t(m.readAloud)} <span className="quiet small">{t(m.readAloudNote)}</span></h2>
          <p className="read-aloud">{t(why.readAloud)}</p>
        </section>
        <section className="paper panel" aria-labelledby="conditions">
          <h2 id="conditions">{t(m.conditions)} <span className="quiet small">{t(m.conditionsNote)}</span></h2>
          <ConditionList why={why} />
        </section>
      </div>
      <Grounds why={why} />
    </div>
  )
}

export function WhyPage() {
  const { t } = useLanguage()
  const address = useAddress()
  const period = address.get('period')
  const query = useCall('getWhy', { query: { measure: address.get('measure') ?? '', subject: address.get('subject') ?? '', ...(period ? { period } : {}) } })
  const why = query.data
  return (
    <>
      <PageHead
        title={why ? t(m.title(t(why.measure.name), why.subject.name ?? t(m.unnamed))) : t(m.plainTitle)}
        actions={why && (
          <>
            {why.subject.householdId && <ButtonLink to={`/households/${why.subject.householdId}`}>{t(m.household)}</ButtonLink>}
            <Button icon={<PrinterOutlined aria-hidden="true" />} onClick={() => window.print()}>{t(tableMessages.print)}</Button>
          </>
        )}
      />
      <QueryView query={query}>{(data) => <WhyBody why={data} />}</QueryView>
    </>
  )
}
