/**
 * A newer national export over an older one, for subjects of whom it states everything that the older one did: its word simply replaces.
 * The general fold gives the same facts (a test compares); this way an update of a whole county stays a set of plain updates.
 */
import { keyColumn, type EntityKey } from '@bangfu/kernel'
import { foldColumns, foldSubjects } from '../statements/apply-fold.ts'
import { currentTable, factColumns, quoted, statementTable } from '../statements/entity-table.ts'
import { sourcesAbove } from '../statements/merge-policy.ts'
import { step, type ImportContext } from './import-context.ts'

/**
 * Who is mixed (another source spoke too) keeps the fields of others and has them folded; of anybody else the new statement must state all.
 * `known`: table with the key of known subjects and `statements`, the number of this list's statements about each.
 */
export async function foldNational(context: ImportContext, entity: EntityKey, known: string, after: string): Promise<void> {
  const key = keyColumn(entity)
  const others = await columnsOfOthers(context, entity)
  await step(context, `create temp table ${known}_mixed on commit drop as
    select distinct ${key} from ${statementTable(entity)} s where s.source <> 'national' and exists (select from ${known} k where k.${key} = s.${key})`)
  await step(context, `create temp table ${known}_plain on commit drop as
    with above as materialized (select list_id::text as list_id, kind from register.list where kind not like 'national-%')
    select k.${key}, mixed.${key} is not null as mixed, ${settledSql(others)} as settled
    from ${known} k left join ${known}_mixed mixed using (${key}) join ${currentTable(entity)} c using (${key}) join register.list l on l.list_id = c.source_list
    join ${statementTable(entity)} s on s.${key} = k.${key} and s.statement_no > ${Number(after)}
    where k.statements = 1 and l.kind like 'national-%' and l.as_of <= $asOf
      and case when mixed.${key} is null then ${replacedSql(entity, [])} else ${replacedSql(entity, others)} end`)
  await step(context, `analyze ${known}_plain`)
  await replaceFacts(context, entity, `(select ${key} from ${known}_plain where not mixed)`, [], after)
  await replaceFacts(context, entity, `(select ${key} from ${known}_plain where mixed and settled)`, others, after, 'settled')
  await replaceFacts(context, entity, `(select ${key} from ${known}_plain where mixed and not settled)`, others, after)
  const { rows: [open] } = await context.tx.query<{ n: string }>(`select count(*) as n from ${known}_plain where mixed and not settled`)
  if (Number(open!.n) > 0) await foldColumns(context.tx, entity, `(select ${key} from ${known}_plain where mixed and not settled)`, others)
  await step(context, `create temp table ${known}_rest on commit drop as select ${key} from ${known} where ${key} not in (select ${key} from ${known}_plain)`)
  const { rows } = await context.tx.query<{ n: string }>(`select count(*) as n from ${known}_rest`)
  if (Number(rows[0]!.n) > 0) await foldSubjects(context.tx, entity, `${known}_rest`)
}

/** Columns of which any other source has ever said anything. */
async function columnsOfOthers(context: ImportContext, entity: EntityKey): Promise<readonly string[]> {
  const columns = factColumns(entity)
  const { rows } = await context.tx.query<Record<string, boolean | null>>(`
    select ${columns.map((c) => `bool_or(${quoted(c.name)} is not null or unknown_reasons ? '${c.name}') as ${quoted(c.name)}`).join(', ')}
    from ${statementTable(entity)} where source <> 'national'`)
  return columns.map((c) => c.name).filter((name) => rows[0]![name] === true)
}

/** Whatever the current facts have outside `others`, the new statement `s` states too, with a value or a reason. */
function replacedSql(entity: EntityKey, others: readonly string[]): string {
  const own = factColumns(entity).map((c) => c.name).filter((name) => !others.includes(name))
  const stated = own.map((name) => `(c.${quoted(name)} is null or s.${quoted(name)} is not null or s.unknown_reasons ? '${name}')`).join(' and ')
  const reasons = `(c.unknown_reasons - ${textArray(others)} = '{}' or not exists (
      select from jsonb_object_keys(c.unknown_reasons - ${textArray(others)}) k where not s.unknown_reasons ? k and to_jsonb(s) ->> k is null))`
  return `${stated} and ${reasons}`
}

/**
 * No field of others needs the fold: a source with a higher authority for it has given the fact and still does; or the older export has, and
 * the new statement `s` replaces its word; or nobody has ever spoken of it.
 */
function settledSql(others: readonly string[]): string {
  const settled = others.map((name) => {
    const kinds = sourcesAbove('national', name).map((source) => `'${source}'`).join(', ')
    return `case when c.source_fields ? '${name}' then c.${quoted(name)} is not null and c.source_fields ->> '${name}' in (select list_id from above where kind in (${kinds}))
      when c.${quoted(name)} is not null then s.${quoted(name)} is not null
      else not (c.unknown_reasons ? '${name}') and s.${quoted(name)} is null and not (s.unknown_reasons ? '${name}') end`
  })
  return settled.length === 0 ? 'true' : `(${settled.join(' and ')})`
}

const textArray = (names: readonly string[]): string => `array[${names.map((name) => `'${name}'`).join(', ')}]::text[]`

async function replaceFacts(context: ImportContext, entity: EntityKey, subjects: string, others: readonly string[], after: string, settled?: 'settled'): Promise<void> {
  const key = keyColumn(entity)
  const own = factColumns(entity).map((c) => c.name).filter((name) => !others.includes(name))
  const taken = settled ? others.map((name) => `${quoted(name)} = case when c.source_fields ? '${name}' then c.${quoted(name)} else s.${quoted(name)} end, `) : []
  await step(context, `
    update ${currentTable(entity)} c set place = s.place, ${own.map((name) => `${quoted(name)} = s.${quoted(name)}, `).join('')}${taken.join('')}
      source_list = s.list_id, action_id = s.action_id,
      source_fields = ${others.length === 0 ? `'{}'` : `c.source_fields - ${textArray(own)}`},
      unknown_reasons = ${others.length === 0 ? 's.unknown_reasons' : `(c.unknown_reasons - ${textArray(own)}) || (s.unknown_reasons - ${textArray(others)})`}
    from ${statementTable(entity)} s join ${subjects} subjects using (${key})
    where s.statement_no > ${Number(after)} and c.${key} = s.${key}`)
}
