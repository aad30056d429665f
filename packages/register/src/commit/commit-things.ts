/** Villages (known by their code) and facilities (known by name within their place): made when new, then stated like anything else. */
import { keyColumn } from '@bangfu/kernel'
import { identityTable, quoted, statementTable } from '../statements/entity-table.ts'
import { placeSql, step, type ImportContext } from './import-context.ts'
import { stagedName, unknownName } from './stage-rows.ts'

/** Registers and states the rows of a list about villages or facilities. Returns how many subjects are new. */
export async function commitThings(context: ImportContext, entity: 'village' | 'facility'): Promise<number> {
  const key = keyColumn(entity)
  const [kind, value] = entity === 'village' ? ['division-code', 'r.place'] : ['facility-name', facilityKeySql(context)]
  await step(context, `create temp table import_match on commit drop as select r.row_no, ${value} as number, null::uuid as subject_id, null::uuid as person_id,
    case when ${value} is null ${entity === 'village' ? 'or length(r.place) <> 12' : ''} then 'register/row-without-key' end as problem from import_row r`)
  await step(context, `create temp table import_fresh on commit drop as
    select m.number, uuidv7() as subject_id, min(${placeSql('r')}) as place from import_match m join import_row r using (row_no)
    where m.problem is null and not exists (select from register.external_number e where e.kind = '${kind}' and e.value = m.number) group by m.number`)
  await step(context, `insert into register.external_number (kind, value, subject_id, issuer, valid_from, place, action_id)
    select '${kind}', number, subject_id, $issuer, $asOf, place, $action from import_fresh on conflict do nothing`)
  const made = await step(context, `insert into ${identityTable(entity)} (${key}, place, action_id) select f.subject_id, f.place, $action from import_fresh f
    join register.external_number e on e.kind = '${kind}' and e.value = f.number and e.subject_id = f.subject_id`)
  await step(context, `update import_match m set subject_id = e.subject_id from register.external_number e where e.kind = '${kind}' and e.value = m.number and m.problem is null`)
  await step(context, `update import_match set problem = 'register/number-elsewhere' where subject_id is null and problem is null`)
  const columns = context.staged.columns.filter((c) => c.entity === entity)
  if (columns.length === 0) return made
  await step(context, `
    insert into ${statementTable(entity)} (${key}, place, effective_from, action_id, list_id, list_row, source, ${columns.map((c) => quoted(c.name)).join(', ')}, unknown_reasons)
    select m.subject_id, ${placeSql('r')}, $asOf, $action, $list, r.row_no, $source, ${columns.map((c) => `r.${c.staged}`).join(', ')}, r.${unknownName(entity)}
    from import_row r join import_match m using (row_no) where m.problem is null`)
  return made
}

/** A facility's name counts within its township; kinds keep a clinic and a school of one name apart. */
function facilityKeySql(context: ImportContext): string {
  const has = (name: string): boolean => context.staged.columns.some((c) => c.entity === 'facility' && c.name === name)
  const name = has('facility_name') ? `nullif(r.${stagedName('facility', 'facility_name')}, '')` : 'r.name_key'
  const kind = has('kind') ? `coalesce(r.${stagedName('facility', 'kind')}, '')` : `''`
  return `left(coalesce(r.place, $scope), 9) || '/' || ${kind} || '/' || ${name}`
}
