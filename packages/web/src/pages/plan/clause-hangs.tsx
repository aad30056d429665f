/** What hangs on a clause: today's figures, duties, targets with value and gap, measures with links to their lists. */
import { Link } from 'react-router'
import type { ClauseDetail, CountLink, Target } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { listAddress } from '../../parts/list-address.ts'
import { planMessages as m } from './plan-messages.ts'
import { TargetAsked, TargetGap, TargetNow } from './target-value.tsx'

const roles = { responsible: m.responsible, lead: m.leadRole, joint: m.joint, support: m.support, principal: m.principal }
const roleOrder = ['responsible', 'lead', 'joint', 'support', 'principal'] as const

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

function Targets({ targets }: { targets: readonly Target[] }) {
  const { t, date } = useLanguage()
  return (
    <ul className="hang-list">
      {targets.map((target) => (
        <li key={target.id}>
          <div>{t(target.subject)} <strong><TargetAsked target={target} /></strong> {target.until && <span className="quiet small">{date(target.until)}</span>}</div>
          <div className="small">{t(m.current)}: <TargetNow target={target} /></div>
          {target.computed?.gap && <div className="small">{t(m.gap)}: <TargetGap target={target} /></div>}
        </li>
      ))}
    </ul>
  )
}

export function ClauseHangs({ clause }: { clause: ClauseDetail }) {
  const { t, language } = useLanguage()
  const nothing = clause.duties.length === 0 && clause.targetRows.length === 0 && clause.measureRows.length === 0
  return (
    <div className="stack" style={{ gap: 14 }}>
      {clause.figures && (
        <section>
          <h3>{t(m.figures)}</h3>
          <FigureLinks figures={clause.figures} />
        </section>
      )}
      {nothing && <p className="quiet">{t(m.nothing)}</p>}
      {clause.targetRows.length > 0 && <section><h3>{t(m.targets)}</h3><Targets targets={clause.targetRows} /></section>}
      {clause.measureRows.length > 0 && (
        <section>
          <h3>{t(m.measures)}</h3>
          <ul className="hang-list">
            {clause.measureRows.map((measure) => (
              <li key={measure.id}>
                <strong>{t(measure.name)}</strong> <span className="quiet small">{t(m.by)} {t(measure.deliveredBy.name)}</span>
                <p className="small">{t(measure.reading)}</p>
                {measure.figures && <FigureLinks figures={measure.figures} />}
              </li>
            ))}
          </ul>
        </section>
      )}
      {clause.duties.length > 0 && (
        <section>
          <h3>{t(m.duties)}</h3>
          <dl className="duty-list">
            {roleOrder.filter((role) => clause.duties.some((duty) => duty.role === role)).map((role) => (
              <div key={role}>
                <dt>{t(roles[role])}</dt>
                <dd>{clause.duties.filter((duty) => duty.role === role).map((duty) => t(duty.body)).join(language === 'zh' ? '、' : ', ')}</dd>
              </div>
            ))}
          </dl>
        </section>
      )}
    </div>
  )
}
