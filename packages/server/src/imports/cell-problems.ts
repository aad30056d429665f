/** Problems of a mapped table as the import page shows them: where, what, what next; values masked by the reader already. */
import type { ProblemData } from '@bangfu/kernel'
import type { MappedTable } from '@bangfu/register'
import type { CellProblem } from '../contract/index.ts'

const textOf = (value: unknown): string | null => (value === undefined || value === null ? null : String(value))

export function cellProblemOf(problem: ProblemData): CellProblem {
  const { sheet, row, column, value } = problem.details
  return { ...problem, sheet: textOf(sheet), row: typeof row === 'number' ? row : null, column: textOf(column), value: textOf(value) }
}

/** Rejected rows first, then notices about rows that were taken. */
export function problemsOfTable(table: MappedTable): CellProblem[] {
  return [...table.rejected.flatMap((r) => r.problems), ...table.notices].map(cellProblemOf)
}
