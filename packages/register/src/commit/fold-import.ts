/** After the statements of a list: the current tables of the subjects it spoke of. */
import { keyColumn, type EntityKey } from '@bangfu/kernel'
import { foldSubjects, insertFirstFacts } from '../statements/apply-fold.ts'
import { currentTable, statementTable } from '../statements/entity-table.ts'
import { foldNational } from './fold-national.ts'
import { foldSpoken } from './fold-spoken.ts'
import { step, type ImportContext } from './import-context.ts'

export interface FoldCounts {
  readonly made: number
  readonly changed: number
  /** Table of the subjects whose name may have changed. */
  readonly renamed: string
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
  const { rows: [n] } = await context.tx.query<{ all: number; single: number; several: number; known: number }>(`
    select count(*)::int as all, (count(*) filter (where not known and statements = 1))::int as single, (count(*) filter (where not known and statements > 1))::int as several,
      (count(*) filter (where known))::int as known from ${name}`)
  const { all, single, several, known } = n!
  // A first export is all new, a department's list all known: then the table itself is the part.
  const part = async (suffix: string, count: number, condition: string): Promise<string> => {
    if (count === all) return name
    await step(context, `create temp table ${name}_${suffix} on commit drop as select ${key}, statements from ${name} where ${condition}`)
    return `${name}_${suffix}`
  }
  if (single > 0) await insertFirstFacts(context.tx, entity, await part('single', single, 'not known and statements = 1'), after)
  if (several > 0) await foldSubjects(context.tx, entity, await part('several', several, 'not known and statements > 1'))
  let renamed = name
  if (known > 0) {
    const subjects = await part('known', known, 'known')
    // A short list that is complete speaks of everybody: it is the subjects that count here, not the rows (see commit-table).
    if (known > 5000) await step(context, 'set local enable_nestloop = off')
    if (context.source === 'national') await foldNational(context, entity, subjects, after)
    else if (entity === 'village' || entity === 'facility') await foldSubjects(context.tx, entity, subjects)
    else {
      const folded = await foldSpoken(context, entity, subjects, columns, after)
      if (known === all) renamed = folded
    }
  }
  return { made: single + several, changed: known, renamed }
}
