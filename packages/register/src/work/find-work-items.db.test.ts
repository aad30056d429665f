import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7 } from '@bangfu/kernel'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { commitTable } from '../commit/commit-table.ts'
import { withClient } from '../postgres/prepare-database.ts'
import { inScope, systemSession, type ScopedClient } from '../session/session.ts'
import { withAction } from '../session/with-action.ts'
import { nationalTable, rareNames, syntheticId } from '../../test/synthetic-county.ts'
import { countWorkItemFacets, countWorkItemsBy } from './count-work-items.ts'
import { countWorkItems, findWorkItems } from './find-work-items.ts'
import { withSql, workItemCondition, workItemConditionSql, type SqlCondition, type WorkItemFilter } from './work-item-filter.ts'

let db: TestDatabase
let runId: string
const county = { ...systemSession, place: '211322' }
const people = 6000

beforeAll(async () => {
  db = await createTestDatabase()
  await commitTable(db.register, county, nationalTable(people))
  await commitTable(db.register, county, rareNames())
  runId = await withAction(db.register, county, { kind: 'publish-run', authority: '试', requestId: uuidv7() }, async (tx) => {
    const { rows } = await tx.query<{ run_id: string }>(`insert into register.run (place, pack_hash, snapshot_hash, program_version, manifest, action_id) values ('211322', 'p', 's', 'v', '{}', $1) returning run_id`, [tx.actionId])
    await tx.query(`insert into register.work_item (run_id, item_key, kind, measure, period, entity, subject_id, household_id, place, field, reason_zh, reason_en, basis, measures, delivered_by, settles, involved, position)
      select $1::uuid, 'verify:' || person_id || ':age', 'verify', null, null, 'person', person_id::text, household_id::text, place, 'age', '问', 'ask', 'unknown-fact', array['a', 'b'], null, row_number() over () % 3, 2, row_number() over (order by place) from register.person_current
      union all select $1::uuid, 'owed:a:2018:' || household_id, 'owed', 'a', '2018', 'household', household_id::text, household_id::text, min(place), null, '应', 'due', 'not-delivered', array['a'], 'bureau', null, null, 20000 + row_number() over (order by household_id) from register.person_current group by household_id`, [rows[0]!.run_id])
    return rows[0]!.run_id
  })
  await withClient(db.admin, (client) => client.query('analyze'))
})
afterAll(() => db.drop())

const page = { offset: 0, limit: 50, sort: 'place' as const }
const names = (filter: WorkItemFilter, place = '211322') => inScope(db.register, { ...systemSession, place }, async (tx) => (await findWorkItems(tx, runId, filter, page)).map((row) => row.subjectName))

test('a text finds nobody outside the scope and takes no sign for a pattern', async () => {
  expect(await names({ text: '仇小满' }, '211322100')).toEqual([])
  for (const text of ['%', '_', "' or true --"]) expect(await names({ text }), text).toEqual([])
})

test('a text finds the items of a person and of the household, by each way the register is searched', async () => {
  for (const text of ['仇小满', '仇小', '小满', 'qiuxiaoman', 'qxm', syntheticId(9006), syntheticId(9006).slice(8, 14)]) {
    const found = await names({ text })
    expect(found, text).toContain('仇小满')
    expect(await inScope(db.register, county, (tx) => countWorkItems(tx, runId, { text })), text).toBe(found.length)
  }
  expect(await inScope(db.register, county, async (tx) => (await findWorkItems(tx, runId, { text: '仇小满' }, page)).map((row) => row.kind).sort())).toEqual(['owed', 'verify'])
})

test('the counts of all facets add up to the items, each without its own filter', async () => {
  const { total, facets } = await inScope(db.register, county, (tx) => countWorkItemFacets(tx, runId, { kind: 'owed' }))
  const households = await inScope(db.register, county, (tx) => countWorkItems(tx, runId, { kind: 'owed' }))
  expect(total).toBe(households)
  expect(facets.kind).toEqual(new Map([['owed', households], ['verify', people + 3]]))
  expect(await inScope(db.register, county, (tx) => countWorkItemsBy(tx, runId, { kind: 'owed' }, 'township'))).toEqual(facets.township)
  expect(facets.department).toEqual(new Map([['bureau', households]]))
  expect(facets.measure).toEqual(new Map([['a', households]]))
  expect(facets.state).toEqual(new Map([['open', households]]))
  expect([...facets.township.values()].reduce((sum, n) => sum + n, 0)).toBe(households)
})

