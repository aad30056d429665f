/** Settles uncertain list rows: the row is this subject (then it has that help), or it is somebody else. */
import { listRowWords, problemData, type ProblemData } from '@bangfu/kernel'
import type { ActionClient } from '../session/with-action.ts'

export interface MatchAnswer {
  readonly subjectId: string
  readonly entity: string
  /** `match/<list id>/<row>` */
  readonly field: string
  readonly same: boolean
  readonly place: string
}

/** Returns what is to be said: rows found to be somebody, of which others were thought too and now are not. */
export async function answerMatches(tx: ActionClient, answers: readonly MatchAnswer[]): Promise<readonly ProblemData[]> {
  if (answers.length === 0) return []
  const rows = answers.map((answer) => ({ ...answer, list_id: answer.field.split('/')[1], list_row: Number(answer.field.split('/')[2]) }))
  await tx.query(`create temp table import_answer on commit drop as
    select x.* from jsonb_to_recordset($1::jsonb) as x("subjectId" uuid, entity text, same boolean, place text, list_id uuid, list_row integer)`, [JSON.stringify(rows)])
  // The question may be put for a household of which a member is the candidate: whom the list may mean is in `unmatched`.
  await tx.query(`
    insert into register.unmatched_answer (list_id, list_row, candidate_id, same, place, action_id)
    select distinct on (a.list_id, a.list_row, u.candidate_id) a.list_id, a.list_row, u.candidate_id, a.same, a.place, $1::uuid
    from import_answer a join register.unmatched u using (list_id, list_row)
    where u.candidate_id = a."subjectId" or u.candidate_id in (select person_id from register.person_current p where p.household_id = a."subjectId")
    order by a.list_id, a.list_row, u.candidate_id on conflict do nothing`, [tx.actionId])
  await tx.query(`
    insert into register.delivery (measure, entity, subject_id, period, amount_fen, list_id, list_row, place, action_id)
    select distinct u.measure, a.entity, a."subjectId", u.period, u.amount_fen, u.list_id, u.list_row, a.place, $1::uuid
    from import_answer a join register.unmatched u using (list_id, list_row) where a.same and u.measure is not null and u.period is not null`, [tx.actionId])
  return settledRows(tx)
}

/** Rows that this action ties to a subject, with how many further candidates that settles: their questions are not asked again. */
async function settledRows(tx: ActionClient): Promise<readonly ProblemData[]> {
  const { rows } = await tx.query<{ title: string; sheets: string[]; list_row: number; others: number }>(`
    select l.title, l.sheets, a.list_row, count(distinct u.candidate_id)::int as others
    from import_answer a join register.list l using (list_id) join register.unmatched u on u.list_id = a.list_id and u.list_row = a.list_row
    where a.same and u.candidate_id is not null and not exists (select from register.unmatched_answer x where x.list_id = u.list_id and x.list_row = u.list_row and x.candidate_id = u.candidate_id)
    group by 1, 2, 3 order by 1, 3`)
  return rows.map(({ title, sheets, list_row, others }) => {
    const { zh, en } = listRowWords(list_row, sheets)
    return problemData('register/row-settled', { list: title, zhWhere: zh, enWhere: en, count: others })
  })
}
