/** Words of the coverage page. */
import { catalogue } from '../../language/bilingual.ts'

export const coverageMessages = catalogue({
  title: { zh: '覆盖情况', en: 'Coverage' },
  note: { zh: '方案包把方案落实到了哪一步：每一条是不是有责任事项，怎么证明，数字和机构收全了没有。点数字看它数的是哪些。', en: 'How far the pack binds the plan: whether each clause obliges somebody, how it is proved, whether figures and bodies are all held. A count opens what it counts.' },
  kinds: { zh: '责任事项分类', en: 'Obligations by kind' },
  kind: { zh: '类别', en: 'Kind' },
  computed: { zh: '能算出', en: 'Computed' },
  reported: { zh: '靠报送', en: 'Reported' },
  notYet: { zh: '还不能', en: 'Not yet' },
  share: (share: string) => ({ zh: `原则条款占最下一级条款的 ${share}%`, en: `Principles are ${share}% of the lowest clauses` }),
  sums: (n: string) => ({ zh: `方案自己的合计已证明 ${n} 个`, en: `${n} sums of the plan are proved` }),
  rowTitle: { zh: '内容', en: 'What' },
  rowKind: { zh: '类别', en: 'Kind' },
  detail: { zh: '说明', en: 'Detail' },
  clauses: { zh: '条款', en: 'Clauses' },
  empty: { zh: '一个也没有', en: 'None' },
  noLedger: { zh: '方案包还没有逐个登记原文中的数字', en: 'The pack keeps no ledger of the figures yet' },
  close: { zh: '收起清单', en: 'Close the list' },
  all: { zh: '全部分类', en: 'All kinds' },
})
