/** What each snapshot table selects from the register. Multi-select fields travel as text joined by `|`, so that an empty list stays apart from unknown. */
import { entities, entityColumns, keyColumn, type EntityKey, type SnapshotColumn, type SnapshotTable } from '@bangfu/kernel'

const entityOf: Readonly<Partial<Record<SnapshotTable, EntityKey>>> = { persons: 'person', households: 'household', villages: 'village', facilities: 'facility' }

/** The entity whose facts the table holds, or undefined. */
export function entityOfTable(table: SnapshotTable): EntityKey | undefined {
  return entityOf[table]
}

/** PostgreSQL expression of one snapshot column of an entity; age is counted on the day of the snapshot. */
function entityExpression(entity: EntityKey, column: SnapshotColumn): string {
  if (column.name === 'age') return `case when c.birth_date <= $asOf then extract(year from age($asOf, c.birth_date))::numeric(18,0) end as age`
  if (column.type === 'VARCHAR[]') return `array_to_string(c."${column.name}", '|') as "${column.name}"`
  if (column.name === 'source_fields' || column.name === 'unknown_reasons') return `nullif(c.${column.name}::text, '{}') as ${column.name}`
  return `c."${column.name}"`
}

/** SELECT of an entity's facts; `relation` is the current table or a fold as of a day, `$asOf` stands for the day as a date literal. */
export function entitySelectSql(entity: EntityKey, relation: string): string {
  const known = new Set(entities[entity].fields.map((f) => f.key))
  const columns = entityColumns(entity).map((column) => {
    if (!known.has(column.name) && column.name === 'place') return 'c.place'
    return entityExpression(entity, column)
  })
  return `select ${columns.join(', ')} from ${relation} c order by c.${keyColumn(entity)}`
}

/** As `register.list_repeated`, as it was known then. */
const notRepeated = `not exists (select from register.list n where n.recorded_at <= $until and n.sha256 = l.sha256 and n.sheet = l.sheet and n.kind = l.kind and n.measures = l.measures and n.period is not distinct from l.period and n.list_id > l.list_id)`

/** SELECTs of the other tables. A recorded limit keeps out what was not known then. */
export const otherSelects: Readonly<Record<Exclude<SnapshotTable, 'persons' | 'households' | 'villages' | 'facilities'>, string>> = {
  places: `select place, name, level, parent from register.place order by place`,
  designations: `select place, kind, valid_from, valid_to from register.designation order by place, kind, valid_from`,
  lists: `select list_id, kind, title, source, as_of, sha256, row_count, (select string_agg(replace(s, '|', '¦'), '|' order by n) from unnest(sheets) with ordinality u(s, n)) as sheets from register.list where recorded_at <= $until order by list_id`,
  deliveries: `select d.delivery_id, d.measure, d.subject_id, d.period, d.amount_fen, d.list_id, d.list_row from register.delivery d join register.list l using (list_id)
    where l.recorded_at <= $until and ${notRepeated} and not exists (
      select from register.coverage c join register.list cl on cl.list_id = c.list_id
      where cl.recorded_at <= $until and c.measure = d.measure and c.period = d.period and c.source = l.source and c.list_id > d.list_id and starts_with(d.place, c.place))
    order by d.delivery_id`,
  coverage: `select c.measure, c.place, c.period, c.list_id from register.coverage c join register.list l using (list_id) where l.recorded_at <= $until order by 1, 2, 3, 4`,
  unmatched: `select u.list_id, u.list_row, u.measure, u.period, u.place, u.candidate_id, u.reason, u.earlier_list, u.earlier_row from register.unmatched u join register.list l using (list_id)
    where l.recorded_at <= $until and ${notRepeated} and not exists (
      select from register.unmatched_answer a where a.recorded_at <= $until and a.list_id = u.list_id and a.list_row = u.list_row and (a.same or a.candidate_id = u.candidate_id))
    order by 1, 2, 3, 6`,
  answers: `select item_key, result, at::date as answered_on from (select distinct on (item_key) item_key, result, at from register.work_result where at <= $until order by item_key, result_no desc) r order by item_key`,
  series: `select distinct on (indicator, place, period, source) indicator, place, period, value, unit, source from register.series where recorded_at <= $until order by indicator, place, period, source, recorded_at desc`,
}