test('rows of lists that name nobody in the register are a list of their own, and no leads', async () => {
  await withAction(db.register, county, { kind: 'publish-run', authority: '试', requestId: uuidv7() }, (tx) => tx.query(`
    insert into register.work_item (run_id, item_key, kind, measure, period, entity, subject_id, place, reason_zh, reason_en, basis, measures, position)
    values ($1, 'lead:a:2018:list/L/7', 'lead', 'a', '2018', 'list-row', 'L/7', '211322100', '查无此人', 'nobody', 'not-in-register', array['a'], 100000001), ($1, 'lead:a:2018:x', 'lead', 'a', '2018', 'household', 'x', '211322100', '线索', 'lead', 'not-eligible', array['a'], 90000)`, [runId]))
  await inScope(db.register, county, async (tx) => {
    const keys = async (kind: 'lead' | 'unregistered') => (await findWorkItems(tx, runId, { kind }, page)).map((row) => row.itemKey)
    expect(await keys('lead')).toEqual(['lead:a:2018:x'])
    expect(await keys('unregistered')).toEqual(['lead:a:2018:list/L/7'])
    const { total, facets } = await countWorkItemFacets(tx, runId, { kind: 'lead' })
    expect([total, facets.kind.get('lead'), facets.kind.get('unregistered')]).toEqual([1, 1, 1])
  })
})

test('questions come with the most settled answers first, and those that settle none last', async () => {
  const settles = await inScope(db.register, county, async (tx) => (await findWorkItems(tx, runId, { kind: 'verify' }, { offset: 0, limit: 10_000, sort: 'settles' })).map((row) => row.settles))
  expect(settles).toEqual([...settles].sort((a, b) => b! - a!))
  expect(settles.at(-1)).toBe(0)
})

interface PlanNode { readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly Plans?: readonly PlanNode[] }
function sequentialScans(node: PlanNode): string[] {
  return [...(node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : []), ...(node.Plans ?? []).flatMap(sequentialScans)]
}

/** Tables that a statement made by `ask` would read from end to end. */
async function scansOf(ask: (tx: ScopedClient) => Promise<unknown>): Promise<readonly string[]> {
  const found: string[] = []
  await inScope(db.register, county, (tx) => {
    const query = async (sql: string, values?: readonly unknown[]) => {
      const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (format json) ${sql}`, values)
      found.push(...sequentialScans(rows[0]!['QUERY PLAN'][0]!.Plan))
      return { rows: [{ n: 0 }] }
    }
    return ask({ connection: tx.connection, query } as unknown as ScopedClient)
  })
  return found.filter((table) => ['work_item', 'person_current', 'person_search', 'household_current', 'external_number'].includes(table))
}

test('no search in the lists reads a table of persons or items from end to end', async () => {
  for (const text of ['欧阳娜娜', '欧阳', '阳娜', 'ouyang', 'oynn', syntheticId(1234), syntheticId(1234).slice(-4), syntheticId(1234).slice(7, 14), 'H00000007']) {
    expect(await scansOf((tx) => findWorkItems(tx, runId, { text }, page)), text).toEqual([])
    expect(await scansOf((tx) => countWorkItems(tx, runId, { text, kind: 'owed' })), text).toEqual([])
  }
})

test('of a text that stands for thousands, items and counts are those of each person and household', async () => {
  const keys = async (tx: ScopedClient, { tables, sql, values }: SqlCondition) => (await tx.query<{ item_key: string }>(`${withSql(tables)}select item_key from register.work_item w where ${sql} order by kind, place, position`, values)).rows.map((row) => row.item_key)
  await inScope(db.register, county, async (tx) => {
    // The beginning of the id numbers is everybody's; the surname is that of some hundred.
    for (const text of ['王', syntheticId(0).slice(0, 6)]) {
      const few = await keys(tx, workItemConditionSql(runId, { text }, false))
      expect(few.length).toBeGreaterThan(100)
      expect(await keys(tx, workItemConditionSql(runId, { text }, true)), text).toEqual(few)
      expect((await findWorkItems(tx, runId, { text }, { offset: 0, limit: 20_000, sort: 'place' })).map((row) => row.itemKey), text).toEqual(few)
      expect([await countWorkItems(tx, runId, { text }), await countWorkItems(tx, runId, { text, state: 'open' }), (await countWorkItemFacets(tx, runId, { text })).total], text).toEqual([few.length, few.length, few.length])
    }
  })
})

test('a text that stands for more persons than are looked up one by one is asked for the other way', async () => {
  const ways = new Map<string, boolean>()
  await inScope(db.register, county, async (tx) => {
    for (const text of ['仇', syntheticId(0).slice(0, 6)]) ways.set(text, (await workItemCondition(tx, runId, { text })).tables.length === 1)
  })
  expect([...ways.values()]).toEqual([false, true])
})

test('the check above would notice a search that casts the columns it compares', async () => {
  expect(await scansOf((tx) => tx.query(`select count(*) from register.work_item w where w.run_id = $1 and w.subject_id::uuid in (select person_id from register.person_search where id_number like '%1234')`, [runId]))).toContain('person_search')
})
