import { expect, test } from 'vitest'
import { findDutyEntry } from './duty-entries.ts'
import { findNamedItems } from './named-items.ts'

const entry = (text: string, dutyList = false) => { const found = findDutyEntry(text, dutyList); return found ? [found.role, ...found.bodies.map((b) => b.body)] : undefined }

test('a heading or a remark before a colon is no body', () => {
  expect(entry('工作要求:各地要高度重视', true)).toBeUndefined()
  expect(entry('完成时限:2022年底', true)).toBeUndefined()
  expect(entry('县财政局:2022年的账目')).toBeUndefined()
})

test('bodies before a colon answer for what follows, by the first verb of it', () => {
  expect(entry('县住房城乡建设局:牵头负责改造')).toEqual(['lead', '县住房城乡建设局'])
  expect(entry('县民政局、县残联:负责提供名单')).toEqual(['responsible', '县民政局', '县残联'])
  expect(entry('县妇联:配合做好宣传')).toEqual(['support', '县妇联'])
})

test('under a heading of duties the verb may be missing', () => {
  expect(entry('县教育局:制定校舍标准,管理账目', true)).toEqual(['responsible', '县教育局'])
})

test('numbers named before the bodies are read as printed, ranges opened', () => {
  expect(findNamedItems('1至3项由')).toEqual({ numbers: [1, 2, 3], han: false })
  expect(findNamedItems('第(六)、(八)项由')).toEqual({ numbers: [6, 8], han: true })
  expect(findNamedItems('前期工作由')).toBeUndefined()
})
