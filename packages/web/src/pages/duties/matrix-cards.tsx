/** The matrix on a phone: a card for each body, its clauses by section with the role. */
import { Link } from 'react-router'
import { useLanguage } from '../../language/language-context.tsx'
import { clauseAddress } from '../plan/clause-address.ts'
import '../../parts/data-table.css'
import { BodyName } from './body-name.tsx'
import { dutiesMessages as m } from './duties-messages.ts'
import { foldMarks, type MatrixRow, type MatrixView } from './matrix-view.ts'
import { roleNames } from './role-mark.ts'

function Sections({ row, view }: { row: MatrixRow; view: MatrixView }) {
  const { t, number, language } = useLanguage()
  const comma = language === 'zh' ? '、' : ', '
  const sections = view.sections.filter((section) => foldMarks(row, section).count > 0)
  return (
    <div className="matrix-card-sections">
      {sections.map((section) => {
        const { count, roles } = foldMarks(row, section)
        return (
          <details key={section.id}>
            <summary>{section.id} {t(section.title)} · {roles.map((r) => t(roleNames[r])).join(comma)} · {t(m.count(number(count)))}</summary>
            <ul>
              {section.clauses.filter((c) => row.marks.has(c.id)).map((c) => (
                <li key={c.id}><Link to={clauseAddress(c.id)}>{c.id} {t(c.title)}</Link> <span className="quiet small">{row.marks.get(c.id)!.map((x) => t(roleNames[x.role])).join(comma)}</span></li>
              ))}
            </ul>
          </details>
        )
      })}
    </div>
  )
}

export function MatrixCards({ view }: { view: MatrixView }) {
  const { t, number } = useLanguage()
  return (
    <ul className="cards" aria-label={t(m.title)}>
      {view.rows.map((row) => (
        <li key={row.body.id} className="card paper" data-body={row.body.id}>
          <div className="card-head">
            <div className="card-title"><BodyName body={row.body} reports={row.body.reports} /></div>
            <span className="quiet nowrap">{t(m.count(number(row.marks.size)))}</span>
          </div>
          <Sections row={row} view={view} />
        </li>
      ))}
    </ul>
  )
}
