/** One clause on a phone: where it stands, its words (the document's when attached, ours otherwise), the clauses below, the way on. */
import { Link } from 'react-router'
import type { ClauseDetail, Plan } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { Marked } from './marked.tsx'
import { planMessages as m } from './plan-messages.ts'

export function ClauseText({ clause, plan, find, addressOf }: { clause: ClauseDetail; plan: Plan; find: string | undefined; addressOf: (id: string) => string }) {
  const { t } = useLanguage()
  const at = plan.clauses.findIndex((c) => c.id === clause.id)
  const [before, after] = [plan.clauses[at - 1], plan.clauses[at + 1]]
  const own = clause.text?.trim()
  return (
    <article className="paper panel clause-text">
      <p className="crumbs">
        {clause.ancestors.map((ancestor) => <span key={ancestor.id}><Link to={addressOf(ancestor.id)}>{ancestor.id} {t(ancestor.title)}</Link> › </span>)}
      </p>
      <h2><span className="clause-number">{clause.id}</span> <Marked text={t(clause.title)} find={find} /></h2>
      {clause.text !== null && (
        <div>
          <p className="text-kind">{t(m.original)}</p>
          {own ? <div className="original" lang="zh-CN">{own.split('\n').map((line, i) => <p key={i}><Marked text={line} find={find} /></p>)}</div> : <p className="quiet">{t(m.noText)}</p>}
        </div>
      )}
      <div>
        <p className="text-kind">{t(m.summary)}</p>
        <p className={clause.text === null ? 'original' : undefined}><Marked text={t(clause.summary)} find={find} /></p>
      </div>
      {clause.children.length > 0 && (
        <div>
          <h3>{t(m.below)}</h3>
          <ul>{clause.children.map((child) => <li key={child.id}><Link to={addressOf(child.id)}>{child.id}</Link> {t(child.title)}</li>)}</ul>
        </div>
      )}
      <div className="spread no-print">
        {before ? <Link to={addressOf(before.id)}>← {t(m.previous)} {before.id}</Link> : <span />}
        {after && <Link to={addressOf(after.id)}>{t(m.next)} {after.id} →</Link>}
      </div>
    </article>
  )
}
