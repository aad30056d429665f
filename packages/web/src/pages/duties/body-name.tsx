/** A body's name as a link to its own duties, with what it became. */
import { Link } from 'react-router'
import type { Body } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { dutiesMessages as m } from './duties-messages.ts'
import { dutyListAddress } from './duty-list-address.ts'

export function BodyName({ body }: { body: Body }) {
  const { t, date, number } = useLanguage()
  return (
    <>
      <Link to={dutyListAddress(body.id)}>{t(body.name)}</Link>
      {body.successors.map((s) => <span key={s.id} className="body-note">{t(m.now(t(s.name), date(s.on)))}</span>)}
      {body.takenOver > 0 && <span className="body-note">{t(m.taken(number(body.takenOver)))}</span>}
    </>
  )
}
