import { appendFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { Actor, Audit, Problem, Run } from '../contract/index.ts'
import { openTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
let run: Run
beforeAll(async () => {
  house = await openTestHouse()
  await house.as(house.actor('county-office'), { method: 'POST', url: '/api/runs', payload: { asOf: '2018-06-30' } })
  await house.house.jobs.idle()
  run = (await house.as(house.actor('auditor'), { method: 'GET', url: '/api/runs' })).json<{ rows: Run[] }>().rows[0]!
})
afterAll(() => house.close())

const ask = (actor: Actor, query = '') => house.as(actor, { method: 'GET', url: `/api/audit${query}` })
const audit = async (query = '') => (await ask(house.actor('auditor'), query)).json<Audit>()
const codes = (reply: { json(): unknown }) => (reply.json() as { problems: Problem[] }).problems.map((p) => p.code)

test('a township or a village, who see a part, cannot audit the whole; a head that is none is refused', async () => {
  for (const role of ['township-office', 'village-team']) expect(codes(await ask(house.actor(role)))).toEqual(['server/not-allowed'])
  expect(codes(await ask(house.actor('auditor'), '?head=1:x'))).toEqual(['server/bad-request'])
})

test('everything stands as it was sealed, and the head that was noted still holds after more was done', async () => {
  const first = await audit()
  expect(first).toMatchObject({ faults: [], runs: [{ id: run.id, files: 'same', changed: [] }] })
  await house.as(house.actor('county-office'), { method: 'POST', url: '/api/runs/prune', payload: { keep: 1, apply: true } })
  const later = await audit(`?head=${first.head}`)
  expect([later.actions, later.faults]).toEqual([first.actions + 1, []])
  expect((await audit(`?head=1:${'0'.repeat(64)}`)).faults).toMatchObject([{ kind: 'head', position: 1 }])
})

test('a byte added to a file of a published run is found, and files that are gone are said to be elsewhere', async () => {
  const folder = join(house.house.environment.dataFolder, 'runs')
  const name = readdirSync(folder)[0]!
  appendFileSync(join(folder, name, 'indicators.parquet'), ' ')
  expect((await audit()).runs).toMatchObject([{ files: 'changed', changed: ['indicators.parquet'] }])
  rmSync(join(folder, name), { recursive: true })
  expect((await audit()).runs).toMatchObject([{ files: 'elsewhere' }])
})
