import { expect, test } from 'vitest'
import { findDutyEntry } from './duty-entries.ts'

test('a heading that says what to do is no body, however it ends', () => {
  expect(findDutyEntry('搭建服务平台。组织专场招聘。', false)).toBeUndefined()
  expect(findDutyEntry('建立工作专班。负责日常调度。', false)).toBeUndefined()
})

test('a body in front of what it answers for is an entry', () => {
  expect(findDutyEntry('县民政局。牵头做好救助。', false)?.bodies.map((b) => b.body)).toEqual(['县民政局'])
})
