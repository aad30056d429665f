/** Counts of work items by facet: list, measure, department, township, state. */
import type { ScopedClient } from '../session/session.ts'
import { workItemsFromSql } from './find-work-items.ts'
import { withSql, workItemCondition, workItemConditionSql, workListSql, type WorkItemFilter } from './work-item-filter.ts'

export const workItemFacets = ['kind', 'measure', 'department', 'township', 'state'] as const
export type WorkItemFacet = (typeof workItemFacets)[number]

/** What belongs to a facet: its own part of the filter, and its key in a group. */
const facetParts: Readonly<Record<WorkItemFacet, readonly (keyof WorkItemFilter)[]>> = {
  kind: ['kind'], measure: ['measure'], department: ['department'], township: ['place', 'aboveTownship'], state: ['state'],
}
const keys: Readonly<Record<WorkItemFacet, string>> = {
  kind: workListSql, measure: 'unnest(w.measures)', department: 'w.delivered_by', township: 'case when length(w.place) >= 9 then left(w.place, 9) end', state: `case when coalesce(r.closes, false) then 'answered' else 'open' end`,
}

/** Counts by one facet under the whole filter; an empty text stands for no measure, no department, no township. */
export async function countWorkItemsBy(tx: ScopedClient, runId: string, filter: WorkItemFilter, facet: WorkItemFacet): Promise<ReadonlyMap<string, number>> {
  const condition = await workItemCondition(tx, runId, filter)
  const { rows } = await tx.query<{ key: string | null; n: string }>(`${withSql(condition.tables)}select ${keys[facet]} as key, count(*) as n ${workItemsFromSql} where ${condition.sql} group by 1 order by 1`, condition.values)
  return new Map(rows.map((row) => [row.key ?? '', Number(row.n)]))
}

const facetOf = new Map(workItemFacets.flatMap((facet) => facetParts[facet].map((part) => [part, facet] as const)))

export interface WorkItemFacetCounts {
  readonly total: number
  /** Under the filter without the facet's own part; an empty text stands for no measure, no department, no township. */
  readonly facets: Readonly<Record<WorkItemFacet, ReadonlyMap<string, number>>>
}

interface FacetGroup {
  readonly kind: string
  readonly measure: readonly string[]
  readonly department: string
  readonly township: string
  readonly state: string
  /** Facets whose own part of the filter the group does not meet. */
  readonly fails: readonly WorkItemFacet[]
  readonly n: string
}

/**
 * All counts in one pass over the items: what the facets share of the filter decides which items are read, and each group says which
 * facets' own parts it fails. A group counts for a facet when it fails nothing, or that facet alone.
 */
export async function countWorkItemFacets(tx: ScopedClient, runId: string, filter: WorkItemFilter): Promise<WorkItemFacetCounts> {
  const shared = Object.fromEntries(Object.entries(filter).filter(([part]) => !facetOf.has(part as keyof WorkItemFilter))) as WorkItemFilter
  const condition = await workItemCondition(tx, runId, shared)
  const values = [...condition.values]
  const fails = workItemFacets.flatMap((facet) => {
    const own = Object.fromEntries(Object.entries(filter).filter(([part, value]) => value !== undefined && facetOf.get(part as keyof WorkItemFilter) === facet)) as WorkItemFilter
    if (Object.keys(own).length === 0) return []
    const part = workItemConditionSql(runId, own)
    const sql = part.sql.replace(/\$(\d+)/g, (_, n: string) => `$${values.length + Number(n)}`)
    values.push(...part.values)
    return [`case when not coalesce(${sql}, false) then '${facet}' end`]
  })
  const { rows } = await tx.query<FacetGroup>(`${withSql(condition.tables)}select ${keys.kind} as kind, w.measures as measure, coalesce(${keys.department}, '') as department, coalesce(${keys.township}, '') as township, ${keys.state} as state,
     array_remove(array[${fails.join(', ')}]::text[], null) as fails, count(*) as n
    ${workItemsFromSql} where ${condition.sql} group by 1, 2, 3, 4, 5, 6`, values)
  return { total: sumOf(rows.filter((row) => row.fails.length === 0)), facets: Object.fromEntries(workItemFacets.map((facet) => [facet, countsOf(rows, facet)])) as unknown as WorkItemFacetCounts['facets'] }
}

const sumOf = (rows: readonly FacetGroup[]): number => rows.reduce((sum, row) => sum + Number(row.n), 0)

function countsOf(rows: readonly FacetGroup[], facet: WorkItemFacet): ReadonlyMap<string, number> {
  const counts = new Map<string, number>()
  for (const row of rows.filter((r) => r.fails.every((failed) => failed === facet))) {
    for (const key of facet === 'measure' ? row.measure : [row[facet]]) counts.set(key, (counts.get(key) ?? 0) + Number(row.n))
  }
  return new Map([...counts].sort(([a], [b]) => (a < b ? -1 : 1)))
}
