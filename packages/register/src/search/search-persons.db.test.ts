import { afterAll, beforeAll, expect, test } from 'vitest'
import type { PlainDate } from '@bangfu/kernel'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { commitTable } from '../commit/commit-table.ts'
import { withClient } from '../postgres/prepare-database.ts'
import { inScope, systemSession, type ScopedClient } from '../session/session.ts'
import { mappedTable, nationalRow, nationalTable, rareNames, syntheticId } from '../../test/synthetic-county.ts'
import { probeSql, searchPersons, type SearchResult } from './search-persons.ts'
import { probesOf } from './search-probe.ts'

let db: TestDatabase
const county = { ...systemSession, place: '211322' }
const people = 6000
beforeAll(async () => {
  db = await createTestDatabase()
  await commitTable(db.register, county, nationalTable(people))
  await commitTable(db.register, county, rareNames())
  await withClient(db.admin, (client) => client.query('analyze'))
})
afterAll(() => db.drop())

const search = (text: string, place = '211322', page = { offset: 0, limit: 20 }): Promise<SearchResult> => inScope(db.register, { ...systemSession, place }, (tx) => searchPersons(tx, text, page))
const names = async (text: string, place?: string) => (await search(text, place)).persons.map((p) => p.name)

test('nobody outside the scope is found, by whatever way of asking', async () => {
  for (const text of ['仇小满', '仇小', '小满', 'qiuxiaoman', 'qxm', syntheticId(9006), syntheticId(9006).slice(-8), 'H00003002']) {
    expect(await names(text, '211322100'), text).not.toContain('仇小满')
    expect(await names(text, '211322101'), text).toContain('仇小满')
  }
})

test('text that could be a pattern finds nothing but itself', async () => {
  for (const text of ['%', '_', '娜%', "' or true --", '']) expect((await search(text)).persons, text).toEqual([])
})

test('a name is found whole, by its beginning and by its middle', async () => {
  expect(await search('欧阳娜娜')).toMatchObject({ kind: 'exact', persons: [{ name: '欧阳娜娜' }], more: false })
  expect(await search('欧阳')).toMatchObject({ kind: 'prefix', persons: [{ name: '欧阳娜娜' }] })
  expect(await names('阿尔孜')).toEqual(['单阿尔孜古丽'])
  expect(await names('阳娜')).toEqual(['欧阳娜娜'])
})

test('a name is found by pinyin, full or initials, with the surname reading', async () => {
  expect(await search('shana')).toMatchObject({ kind: 'pinyin', persons: [{ name: '单阿尔孜古丽' }] })
  expect(await names('ouyangnana')).toEqual(['欧阳娜娜'])
  expect(await names('QXM')).toEqual(['仇小满'])
})

test('an id number is found whole, in lower case, and by any part of six digits or more', async () => {
  const id = syntheticId(1234)
  const found = async (text: string) => (await search(text, '211322', { offset: 0, limit: 500 })).persons.some((p) => p.idNumber === id)
  expect(await search(id.toLowerCase())).toMatchObject({ kind: 'exact', persons: [{ idNumber: id }] })
  for (let from = 6; from <= 12; from += 1) expect(await found(id.slice(from, from + 6)), `part from ${from}`).toBe(true)
  expect(await found(id.slice(-4))).toBe(true)
})

test('of two id numbers of a person the newer one is shown, in whatever order the exports came; each finds him', async () => {
  const person = 9300
  const numbers: readonly (readonly [number, string, string])[] = [[9301, '2017-12-31', '9301'], [9302, '2016-12-31', '9301'], [9303, '2018-12-31', '9303'], [9301, '2018-06-30', '9303']]
  for (const [number, asOf, shown] of numbers) {
    await commitTable(db.register, county, mappedTable([{ ...nationalRow(person), idNumber: syntheticId(number) }], { asOf: asOf as PlainDate, sha256: `number ${number} ${asOf}` }))
    expect((await search(syntheticId(number))).persons.map((p) => p.idNumber), asOf).toEqual([syntheticId(Number(shown))])
  }
})

test('a household number finds its members', async () => {
  const result = await search('h00000007')
  expect(result.kind).toBe('household')
  expect(result.persons.map((p) => p.idNumber).sort()).toEqual([21, 22, 23].map(syntheticId).sort())
})

test('pages follow each other without gap or repetition', async () => {
  const all = (await search('wang', '211322', { offset: 0, limit: 1000 })).persons.map((p) => p.personId)
  const pages: string[] = []
  for (let offset = 0; ; offset += 7) {
    const page = await search('wang', '211322', { offset, limit: 7 })
    pages.push(...page.persons.map((p) => p.personId))
    if (!page.more) break
  }
  expect(pages).toEqual(all)
  expect(all.length).toBeGreaterThan(20)
})

interface PlanNode { readonly 'Node Type': string; readonly 'Relation Name'?: string; readonly Plans?: readonly PlanNode[] }
function sequentialScans(node: PlanNode): string[] {
  return [...(node['Node Type'] === 'Seq Scan' && node['Relation Name'] ? [node['Relation Name']] : []), ...(node.Plans ?? []).flatMap(sequentialScans)]
}

test('no way of asking reads a table from end to end under row-level security', async () => {
  const explain = async (tx: ScopedClient, text: string): Promise<string[]> => {
    const found: string[] = []
    for (const probe of probesOf(text)) {
      const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (format json) ${probeSql(probe)}`, [...probe.values, 0, 20])
      found.push(...sequentialScans(rows[0]!['QUERY PLAN'][0]!.Plan))
    }
    return found
  }
  for (const text of ['欧阳娜娜', '欧阳', '阳娜', 'ouyang', 'oynn', syntheticId(1234), syntheticId(1234).slice(-4), syntheticId(1234).slice(7, 14), 'H00000007']) {
    const scans = await inScope(db.register, county, (tx) => explain(tx, text))
    expect(scans, text).toEqual([])
  }
})

test('the check above would notice a comparison that is not leakproof', async () => {
  const scans = await inScope(db.register, county, async (tx) => {
    const { rows } = await tx.query<{ 'QUERY PLAN': { Plan: PlanNode }[] }>(`explain (format json) select person_id from register.person_search where id_from_order like '123%'`)
    return sequentialScans(rows[0]!['QUERY PLAN'][0]!.Plan)
  })
  expect(scans).toEqual(['person_search'])
})
