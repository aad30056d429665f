import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { ProblemError } from '@bangfu/kernel'
import { openDuckDb, readParquet, runStages, writeParquet, type Database } from './index.ts'

let database: Database
const folder = mkdtempSync(join(tmpdir(), 'bangfu-stages-'))
beforeAll(async () => { database = await openDuckDb({ memoryLimitMb: 200, threads: 2, tempDir: join(folder, 'spill') }) })
afterAll(() => { database.close(); rmSync(folder, { recursive: true }) })

async function problemOf(work: Promise<unknown>): Promise<ProblemError> {
  const error = await work.then(() => undefined, (e: unknown) => e)
  expect(error).toBeInstanceOf(ProblemError)
  return error as ProblemError
}

describe('a stage that fails', () => {
  it('is named, shows its SQL and leaves the stages before it readable', async () => {
    const error = await problemOf(runStages(database, [{ name: 'first', sql: 'SELECT 1 AS a' }, { name: 'second', sql: 'SELECT b FROM first' }]))
    expect(error.problems[0]).toMatchObject({ code: 'stages/failed', details: { stage: 'second' } })
    expect(error.message).toContain('SELECT b FROM first')
    expect(await database.all('SELECT * FROM first')).toEqual([{ a: 1 }])
  })
  it('never shows a value, neither a parameter nor one of a row', async () => {
    const error = await problemOf(runStages(database, [{ name: 'dates', sql: 'SELECT CAST($text AS DATE) AS d', parameters: { text: '机密-219999' } }]))
    expect(JSON.stringify([error.message, error.problems, error.stack, error.cause])).not.toContain('219999')
    expect(error.problems[0]?.details['reason']).toBe('Conversion Error')
  })
  it('names a parameter that was not given', async () => {
    expect((await problemOf(database.all('SELECT $day AS d', { stage: 'days' }))).problems[0]).toMatchObject({ code: 'stages/missing-parameter', details: { stage: 'days', parameter: 'day' } })
  })
  it('refuses a fraction as a number, because a float would lose it', async () => {
    expect((await problemOf(database.all('SELECT $x AS x', { parameters: { x: 0.1 } }))).problems[0]?.code).toBe('stages/inexact-parameter')
  })
  it('says so when memory does not suffice', async () => {
    const small = await openDuckDb({ memoryLimitMb: 20, threads: 1, tempDir: join(folder, 'small') })
    await small.run("SET max_temp_directory_size = '1MB'")
    const error = await problemOf(small.run('CREATE TABLE t AS SELECT i, md5(i::VARCHAR) AS h FROM range(3000000) r(i) ORDER BY h', { stage: 'big' }))
    small.close()
    expect(error.problems[0]).toMatchObject({ code: 'stages/out-of-memory', details: { stage: 'big', limit: 20 } })
  })
})

describe('values', () => {
  it('come back exact: decimals and dates as text, big integers as bigint', async () => {
    const sql = "SELECT 0.10::DECIMAL(18,2) AS yuan, 12345678901234567.89::DECIMAL(19,2) AS much, 9007199254740993::BIGINT AS n, sum(1) AS total, DATE '2018-02-28' AS d, NULL::DATE AS no, ['甲', NULL] AS l, {'k': 1.5::DECIMAL(3,1)} AS s, true AS b"
    expect(await database.all(sql)).toEqual([{ yuan: '0.10', much: '12345678901234567.89', n: 9007199254740993n, total: 1n, d: '2018-02-28', no: null, l: ['甲', null], s: { k: '1.5' }, b: true }])
  })
  it('go in by name as text, whole number, truth value, list or nothing', async () => {
    const parameters = { t: "it's", n: 3, m: 9007199254740993n, b: false, l: ['甲', '乙'], z: null, unused: 'x' }
    expect(await database.all('SELECT $t AS t, $n AS n, $m AS m, $b AS b, $l AS l, $z AS z', { parameters })).toEqual([{ t: "it's", n: 3, m: 9007199254740993n, b: false, l: ['甲', '乙'], z: null }])
  })
  it('can be read in pages without holding all of them', async () => {
    let rows = 0
    let pages = 0
    for await (const page of database.pages('SELECT i FROM range($n) r(i)', { parameters: { n: 10_000 } })) { rows += page.length; pages += 1 }
    expect(rows).toBe(10_000)
    expect(pages).toBeGreaterThan(1)
  })
})

