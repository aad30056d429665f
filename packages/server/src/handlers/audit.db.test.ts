import { appendFileSync, readdirSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { systemSession } from '@bangfu/register'
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

test('what stands now and was written past the lists is named by count, column and id, and by nothing else', async () => {
  const id = '00000000-0000-7000-8000-00000000000a'
  const connection = await house.house.register.pool.connect()
  try {
    await connection.query(`begin; select register.enter_scope('${systemSession.actorId}', '0');
      insert into register.village_statement (village_id, place, effective_from, action_id, list_id, list_row, source, poor_village) values ('${id}', '211322100201', '2018-01-01', uuidv7(), '${id}', 1, 'villages', true);
      insert into register.village_current (village_id, place, source_list, poor_village, action_id) values ('${id}', '211322100201', '${id}', false, uuidv7());
      insert into register.facility_current (facility_id, place, source_list, action_id) values ('${id}', '211322100201', uuidv7(), uuidv7()); commit`)
  } finally { connection.release() }
  const none = { position: null, action: null, subjects: [id], rows: 1 }
  const next = { zh: '请先不要据此核算或发放，查明谁直接改过数据库，再从改动前的备份恢复。', en: 'Do not run or pay by them: find out who wrote into the database, and restore a backup from before.' }
  expect((await audit()).faults.filter((fault) => fault.kind !== 'stray')).toEqual([
    { ...none, kind: 'altered', table: 'village_current', columns: ['poor_village'], text: {
      zh: `village_current 中有 1 行与名单和答复所述不同（poor_village；对象 ${id}）。${next.zh}`, en: `Rows of village_current that are not what lists and answers state: 1 (poor_village; subjects ${id}). ${next.en}` } },
    { ...none, kind: 'added', table: 'facility_current', columns: [], text: {
      zh: `facility_current 中多出 1 行：没有名单或答复说到这些对象（对象 ${id}）。${next.zh}`, en: `Rows of facility_current of which no list and no answer speaks: 1 (subjects ${id}). ${next.en}` } },
  ])
})
