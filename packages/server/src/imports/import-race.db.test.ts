/** Two windows on one import: what was confirmed is what goes in, once, whatever the other window does meanwhile. */
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { sha256Hex } from '@bangfu/kernel'
import { inScope, systemSession } from '@bangfu/register'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { ImportChoices } from '../contract/index.ts'
import { sessionOf } from '../house/house.ts'
import { openTestHouse, type TestHouse } from '../testing/test-house.ts'
import { ImportRoom } from './import-room.ts'

let house: TestHouse
beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'no problem', (e: { problems?: { code: string }[] }) => e.problems?.[0]?.code ?? e)

test('a preview or a commit that comes from a view of before the commit is refused, and changes nothing of it', async () => {
  const office = house.actor('county-office')
  const session = await sessionOf(house.house, office)
  const room = new ImportRoom(house.house)
  const text = Buffer.from('姓名,身份证号码,金额\n张某,,100\n')
  const path = join(house.house.environment.dataFolder, 'list.csv')
  writeFileSync(path, text)
  const { id } = await room.upload({ fileName: 'list.csv', path, bytes: text.length, sha256: sha256Hex(text) }, office)
  const choices = (source: string): ImportChoices => ({ sheet: 'list', layout: 'delivery', source, asOf: '2018-06-30', delivery: { measures: ['pension-prepay'], period: '2018', places: [] } })
  const { preview } = await room.preview(await room.get(id, office), session, choices('民政局'))
  const before = await room.get(id, office)
  await room.commit(before, session, preview)
  expect(await codeOf(room.preview(before, session, choices('财政局')))).toBe('server/preview-stale')
  expect(await codeOf(room.commit(before, session, preview))).toBe('server/preview-stale')
  await house.house.jobs.idle()
  expect(await room.get(id, office)).toMatchObject({ state: 'committed', choices: { source: '民政局' } })
  expect((await inScope(house.house.register, systemSession, (tx) => tx.query('select source from register.list'))).rows).toEqual([{ source: '民政局' }])
})
