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
      and not exists (select from register.unmatched u where u.list_id = $list and u.candidate_id = p.person_id)`)
  await step(context, 'analyze import_absent')
  const doubt = absenceDoubts[context.source] ?? 'false'
  const conflict = JSON.stringify(Object.fromEntries(fields.map((f) => [f, 'conflict'])))
  const stated = await step(context, `
    insert into register.person_statement (person_id, place, effective_from, action_id, list_id, list_row, source, ${fields.map(quoted).join(', ')}, unknown_reasons)
    select p.person_id, p.place, $asOf, $action, $list, 0, $source, ${fields.map((f) => `case when not (${doubt}) then ${states[f]!} end`).join(', ')},
      case when ${doubt} then '${conflict}'::jsonb else '{}' end
    from import_absent a join register.person_current p using (person_id)`)
  if (stated > 0) await foldColumns(context.tx, 'person', 'import_absent', fields)
  return stated
}
