/** One clause of the upper plan with what the lower plan says to it: targets, dates, bodies, each match with its basis. */
import type { ClauseAnswerRow, TargetAnswerRow } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { AnswerTag } from './answer-tag.tsx'
import { compareMessages as m } from './compare-messages.ts'
import { MatchTools, type MatchActs } from './match-tools.tsx'

function Figure({ side }: { side: TargetAnswerRow['upper'] }) {
  const { language, date } = useLanguage()
  return <><span lang="zh-CN">{side.words}</span> <strong className="nowrap">{side.figure[language]}</strong>{side.until !== null && <span className="quiet nowrap"> {date(side.until)}</span>}</>
}

function TargetLine({ target, acts }: { target: TargetAnswerRow; acts: MatchActs }) {
  const { t } = useLanguage()
  return (
    <li data-state={target.state}>
      <div><Figure side={target.upper} /></div>
      <div>
        {target.lower ? <><span className="quiet">{target.lower.clause}</span> <Figure side={target.lower} /></> : <span className="quiet">{t(m.nothing)}</span>}
        {target.deadline !== null && target.deadline !== 'same' && <span className="remark">{t(m[target.deadline])}</span>}
        {target.mayBeShare && <span className="remark">{t(m.share)}</span>}
        <MatchTools upper={target.upper.id} lower={target.lower?.id ?? null} label={target.upper.words} basis={target.basis} decided={target.decided} acts={acts} />
      </div>
      <div><AnswerTag state={target.state} /></div>
    </li>
  )
}

function Bodies({ clause }: { clause: ClauseAnswerRow }) {
  const { t, language } = useLanguage()
  if (clause.bodies.length === 0 && clause.lowerBodies.length === 0) return null
  return (
    <details className="answer-bodies">
      <summary>{t(m.bodies)} <span className="quiet">{clause.bodies.filter((b) => b.lower !== null).length} / {clause.bodies.length}</span></summary>
      <ul className="plain-list" lang="zh-CN">
        {clause.bodies.map((body) => <li key={`${body.role}-${body.name}`}>{body.name} → {body.lower?.name ?? <em lang={language === 'zh' ? 'zh-CN' : 'en'}>{t(m.noCounterpart)}</em>}</li>)}
        {clause.lowerBodies.length > 0 && <li>{t(m.onlyLower(clause.lowerBodies.map((b) => b.name).join('、')))}</li>}
      </ul>
    </details>
  )
}

export function ClauseAnswer({ clause, acts }: { clause: ClauseAnswerRow; acts: MatchActs }) {
  const { t } = useLanguage()
  return (
    <section className="paper answer" data-clause={clause.clause} data-state={clause.state} aria-label={`${clause.clause} ${clause.title}`}>
      <header>
        <h3><span className="quiet">{clause.clause}</span> <span lang="zh-CN">{clause.title}</span></h3>
        <div>
          {clause.lower ? <span><span className="quiet">{clause.lower.id}</span> <span lang="zh-CN">{clause.lower.title}</span></span> : <span className="quiet">{t(m.nothing)}</span>}
          <MatchTools upper={`clause:${clause.clause}`} lower={clause.lower && `clause:${clause.lower.id}`} label={`${clause.clause} ${clause.title}`} basis={clause.basis} decided={clause.decided} acts={acts} />
        </div>
        <div><AnswerTag state={clause.state} /></div>
      </header>
      {clause.targets.length > 0 && <ul className="answer-targets">{clause.targets.map((target) => <TargetLine key={target.upper.id} target={target} acts={acts} />)}</ul>}
      <Bodies clause={clause} />
    </section>
  )
}
