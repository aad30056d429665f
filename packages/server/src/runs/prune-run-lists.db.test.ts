import { existsSync, mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { uuidv7 } from '@bangfu/kernel'
import { openSession, withAction } from '@bangfu/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { runFolder } from '../reading/run-files.ts'
import { openTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
let folders: readonly string[]
const office = () => house.actor('county-office')
const dataFolder = () => house.house.environment.dataFolder

/** A published run without items, with a folder of files; `folder` may be anything a manifest could say. */
async function publish(folder: string): Promise<string> {
  const session = await openSession(house.house.register, office().id)
  await withAction(house.house.register, session, { kind: 'publish-run', authority: '试', requestId: uuidv7() }, (tx) =>
    tx.query(`insert into register.run (place, pack_hash, snapshot_hash, program_version, manifest, action_id) values ($1, 'p', 's', 'v', $2, $3)`, [session.place, JSON.stringify({ folder, asOf: '2018-06-30', startedAt: '2018-06-30T00:00:00Z', finishedAt: '2018-06-30T00:00:01Z', demonstration: true, resultHash: null, counts: null }), tx.actionId]))
  mkdirSync(runFolder(dataFolder(), folder), { recursive: true })
  writeFileSync(join(runFolder(dataFolder(), folder), 'manifest.json'), '{}')
  return folder
}

beforeAll(async () => {
  house = await openTestHouse()
  folders = [await publish('../kept'), await publish(uuidv7()), await publish(uuidv7())]
})
afterAll(() => house.close())

const prune = (body: object, actor = office()) => house.as(actor, { method: 'POST', url: '/api/runs/prune', payload: body })
const there = (): readonly boolean[] => folders.map((folder) => existsSync(runFolder(dataFolder(), folder)))

test('an office without the right, and a number that keeps nothing, are refused', async () => {
  expect((await prune({ keep: 1, apply: true }, house.actor('township-office'))).statusCode).toBe(403)
  expect((await prune({ keep: 0 })).statusCode).toBe(422)
  expect(there()).toEqual([true, true, true])
})

test('without apply it only says what would go', async () => {
  expect((await prune({ keep: 1 })).json<{ rows: { keptFor: string | null }[] }>().rows.map((row) => row.keptFor)).toEqual(['newest', null, null])
  expect(there()).toEqual([true, true, true])
})

test('with apply the files go too, and no folder outside the runs', async () => {
  await prune({ keep: 1, apply: true })
  expect(there()).toEqual([true, false, true])
  expect((await prune({ keep: 1 })).json<{ rows: { keptFor: string | null }[] }>().rows.map((row) => row.keptFor)).toEqual(['newest', 'pruned', 'pruned'])
  expect((await house.as(office(), { method: 'GET', url: '/api/runs' })).json<{ rows: unknown[] }>().rows).toHaveLength(3)
})
