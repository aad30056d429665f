import { afterAll, beforeAll, expect, test } from 'vitest'
import { uuidv7, type ProblemError } from '@bangfu/kernel'
import { createTestDatabase, type TestDatabase } from '../testing.ts'
import { inScope, systemSession, type Session } from '../session/session.ts'
import { withAction } from '../session/with-action.ts'
import { findRunLists, pruneRuns, recordExport } from './prune-runs.ts'
import { recordResults } from './record-results.ts'

let db: TestDatabase
const county: Session = { ...systemSession, place: '211322' }
const request = () => ({ authority: '试', requestId: uuidv7() })
const runs: Record<string, string> = {}

/** A run with two items: one that every run has, one of its own. */
async function publish(name: string, place = '211322'): Promise<void> {
  runs[name] = await withAction(db.register, { ...county, place }, { kind: 'publish-run', ...request() }, async (tx) => {
    const { rows } = await tx.query<{ run_id: string }>(`insert into register.run (place, pack_hash, snapshot_hash, program_version, manifest, action_id) values ($1, 'p', 's', 'v', '{"counts": {"owed": 2}}', $2) returning run_id`, [place, tx.actionId])
    await tx.query(`insert into register.work_item (run_id, item_key, kind, entity, subject_id, place, reason_zh, reason_en, basis, position)
      select $1::uuid, 'owed:a:2018:' || s, 'owed', 'household', s, $2 || '100201', '应', 'due', 'not-delivered', 1 from unnest($3::text[]) s`, [rows[0]!.run_id, place, ['same', name]])
    return rows[0]!.run_id
  })
}

beforeAll(async () => {
  db = await createTestDatabase()
  await publish('elsewhere', '211381')
  await publish('exported')
  await recordExport(db.register, county, { runId: runs['exported']!, format: 'xlsx', place: '211322100' }, request())
  await publish('answered')
  await recordResults(db.register, county, [{ key: 'owed:a:2018:same', result: 'delivered' }], request())
  await publish('idle')
  await publish('newest')
})
afterAll(() => db.drop())

const lists = async (keep: number) => Object.fromEntries((await inScope(db.register, county, (tx) => findRunLists(tx, keep))).map((run) => [Object.keys(runs).find((name) => runs[name] === run.runId), run.keptFor]))
const count = async (table: string, run: string, place = '211322') => Number((await inScope(db.register, { ...county, place }, (tx) => tx.query<{ n: string }>(`select count(*) as n from register.${table} where run_id = $1`, [runs[run]]))).rows[0]!.n)

test('an office without the right takes nothing away', async () => {
  const error = await pruneRuns(db.register, { ...county, role: 'township-office' }, 1, request()).then(() => undefined, (e: ProblemError) => e)
  expect(error?.problems[0]?.code).toBe('register/not-allowed')
  expect(await lists(1)).toMatchObject({ idle: null })
})

test('lists stay that are new, left as a file, or were answered, each with its ground; a run of another place is not even seen', async () => {
  expect(await lists(1)).toEqual({ newest: 'newest', idle: null, answered: 'answer', exported: 'export' })
  expect(await lists(2)).toEqual({ newest: 'newest', idle: 'newest', answered: 'answer', exported: 'export' })
  expect(await lists(0)).toMatchObject({ newest: 'newest' })
})

test('what goes are the items; the run, its figures and every result stay', async () => {
  const gone = await pruneRuns(db.register, county, 1, request())
  expect(gone.map((run) => [run.runId, run.items, run.manifest])).toEqual([[runs['idle'], 2, { counts: { owed: 2 } }]])
  expect([await count('work_item', 'idle'), await count('run', 'idle'), await count('work_item', 'answered'), await count('work_item', 'exported'), await count('work_item', 'newest')]).toEqual([0, 1, 2, 2, 2])
  expect(await count('work_item', 'elsewhere', '211381')).toBe(2)
  expect((await inScope(db.register, county, (tx) => tx.query('select result from register.work_result'))).rows).toEqual([{ result: 'delivered' }])
})

test('a second time there is nothing left to take away, and the gone one says so with its count', async () => {
  expect(await pruneRuns(db.register, county, 1, request())).toEqual([])
  const idle = (await inScope(db.register, county, (tx) => findRunLists(tx, 1))).find((run) => run.runId === runs['idle'])
  expect(idle).toMatchObject({ keptFor: 'pruned', items: 2 })
})
