/** The matrix as a table with heads that stay: sections fold to one column each, classes of bodies unfold to their places. */
import { Button } from 'antd'
import { Link } from 'react-router'
import { useLanguage } from '../../language/language-context.tsx'
import type { Address } from '../../parts/use-address.ts'
import { clauseAddress } from '../plan/clause-address.ts'
import { BodyName } from './body-name.tsx'
import { dutyListAddress } from './duty-list-address.ts'
import { dutiesMessages as m } from './duties-messages.ts'
import { foldMarks, type MatrixRow, type MatrixSection, type MatrixView } from './matrix-view.ts'
import { roleNames, roleSigns } from './role-mark.ts'

/** Places of a class that are listed in the table itself. */
const mostMembers = 60

interface Fold {
  readonly isOpen: (section: string) => boolean
  readonly toggle: (section: string) => void
  readonly classes: ReadonlySet<string>
  readonly toggleClass: (id: string) => void
}

function useFold(view: MatrixView, address: Address): Fold & { readonly all: boolean; readonly toggleAll: () => void } {
  const said = address.get('open')
  // One section chosen: nothing is gained by folding it.
  const open = new Set(said === 'all' || view.sections.length === 1 ? view.sections.map((s) => s.id) : (said ?? '').split(','))
  const classes = new Set((address.get('classes') ?? '').split(',').filter(Boolean))
  const all = view.sections.every((s) => open.has(s.id))
  const flip = (set: ReadonlySet<string>, id: string): string => [...set].filter((x) => x !== id).concat(set.has(id) ? [] : [id]).filter(Boolean).join(',')
  return {
    isOpen: (section) => open.has(section), toggle: (section) => address.set({ open: flip(open, section) }), classes, toggleClass: (id) => address.set({ classes: flip(classes, id) }),
    all, toggleAll: () => address.set({ open: all ? undefined : 'all' }),
  }
}

function Heads({ view, fold }: { view: MatrixView; fold: Fold }) {
  const { t } = useLanguage()
  return (
    <thead>
      <tr>
        <th scope="col" rowSpan={2} className="matrix-corner">{t(m.body)}</th>
        <th scope="col" rowSpan={2} className="matrix-total">{t(m.total)}</th>
        {view.sections.map((section) => (
          <th key={section.id} scope="colgroup" colSpan={fold.isOpen(section.id) ? section.clauses.length : 1} className="matrix-section">
            <button type="button" aria-expanded={fold.isOpen(section.id)} aria-label={t((fold.isOpen(section.id) ? m.fold : m.unfold)(`${section.id} ${t(section.title)}`))} title={t(section.title)} onClick={() => fold.toggle(section.id)}>
              <span aria-hidden="true">{fold.isOpen(section.id) ? '▾' : '▸'}</span>{section.id}
            </button>
          </th>
        ))}
      </tr>
      <tr>
        {view.sections.flatMap((section) =>
          fold.isOpen(section.id)
            ? section.clauses.map((clause) => <th key={clause.id} scope="col" className="matrix-clause"><Link to={clauseAddress(clause.id)} title={t(clause.title)} aria-label={`${clause.id} ${t(clause.title)}`}>{tail(clause.id, section.id)}</Link></th>)
            : [<th key={section.id} scope="col" className="matrix-clause quiet" title={t(section.title)}>{section.clauses.length}</th>])}
      </tr>
    </thead>
  )
}

/** What the clause's id adds to its section's. */
function tail(clause: string, section: string): string {
  return clause.startsWith(`${section}.`) ? clause.slice(section.length + 1) : clause
}

function Cells({ row, section, open }: { row: MatrixRow; section: MatrixSection; open: boolean }) {
  const { t, language } = useLanguage()
  const comma = language === 'zh' ? '、' : ', '
  if (!open) {
    const { count, roles } = foldMarks(row, section)
    if (count === 0) return <td />
    return (
      <td>
        <Link to={clauseAddress(section.id)} className={`role-mark folded role-${roles[0]!}`} aria-label={`${t(roleSigns[roles[0]!])} ${count} ${t(row.body.name)} ${section.id} ${roles.map((r) => t(roleNames[r])).join(comma)} ${t(m.count(String(count)))}`} title={roles.map((r) => t(roleNames[r])).join(comma)}>
          {t(roleSigns[roles[0]!])} {count}
        </Link>
      </td>
    )
  }
  return (
    <>
      {section.clauses.map((clause) => {
        const marks = row.marks.get(clause.id)
        if (!marks) return <td key={clause.id} />
        return (
          <td key={clause.id}>
            <Link to={clauseAddress(clause.id)} className={`role-mark role-${marks[0]!.role}${marks[0]!.own ? ' own' : ''}`} aria-label={`${marks.map((x) => t(roleSigns[x.role])).join('')} ${t(row.body.name)} ${clause.id} ${marks.map((x) => t(roleNames[x.role])).join(comma)}`} title={`${clause.id} ${t(clause.title)}`}>
              {marks.map((x) => t(roleSigns[x.role])).join('')}
            </Link>
          </td>
        )
      })}
    </>
  )
}

