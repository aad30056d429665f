/** The seeded roles to pick from, said plainly: there is no sign-in yet. */
import { useNavigate } from 'react-router'
import type { Session } from '../client/contract.ts'
import { useChooseActor } from '../client/use-session.ts'
import { useLanguage } from '../language/language-context.tsx'
import { ProblemSummary } from '../parts/problem-summary.tsx'
import { layoutMessages as m } from './layout-messages.ts'

export function RoleList({ session, chosen }: { session: Session; chosen?: () => void }) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const { choose, isPending, isError, error } = useChooseActor()
  const pick = (actor: string) =>
    choose(actor).then(
      () => {
        chosen?.()
        void navigate('/')
      },
      // The refusal is shown from the mutation's state.
      () => undefined,
    )
  return (
    <div className="stack">
      <p className="quiet">{t(m.pickNote)}</p>
      {isError && <ProblemSummary error={error} />}
      <ul className="role-list">
        {session.actors.map((actor) => (
          <li key={actor.id}>
            <button type="button" disabled={isPending} onClick={() => void pick(actor.id)} aria-current={session.current?.id === actor.id ? 'true' : undefined}>
              <strong>{t(actor.roleName)}</strong>
              <span>{t(actor.name)}</span>
              <span className="quiet small">{t(m.scope(actor.place.name))}</span>
              {session.current?.id === actor.id && <span className="role-here">{t(m.pickHere)}</span>}
            </button>
          </li>
        ))}
      </ul>
    </div>
  )
}
