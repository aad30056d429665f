/** The matrix under its filters: columns by section, rows by body, marks by clause. Draws nothing. */
import type { DutyRole, Matrix } from '../../client/contract.ts'
import { roleOrder } from './role-mark.ts'

export interface MatrixFilter {
  readonly q?: string | undefined
  readonly section?: string | undefined
  readonly role?: string | undefined
  readonly which?: string | undefined
}

export interface Mark { readonly role: DutyRole; readonly own: boolean }
export interface MatrixSection { readonly id: string; readonly title: Matrix['sections'][number]['title']; readonly clauses: Matrix['clauses'] }
export interface MatrixRow {
  readonly body: Matrix['bodies'][number]
  /** Marks of the shown clauses, strongest role first. */
  readonly marks: ReadonlyMap<string, readonly Mark[]>
}
export interface MatrixView { readonly sections: readonly MatrixSection[]; readonly rows: readonly MatrixRow[]; readonly nobody: readonly string[] }

type MatrixBody = Matrix['bodies'][number]

/** The words in any name the body has or had, or in the names of the places it stands for. */
export function bodyHolds(body: MatrixBody, words: string): boolean {
  const names = [body.name, ...body.names.map((n) => n.name), ...body.members.flatMap((m) => m.names), ...body.successors.map((s) => s.name)]
  return names.some((n) => n.zh.includes(words) || n.en.toLowerCase().includes(words.toLowerCase())) || body.names.some((n) => n.also.some((a) => a.includes(words)))
}

function marksOf(body: MatrixBody, shown: ReadonlySet<string>, role: string | undefined): Map<string, Mark[]> {
  const marks = new Map<string, Mark[]>()
  const sorted = [...body.marks].sort((a, b) => roleOrder.indexOf(a.role) - roleOrder.indexOf(b.role))
  for (const { clause, role: own, ...mark } of sorted) {
    if (shown.has(clause) && (!role || own === role)) marks.set(clause, [...(marks.get(clause) ?? []), { role: own, own: mark.own }])
  }
  return marks
}

/** `which`: `duty` (default) keeps bodies with a mark that is shown, `none` those without any duty in the whole plan, `all` every body. */
export function viewMatrix(matrix: Matrix, { q, section, role, which = 'duty' }: MatrixFilter): MatrixView {
  const sections = matrix.sections.filter((s) => !section || s.id === section).map((s) => ({ ...s, clauses: matrix.clauses.filter((c) => c.section === s.id) }))
  const shown = new Set(sections.flatMap((s) => s.clauses.map((c) => c.id)))
  const rows = matrix.bodies.filter((body) => !q || bodyHolds(body, q)).map((body) => ({ body, marks: marksOf(body, shown, role) }))
  return {
    sections, nobody: matrix.nobody.filter((id) => shown.has(id)),
    rows: rows.filter(({ body, marks }) => (which === 'none' ? body.marks.length === 0 : which === 'all' || marks.size > 0)),
  }
}

/** Marks of a folded section: how many of its clauses, the strongest role first, and whether any is assigned in the clause itself. */
export function foldMarks(row: MatrixRow, section: MatrixSection): { readonly count: number; readonly roles: readonly DutyRole[] } {
  const found = section.clauses.flatMap((c) => [row.marks.get(c.id) ?? []]).filter((marks) => marks.length > 0)
  return { count: found.length, roles: roleOrder.filter((role) => found.some((marks) => marks.some((m) => m.role === role))) }
}
