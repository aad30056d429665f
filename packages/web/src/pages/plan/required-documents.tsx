/** Documents that the plan relies on, and whether they are held. */
import { Link } from 'react-router'
import type { ClauseDetail } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { clauseAddress } from './clause-address.ts'
import { planMessages as m } from './plan-messages.ts'

export function RequiredDocuments({ documents, clauses = false }: { documents: ClauseDetail['requires']; clauses?: boolean }) {
  const { t } = useLanguage()
  return (
    <ul className="requires">
      {documents.map((document, i) => (
        <li key={i}>
          <StateTag kind={document.held ? 'done' : 'warn'}>{t(document.held ? m.held : m.notHeld)}</StateTag>
          <span>{document.title} <span className="quiet nowrap">{document.number}</span> {clauses && document.clauses.map((id) => <Link key={id} className="small nowrap" to={clauseAddress(id)}>{id} </Link>)}</span>
        </li>
      ))}
    </ul>
  )
}