function BodyRows({ row, view, fold }: { row: MatrixRow; view: MatrixView; fold: Fold }) {
  const { t, number } = useLanguage()
  const { body } = row
  const unfolded = fold.classes.has(body.id)
  const columns = view.sections.reduce((sum, s) => sum + (fold.isOpen(s.id) ? s.clauses.length : 1), 0)
  return (
    <>
      <tr data-body={body.id}>
        <th scope="row">
          <BodyName body={body} reports={body.reports} />
          {body.members.length > 0 && (
            <button type="button" className="member-toggle" aria-expanded={unfolded} onClick={() => fold.toggleClass(body.id)}>
              <span aria-hidden="true">{unfolded ? '▾' : '▸'}</span> {t(m.members(number(body.members.length)))}
            </button>
          )}
        </th>
        <td className="matrix-total number">{number(row.marks.size)}</td>
        {view.sections.map((section) => <Cells key={section.id} row={row} section={section} open={fold.isOpen(section.id)} />)}
      </tr>
      {unfolded && body.members.slice(0, mostMembers).map((member) => (
        <tr key={member.place.code} className="member-row">
          <th scope="row"><Link to={dutyListAddress(body.id, member.place.code)}>{member.names.map((n) => t(n)).join(' · ')}</Link></th>
          <td className="matrix-total number">{number(row.marks.size)}</td>
          <td colSpan={columns} />
        </tr>
      ))}
      {unfolded && body.members.length > mostMembers && <tr className="member-row"><th scope="row" className="quiet">{t(m.moreMembers(number(body.members.length - mostMembers)))}</th><td colSpan={columns + 1} /></tr>}
    </>
  )
}

function NobodyRow({ view, fold }: { view: MatrixView; fold: Fold }) {
  const { t, number } = useLanguage()
  const nobody = new Set(view.nobody)
  const cell = (id: string, key: string, text: string) => <td key={key}><Link to={clauseAddress(id)} className="role-mark role-nobody own" aria-label={`${text} ${t(m.nobodyRow)} ${id}`}>{text}</Link></td>
  return (
    <tr className="nobody-row">
      <th scope="row">{t(m.nobodyRow)}</th>
      <td className="matrix-total number">{number(nobody.size)}</td>
      {view.sections.flatMap((section) => {
        const none = section.clauses.filter((c) => nobody.has(c.id))
        if (!fold.isOpen(section.id)) return [none.length === 0 ? <td key={section.id} /> : cell(section.id, section.id, String(none.length))]
        return section.clauses.map((c) => (nobody.has(c.id) ? cell(c.id, c.id, t(m.noneMark)) : <td key={c.id} />))
      })}
    </tr>
  )
}

function Totals({ view, fold }: { view: MatrixView; fold: Fold }) {
  const { t, number } = useLanguage()
  const bodiesOf = (clauses: readonly { readonly id: string }[]) => view.rows.filter((row) => clauses.some((c) => row.marks.has(c.id))).length
  return (
    <tfoot>
      <tr>
        <th scope="row">{t(m.bodies)}</th>
        <td className="matrix-total number">{number(view.rows.filter((row) => row.marks.size > 0).length)}</td>
        {view.sections.flatMap((section) => (fold.isOpen(section.id) ? section.clauses.map((c) => <td key={c.id} className="number">{bodiesOf([c])}</td>) : [<td key={section.id} className="number">{bodiesOf(section.clauses)}</td>]))}
      </tr>
    </tfoot>
  )
}

export function MatrixTable({ view, address }: { view: MatrixView; address: Address }) {
  const { t } = useLanguage()
  const fold = useFold(view, address)
  return (
    <>
      {view.sections.length > 1 && <div className="no-print"><Button size="small" onClick={fold.toggleAll}>{t(fold.all ? m.foldAll : m.unfoldAll)}</Button></div>}
      <div className="matrix-box paper" tabIndex={0} role="group" aria-label={t(m.title)}>
        <table className="matrix">
          <caption className="visually-hidden">{t(m.title)}</caption>
          <Heads view={view} fold={fold} />
          <tbody>
            {view.nobody.length > 0 && <NobodyRow view={view} fold={fold} />}
            {view.rows.map((row) => <BodyRows key={row.body.id} row={row} view={view} fold={fold} />)}
          </tbody>
          <Totals view={view} fold={fold} />
        </table>
      </div>
    </>
  )
}
