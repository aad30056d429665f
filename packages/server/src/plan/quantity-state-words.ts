/** What is known of a quantity, in words. */
import type { Bilingual, Quantity, QuantityState } from '../contract/index.ts'

export const quantityHeldWords: Readonly<Record<Quantity['held'], Bilingual>> = {
  target: { zh: '目标', en: 'target' }, parameter: { zh: '参数', en: 'parameter' }, designation: { zh: '地方名单', en: 'designation of places' },
  background: { zh: '名称或背景', en: 'name or background' }, missing: { zh: '缺失', en: 'missing' },
}

export const quantityStateWords: Readonly<Record<QuantityState, Bilingual>> = {
  computed: { zh: '已计算', en: 'computed' }, reported: { zh: '已报送', en: 'reported' }, owed: { zh: '待报送', en: 'report owed' }, 'no-run': { zh: '待核算', en: 'awaits a run' },
  empty: { zh: '无对象', en: 'nobody to count' }, 'not-yet': { zh: '证明方式待定', en: 'proof not yet decided' },
  given: { zh: '有出处', en: 'sourced' }, unknown: { zh: '未知', en: 'unknown' }, 'stand-in': { zh: '演示参数', en: 'stand-in' },
  noted: { zh: '已登记', en: 'noted' }, missing: { zh: '缺失', en: 'missing' },
}
