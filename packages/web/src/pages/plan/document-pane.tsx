/** The whole plan to read: every clause in order, the document's words when attached, our summaries otherwise; the chosen clause in view. */
import { useEffect, useRef } from 'react'
import { Link } from 'react-router'
import type { Clause, Plan } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { Marked } from './marked.tsx'
import { planMessages as m } from './plan-messages.ts'

function ClauseWords({ clause, find }: { clause: Clause; find: string | undefined }) {
  const { t } = useLanguage()
  const own = clause.text?.trim()
  if (own) return <div lang="zh-CN">{own.split('\n').map((line, i) => <p key={i}><Marked text={line} find={find} /></p>)}</div>
  return <p className="quiet"><Marked text={t(clause.summary)} find={find} /></p>
}

const depthOf = (clause: Clause): number => clause.id.split('.').length

export function DocumentPane({ plan, current, find, addressOf }: { plan: Plan; current: string | undefined; find: string | undefined; addressOf: (id: string) => string }) {
  const { t } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  useEffect(() => {
    const chosen = box.current?.querySelector<HTMLElement>('[aria-current]')
    if (chosen && box.current) box.current.scrollTop = chosen.offsetTop - 12
  }, [current])
  return (
    <div className="paper plan-document" ref={box} tabIndex={0} role="region" aria-label={t(m.document)}>
      <p className="text-kind">{t(plan.document.attached ? m.original : m.summaries)}</p>
      {plan.clauses.map((clause) => {
        const Head = depthOf(clause) === 1 ? 'h2' : 'h3'
        return (
          <section key={clause.id} className={`document-clause depth-${Math.min(depthOf(clause), 4)}`} aria-current={clause.id === current ? 'true' : undefined} data-document-clause={clause.id}>
            <Head><Link to={addressOf(clause.id)}><span className="clause-number">{clause.id}</span> <Marked text={t(clause.title)} find={find} /></Link></Head>
            <ClauseWords clause={clause} find={find} />
          </section>
        )
      })}
    </div>
  )
}
