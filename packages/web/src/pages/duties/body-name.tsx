/** A body's name as a link to its own duties, with what it became. */
import { Link } from 'react-router'
import type { Body, Matrix } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { dutiesMessages as m } from './duties-messages.ts'
import { dutyListAddress } from './duty-list-address.ts'

/** `reports`: how the body's reports stand, where the list knows it. */
export function BodyName({ body, reports }: { body: Body; reports?: Matrix['bodies'][number]['reports'] }) {
  const { t, date, number } = useLanguage()
  return (
    <>
      <Link to={dutyListAddress(body.id)}>{t(body.name)}</Link>
      {body.successors.map((s) => <span key={s.id} className="body-note">{t(m.now(t(s.name), date(s.on)))}</span>)}
      {body.takenOver > 0 && <span className="body-note">{t(m.taken(number(body.takenOver)))}</span>}
      {reports?.words && <span className="body-note" data-reports={reports.owed}>{t(reports.words)}</span>}
    </>
  )
}
