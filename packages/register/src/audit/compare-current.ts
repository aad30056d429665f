/**
 * What stands now beside what was stated: every current table with the fold of its statements, and the search rows with the current facts. The app
 * may write these tables and no seal covers them; that they follow from sealed statements is what shows that nobody else wrote there.
 */
import { entityKeys, keyColumn, type EntityKey } from '@bangfu/kernel'
import { searchDifferencesSql } from '../search/search-differences.ts'
import type { ScopedClient } from '../session/session.ts'
import { statementTable } from '../statements/entity-table.ts'
import { foldDifferencesSql, type DifferenceKind } from '../statements/fold-differences.ts'

/** Rows of one table that differ in the same way. */
export interface CurrentFault {
  readonly kind: DifferenceKind
  readonly table: string
  readonly rows: number
  /** Columns in which altered rows differ, the most frequent first; at most `mostNamed`. */
  readonly columns: readonly string[]
  /** Ids of subjects, which tell nothing of them; at most `mostNamed`. */
  readonly subjects: readonly string[]
}

/** Subjects of one step: bounds what the fold holds in memory at once, however many people there are. */
const subjectsAtOnce = 5_000
const mostNamed = 5

interface Tally { rows: number; readonly columns: Map<string, number>; readonly subjects: string[] }
type Tallies = Map<DifferenceKind, Tally>

/** Adds what a SELECT of differences finds. What comes back is counted already: a row for each kind, and one for each kind and column. */
async function tally(tx: ScopedClient, tallies: Tallies, differences: string, values: readonly unknown[] = []): Promise<void> {
  const { rows } = await tx.query<{ kind: DifferenceKind; name: string | null; n: number; subjects: string[] }>(`
    with different as materialized (${differences})
    select kind, null as name, count(*)::int as n, (array_agg(subject::text order by subject))[:${mostNamed}] as subjects from different group by kind
    union all select kind, name, count(*)::int, '{}' from different cross join unnest(columns) name group by kind, name`, values)
  for (const { kind, name, n, subjects } of rows) {
    const sum = tallies.get(kind) ?? { rows: 0, columns: new Map<string, number>(), subjects: [] }
    if (name === null) sum.rows += n
    else sum.columns.set(name, (sum.columns.get(name) ?? 0) + n)
    sum.subjects.push(...subjects.slice(0, mostNamed - sum.subjects.length))
    tallies.set(kind, sum)
  }
}

function faultsOf(table: string, tallies: Tallies): CurrentFault[] {
  return [...tallies].map(([kind, { rows, columns, subjects }]) => ({
    kind, table, rows, subjects, columns: [...columns].sort(([a, m], [b, n]) => n - m || (a < b ? -1 : 1)).slice(0, mostNamed).map(([name]) => name),
  }))
}

/** Keys at which the subjects are cut into steps. */
async function cutsOf(tx: ScopedClient, entity: EntityKey, atOnce: number): Promise<readonly string[]> {
  const key = keyColumn(entity)
  const { rows } = await tx.query<{ cut: string }>(`select ${key}::text as cut from (select ${key}, row_number() over (order by ${key}) as n from (select distinct ${key} from ${statementTable(entity)}) d) numbered where n % ${atOnce} = 0 order by ${key}`)
  return rows.map((row) => row.cut)
}

async function compareEntity(tx: ScopedClient, entity: EntityKey, atOnce: number): Promise<CurrentFault[]> {
  const cuts = await cutsOf(tx, entity, atOnce)
  const tallies: Tallies = new Map()
  for (let i = 0; i <= cuts.length; i += 1) {
    const within = (key: string): string => ['true', ...(i > 0 ? [`${key} > '${cuts[i - 1]!}'::uuid`] : []), ...(i < cuts.length ? [`${key} <= '${cuts[i]!}'::uuid`] : [])].join(' and ')
    await tally(tx, tallies, foldDifferencesSql(entity, within))
  }
  return faultsOf(`${entity}_current`, tallies)
}

/** In a transaction that sees one state of the register, in the widest scope. */
export async function compareCurrent(tx: ScopedClient, atOnce = subjectsAtOnce): Promise<readonly CurrentFault[]> {
  // The planner takes a fold for a handful of rows and would go through it anew for each current row.
  await tx.query('set local enable_nestloop = off')
  const faults: CurrentFault[] = []
  for (const entity of entityKeys) faults.push(...await compareEntity(tx, entity, atOnce))
  const search: Tallies = new Map()
  await tally(tx, search, searchDifferencesSql())
  return [...faults, ...faultsOf('person_search', search)]
}
