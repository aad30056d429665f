/** After the statements of a list: the current tables of the subjects it spoke of. */
import { keyColumn, type EntityKey } from '@bangfu/kernel'
import { foldColumns, foldSubjects, insertFirstFacts } from '../statements/apply-fold.ts'
import { currentTable, statementTable } from '../statements/entity-table.ts'
import { foldNational } from './fold-national.ts'
import { step, type ImportContext } from './import-context.ts'

export interface FoldCounts {
  readonly made: number
  readonly changed: number
}

/**
 * Subjects without current facts and with one statement take it as it is; subjects new with several are folded; known subjects are
 * folded in the columns the list speaks of (after a national list, which also moves the base of sources: see `fold-national.ts`).
 */
export async function foldImport(context: ImportContext, entity: EntityKey, columns: readonly string[], after: string): Promise<FoldCounts> {
  const key = keyColumn(entity)
  const name = `import_folded_${entity}`
  await step(context, `
    create temp table ${name} on commit drop as
    select s.${key}, count(*) as statements, bool_or(c.${key} is not null) as known
    from ${statementTable(entity)} s left join ${currentTable(entity)} c using (${key})
    where s.statement_no > ${Number(after)} group by s.${key}`)
  await step(context, `analyze ${name}`)
  const split = async (suffix: string, condition: string): Promise<number> => {
    await step(context, `create temp table ${name}_${suffix} on commit drop as select ${key}, statements from ${name} where ${condition}`)
    const { rows } = await context.tx.query<{ n: string }>(`select count(*) as n from ${name}_${suffix}`)
    return Number(rows[0]!.n)
  }
  const single = await split('single', 'not known and statements = 1')
  if (single > 0) await insertFirstFacts(context.tx, entity, `${name}_single`, after)
  const several = await split('several', 'not known and statements > 1')
  if (several > 0) await foldSubjects(context.tx, entity, `${name}_several`)
  const known = await split('known', 'known')
  if (known > 0) {
    await step(context, `analyze ${name}_known`)
    // A short list that is complete speaks of everybody: it is the subjects that count here, not the rows (see commit-table).
    if (known > 500) await step(context, 'set local enable_nestloop = off')
    if (context.source === 'national') await foldNational(context, entity, `${name}_known`, after)
    else if (entity === 'village' || entity === 'facility') await foldSubjects(context.tx, entity, `${name}_known`)
    else await foldColumns(context.tx, entity, `${name}_known`, columns)
  }
  return { made: single + several, changed: known }
}
