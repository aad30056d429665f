/** Words of the table of quantities. */
import type { QuantityState } from '../../client/contract.ts'
import { catalogue, type Bilingual } from '../../language/bilingual.ts'

export const quantitiesMessages = catalogue({
  title: { zh: '数量表', en: 'Quantities' },
  note: { zh: '方案定下的每一个数：目标和参数，出自哪一条，今天知道多少。没有出处的数写明未知，不补。', en: 'Every figure the plan sets: targets and parameters, from which clause, and what is known today. A figure without a source is said to be unknown.' },
  clause: { zh: '条款', en: 'Clause' },
  subject: { zh: '事项', en: 'Subject' },
  asked: { zh: '要求', en: 'Asked' },
  until: { zh: '期限', en: 'Term' },
  place: { zh: '地方', en: 'Place' },
  held: { zh: '存为', en: 'Held as' },
  target: { zh: '目标', en: 'target' },
  parameter: { zh: '参数', en: 'parameter' },
  designation: { zh: '地方名单', en: 'designation of places' },
  background: { zh: '名称或背景', en: 'name or background' },
  missing: { zh: '缺失', en: 'missing' },
  state: { zh: '状态', en: 'State' },
  now: { zh: '今天', en: 'Today' },
  find: { zh: '查找', en: 'Find' },
  section: { zh: '章节', en: 'Section' },
  excel: { zh: '下载 Excel', en: 'Download Excel' },
  empty: { zh: '方案里没有数量', en: 'The plan sets no figure' },
  order: { zh: '排序', en: 'Order' },
  sortBy: (what: string) => ({ zh: `按${what}排序`, en: `Order by ${what}` }),
  sortedUp: (what: string) => ({ zh: `已按${what}升序，点击改为降序`, en: `Ordered by ${what}, rising; click for falling` }),
  sortedDown: (what: string) => ({ zh: `已按${what}降序，点击恢复条款顺序`, en: `Ordered by ${what}, falling; click for the document's order` }),
})

export const quantityStateNames: Readonly<Record<QuantityState, Bilingual>> = {
  computed: { zh: '已计算', en: 'computed' }, reported: { zh: '已报送', en: 'reported' }, owed: { zh: '待报送', en: 'report owed' }, 'no-run': { zh: '待核算', en: 'awaits a run' },
  empty: { zh: '无对象', en: 'nobody to count' }, 'not-yet': { zh: '证明方式待定', en: 'proof not yet decided' },
  given: { zh: '有出处', en: 'sourced' }, unknown: { zh: '未知', en: 'unknown' }, 'stand-in': { zh: '演示参数', en: 'stand-in' },
  noted: { zh: '已登记', en: 'noted' }, missing: { zh: '缺失', en: 'missing' },
}

export const quantityStateSigns: Readonly<Record<QuantityState, 'done' | 'yes' | 'warn' | 'open' | 'unknown' | 'plain' | 'no'>> = { computed: 'done', reported: 'done', owed: 'warn', 'no-run': 'open', empty: 'open', 'not-yet': 'unknown', given: 'yes', unknown: 'unknown', 'stand-in': 'warn', noted: 'plain', missing: 'no' }
