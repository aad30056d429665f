/** A body's names over time, what it became and took over, and the bodies a class stands for in each place. */
import { Link } from 'react-router'
import type { DutyList } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { dutiesMessages as m } from './duties-messages.ts'
import { dutyListAddress } from './duty-list-address.ts'

function Names({ body }: { body: DutyList['body'] }) {
  const { t, date } = useLanguage()
  return (
    <>
      {body.names.map((n) => (
        <div key={n.name.zh}>
          {t(n.name)} <span className="quiet small">{[n.from && t(m.since(date(n.from))), n.until && t(m.until(date(n.until))), n.also.length > 0 && t(m.also(n.also.join('、')))].filter(Boolean).join(' · ')}</span>
        </div>
      ))}
    </>
  )
}

function Others({ bodies }: { bodies: DutyList['body']['successors'] }) {
  const { t, date } = useLanguage()
  return <>{bodies.map((b) => <div key={b.id}><Link to={dutyListAddress(b.id)}>{t(b.name)}</Link> <span className="quiet small">{date(b.on)} · {t(m.source(b.source))}</span></div>)}</>
}

export function BodyHistory({ list }: { list: DutyList }) {
  const { t, colon, number } = useLanguage()
  const { body, member } = list
  const changed = body.names.length > 1 || body.successors.length > 0 || body.predecessors.length > 0 || body.names.some((n) => n.also.length > 0)
  if (member) return <p className="no-print"><Link to={dutyListAddress(body.id)}>← {t(m.wholeClass)}{colon}{t(body.name)}</Link></p>
  if (!changed && body.members.length === 0) return null
  return (
    <section className="paper panel">
      {changed && (
        <dl className="body-history">
          {body.names.length > 0 && <div><dt>{t(m.names)}</dt><dd><Names body={body} /></dd></div>}
          {body.successors.length > 0 && <div><dt>{t(m.became)}</dt><dd><Others bodies={body.successors} /></dd></div>}
          {body.predecessors.length > 0 && <div><dt>{t(m.cameFrom)}</dt><dd><Others bodies={body.predecessors} /></dd></div>}
        </dl>
      )}
      {body.members.length > 0 && (
        <details open={body.members.length <= 12}>
          <summary>{t(m.places)} · {t(m.members(number(body.members.length)))}</summary>
          <ul className="place-list">
            {body.members.map((x) => <li key={x.place.code}><Link to={dutyListAddress(body.id, x.place.code)}>{x.names.map((n) => t(n)).join(' · ')}</Link></li>)}
          </ul>
        </details>
      )}
    </section>
  )
}
