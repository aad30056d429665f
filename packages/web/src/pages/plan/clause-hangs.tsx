/** What hangs on a clause: targets with value and gap, measures and work lists with today's counts, who answers for it, what it cites. */
import { Link } from 'react-router'
import type { ClauseDetail, CountLink } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { listAddress } from '../../parts/list-address.ts'
import { dutyListAddress } from '../duties/duty-list-address.ts'
import { roleNames, roleOrder } from '../duties/role-mark.ts'
import { clauseAddress } from './clause-address.ts'
import { Marked } from './marked.tsx'
import { ObligationList } from './obligation-list.tsx'
import { planMessages as m } from './plan-messages.ts'
import { RequiredDocuments } from './required-documents.tsx'
import { TargetList } from './target-list.tsx'

type Figures = { readonly owed: CountLink; readonly lead: CountLink; readonly verify: CountLink }

export function FigureLinks({ figures }: { figures: Figures }) {
  const { t, number } = useLanguage()
  return (
    <ul className="figure-links">
      {(['owed', 'verify', 'lead'] as const).map((key) => (
        <li key={key}>
          <Link to={listAddress(figures[key].list)} data-count={figures[key].count}>
            <b className="number">{number(figures[key].count)}</b> {t(m[key])}
          </Link>
        </li>
      ))}
    </ul>
  )
}

function Duties({ clause, find }: { clause: ClauseDetail; find: string | undefined }) {
  const { t, language } = useLanguage()
  if (clause.duties.length === 0) return <p className="fact-unknown">{t(m.nobodyNamed)}</p>
  const above = [...new Set(clause.duties.map((d) => d.assigned))].filter((id) => id !== clause.id)
  const separator = language === 'zh' ? '、' : ', '
  return (
    <>
      <dl className="duty-list">
        {roleOrder.filter((role) => clause.duties.some((duty) => duty.role === role)).map((role) => (
          <div key={role}>
            <dt>{t(roleNames[role])}</dt>
            <dd>{clause.duties.filter((duty) => duty.role === role).map((duty, i) => <span key={duty.id}>{i > 0 && separator}<Link to={dutyListAddress(duty.id)}><Marked text={t(duty.body)} find={find} /></Link></span>)}</dd>
          </div>
        ))}
      </dl>
      {above.map((id) => <p key={id} className="small quiet"><Link to={clauseAddress(id)}>{t(m.assignedBy(id))}</Link></p>)}
    </>
  )
}

function Measures({ measures, find }: { measures: ClauseDetail['measureRows']; find: string | undefined }) {
  const { t } = useLanguage()
  return (
    <ul className="hang-list">
      {measures.map((measure) => (
        <li key={measure.id}>
          <strong><Marked text={t(measure.name)} find={find} /></strong> <span className="quiet small">{t(m.by)} {t(measure.deliveredBy.name)}</span>
          <p className="small">{t(measure.reading)}</p>
          {measure.figures && <FigureLinks figures={measure.figures} />}
        </li>
      ))}
    </ul>
  )
}

export function ClauseHangs({ clause, find }: { clause: ClauseDetail; find: string | undefined }) {
  const { t } = useLanguage()
  return (
    <div className="stack" style={{ gap: 14 }}>
      <section><h3>{t(m.duties)}</h3><Duties clause={clause} find={find} /></section>
      {clause.obligations.length > 0 && <section><h3>{t(m.obligations)}</h3><ObligationList obligations={clause.obligations} /></section>}
      {clause.principle && <section><h3>{t(m.principleClause)}</h3><p>{t(clause.principle)}</p></section>}
      {clause.targetRows.length > 0 && <section><h3>{t(m.targets)}</h3><TargetList targets={clause.targetRows} find={find} /></section>}
      {clause.figures && <section><h3>{t(m.lists)}</h3><FigureLinks figures={clause.figures} /></section>}
      {clause.measureRows.length > 0 && <section><h3>{t(m.measures)}</h3><Measures measures={clause.measureRows} find={find} /></section>}
      {clause.requires.length > 0 && <section><h3>{t(m.cites)}</h3><RequiredDocuments documents={clause.requires} /></section>}
    </div>
  )
}