describe('stages', () => {
  const file = join(folder, "it's.parquet")
  const stages = [
    { name: 'numbers', sql: 'SELECT i FROM range(10) r(i)', keep: 'view' as const },
    { name: 'even', sql: 'SELECT i FROM numbers WHERE i % $by = 0 ORDER BY i', parameters: { by: 2 }, keep: { parquet: file } },
    { name: 'total', sql: 'SELECT sum(i)::BIGINT AS n FROM even' },
  ]
  it('build on each other as tables, views and files', async () => {
    expect((await runStages(database, stages)).map((r) => r.name)).toEqual(['numbers', 'even', 'total'])
    expect(await database.all('SELECT n FROM total')).toEqual([{ n: 20n }])
  })
  it('can be stopped at and read', async () => {
    await database.run('DROP TABLE total')
    expect((await runStages(database, stages, { stopAfter: 'even' })).map((r) => r.name)).toEqual(['numbers', 'even'])
    expect(await database.all('SELECT count(*) AS n FROM even')).toEqual([{ n: 5n }])
    expect((await problemOf(database.all('SELECT * FROM total'))).problems[0]?.code).toBe('stages/failed')
  })
  it('add rows to the table of an earlier stage, and write CSV', async () => {
    const csv = join(folder, 'rows.csv')
    await runStages(database, [
      { name: 'rows_so_far', sql: "SELECT 1 AS a, '甲' AS b" },
      { name: 'more', sql: 'SELECT $a AS a, $b AS b', parameters: { a: 2, b: '乙, "丙"' }, keep: { append: 'rows_so_far' } },
      { name: 'csv', sql: 'SELECT * FROM rows_so_far ORDER BY a', keep: { csv } },
    ])
    expect(readFileSync(csv, 'utf8')).toBe('a,b\n1,甲\n2,"乙, ""丙"""\n')
  })
  it('refuse to stop at a stage that is not there, and list those that are', async () => {
    const error = await problemOf(runStages(database, stages, { stopAfter: 'odd' }))
    expect(error.problems[0]).toMatchObject({ code: 'stages/unknown-stage', details: { stage: 'odd', known: 'numbers, even, total' } })
  })
})

describe('Parquet files', () => {
  it('that are missing, damaged or short of a column are refused by name', async () => {
    const damaged = join(folder, 'damaged.parquet')
    writeFileSync(damaged, 'no parquet')
    expect((await problemOf(readParquet(database, 'x', join(folder, 'none.parquet')))).problems[0]?.code).toBe('stages/unreadable-file')
    expect((await problemOf(readParquet(database, 'x', damaged))).problems[0]?.details['file']).toBe(damaged)
    const short = join(folder, 'short.parquet')
    await writeParquet(database, 'SELECT 1 AS a', short)
    expect((await problemOf(readParquet(database, 'x', short, ['a', 'b']))).problems[0]).toMatchObject({ code: 'stages/missing-column', details: { column: 'b' } })
  })
  it('keep the order and the types of the rows', async () => {
    const path = join(folder, 'rows.parquet')
    await writeParquet(database, "SELECT i, (i / 4.0)::DECIMAL(18,2) AS d, NULL::DATE AS none FROM range(3) r(i) ORDER BY i DESC", path)
    await readParquet(database, 'rows', path, ['i', 'd', 'none'])
    expect(await database.all('SELECT * FROM rows')).toEqual([{ i: 2n, d: '0.50', none: null }, { i: 1n, d: '0.25', none: null }, { i: 0n, d: '0.00', none: null }])
  })
})
