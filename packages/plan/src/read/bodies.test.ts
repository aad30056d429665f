import { expect, test } from 'vitest'
import { findBodies, findBodiesAtStart } from './bodies.ts'

const list = (text: string, strict = false) => findBodies(text, strict)?.map((b) => (b.organisation === b.body ? b.body : `${b.body}>${b.organisation}`))

test.each(['加强组织领导、统筹推进', '政府', '社会', '认真落实各项政策'])('%s is no list of bodies', (text) => {
  expect(findBodies(text, true)).toBeUndefined()
})

test('a group with its own inner list is one body', () => {
  expect(list('市、县(市、区)党委、政府')).toEqual(['市、县(市、区)党委、政府'])
  expect(list('各乡镇、街道')).toEqual(['各乡镇、街道'])
  expect(list('各级党委、政府和组织、扶贫等有关部门')).toEqual(['各级党委、政府', '组织、扶贫等有关部门'])
})

test('the level of the list is carried over, and only to bodies that lack one', () => {
  expect(list('省财政厅、扶贫办、人民银行甲分行、各市人民政府')).toEqual(['省财政厅', '扶贫办>省扶贫办', '人民银行甲分行', '各市人民政府'])
  expect(list('县委组织部、宣传部')).toEqual(['县委组织部', '宣传部>县委宣传部'])
})

test('等 names nobody, 有关部门 is a body', () => {
  expect(list('市教育局、财政局等有关部门')).toEqual(['市教育局', '财政局>市财政局', '有关部门'])
  expect(list('县农业农村局等部门')).toEqual(['县农业农村局'])
})

test('和 inside a name parts nothing', () => {
  expect(list('县自然资源和规划局、县发展和改革委员会')).toEqual(['县自然资源和规划局', '县发展和改革委员会'])
})

test('the bodies that a sentence opens with end where its verb begins', () => {
  expect(findBodiesAtStart('县财政局、县水利局制定办法')?.bodies.map((b) => b.body)).toEqual(['县财政局', '县水利局'])
})
