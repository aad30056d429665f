/** Answers to questions become statements of the actor who gives them: a list of kind `answers`, then folded like any other list. */
import { keyColumn, sha256Hex, type EntityKey } from '@bangfu/kernel'
import { refreshSearch } from '../search/refresh-search.ts'
import type { Session } from '../session/session.ts'
import type { ActionClient } from '../session/with-action.ts'
import { foldColumns } from '../statements/apply-fold.ts'
import { currentTable, factColumns, quoted, statementTable } from '../statements/entity-table.ts'

export interface StatedAnswer {
  readonly entity: EntityKey
  readonly subjectId: string
  readonly field: string
  readonly value: string | readonly string[]
}

/** Writes and folds the answers; returns the number of statements (one per subject). The day they are true of is `asOf`, else today. */
export async function stateAnswers(tx: ActionClient, session: Session, answers: readonly StatedAnswer[], request: { readonly requestId: string; readonly asOf?: string }): Promise<number> {
  if (answers.length === 0) return 0
  const { rows } = await tx.query<{ list_id: string; as_of: string }>(`
    insert into register.list (kind, title, source, as_of, sha256, sheet, row_count, entity, fingerprint, place, action_id)
    values ('answers', $1, $2, coalesce($3::date, (now() at time zone 'Asia/Shanghai')::date), $4, '', $5, 'person', $4, $6, $7) returning list_id, as_of::text`,
  [`核实结果 ${session.nameZh}`, session.nameZh, request.asOf ?? null, sha256Hex(`answers:${request.requestId}`), answers.length, session.place, tx.actionId])
  let statements = 0
  for (const entity of new Set(answers.map((a) => a.entity))) statements += await stateEntity(tx, entity, answers.filter((a) => a.entity === entity), rows[0]!)
  return statements
}

async function stateEntity(tx: ActionClient, entity: EntityKey, answers: readonly StatedAnswer[], list: { readonly list_id: string; readonly as_of: string }): Promise<number> {
  const key = keyColumn(entity)
  const columns = factColumns(entity).filter((column) => answers.some((a) => a.field === column.name))
  const bySubject = new Map<string, Record<string, unknown>>()
  for (const { subjectId, field, value } of answers) bySubject.set(subjectId, { ...bySubject.get(subjectId), [key]: subjectId, [field]: value })
  const subjects = `import_answered_${entity}`
  await tx.query(`create temp table ${subjects} on commit drop as
    select * from jsonb_to_recordset($1::jsonb) as x(${key} uuid, ${columns.map((c) => `${quoted(c.name)} ${c.type}`).join(', ')})`, [JSON.stringify([...bySubject.values()])])
  const names = columns.map((c) => quoted(c.name)).join(', ')
  const { rowCount } = await tx.query(`
    insert into ${statementTable(entity)} (${key}, place, effective_from, action_id, list_id, list_row, source, ${names})
    select ${key}, c.place, $1, $2, $3, (row_number() over (order by ${key}))::integer, 'answers', ${columns.map((c) => `a.${quoted(c.name)}`).join(', ')}
    from ${subjects} a join ${currentTable(entity)} c using (${key})`, [list.as_of, tx.actionId, list.list_id])
  await foldColumns(tx, entity, subjects, columns.map((c) => c.name))
  if (entity === 'person' && columns.some((c) => c.name === 'name')) await refreshSearch(tx, subjects)
  return rowCount ?? 0
}
