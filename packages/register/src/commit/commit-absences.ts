/** A complete list also states something of those whom it does not name: no certificate, not enrolled, not on 低保. */
import { foldColumns } from '../statements/apply-fold.ts'
import { quoted } from '../statements/entity-table.ts'
import { absenceDoubts, absenceStates } from '../statements/merge-policy.ts'
import { step, type ImportContext } from './import-context.ts'

/**
 * States the absence of every person of the list's places whom no row names or may be about, and folds it. Persons whom a
 * household row of the list covers are named too. Returns how many.
 */
export async function commitAbsences(context: ImportContext): Promise<number> {
  const states = absenceStates[context.source]
  const places = context.table.header.complete?.places
  if (!states || !places || places.length === 0) return 0
  const fields = Object.keys(states)
  await context.tx.query('create temp table import_complete (place text) on commit drop')
  await context.tx.query('insert into import_complete select unnest($1::text[])', [[...places]])
  await step(context, `
    create temp table import_absent on commit drop as
    select p.person_id from register.person_current p
    where exists (select from import_complete c where p.place >= c.place and p.place < c.place || ':')
      and not exists (select from import_match m where m.person_id = p.person_id)
      and not exists (select from import_covered c where c.person_id = p.person_id)
      and not exists (select from register.unmatched u where u.list_id = $list and u.candidate_id = p.person_id)`)
  await step(context, 'analyze import_absent')
  const doubt = absenceDoubts[context.source] ?? 'false'
  const conflict = JSON.stringify(Object.fromEntries(fields.map((f) => [f, 'conflict'])))
  const stated = await step(context, `
    insert into register.person_statement (person_id, place, effective_from, action_id, list_id, list_row, source, ${fields.map(quoted).join(', ')}, unknown_reasons)
    select p.person_id, p.place, $asOf, $action, $list, 0, $source, ${fields.map((f) => `case when not (${doubt}) then ${states[f]!} end`).join(', ')},
      case when ${doubt} then '${conflict}'::jsonb else '{}' end
    from import_absent a join register.person_current p using (person_id)`)
  if (stated > 0) await foldAbsences(context, fields)
  return stated
}

/**
 * The list has the first word on these fields; only an answer stands beside it, and only a newer list of its own kind before it.
 * Where there is neither, and no doubt, its word is the fact; for the others the fields are folded.
 */
async function foldAbsences(context: ImportContext, fields: readonly string[]): Promise<void> {
  await step(context, `create temp table import_absent_contested on commit drop as
    select distinct s.person_id from register.person_statement s join import_absent a using (person_id)
    where s.source = 'answers' or (s.source = $source and s.effective_from > $asOf) or (s.list_id = $list and s.unknown_reasons <> '{}')`)
  // Made once, not for each of the many rows.
  const sources = JSON.stringify(Object.fromEntries(fields.map((f) => [f, context.listId])))
  await context.tx.query(`
    update register.person_current c set ${fields.map((f) => `${quoted(f)} = ${absenceStates[context.source]![f]!}, `).join('')}
      source_fields = case when c.source_fields = '{}' then $1::jsonb else c.source_fields || $1::jsonb end,
      unknown_reasons = case when c.unknown_reasons ?| $2::text[] then c.unknown_reasons - $2::text[] else c.unknown_reasons end, action_id = $3::uuid
    from import_absent a where c.person_id = a.person_id and a.person_id not in (select person_id from import_absent_contested)`, [sources, fields, context.tx.actionId])
  const { rows } = await context.tx.query<{ n: string }>('select count(*) as n from import_absent_contested')
  if (Number(rows[0]!.n) > 0) await foldColumns(context.tx, 'person', 'import_absent_contested', fields)
}
