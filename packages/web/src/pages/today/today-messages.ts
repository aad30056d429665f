/** Words of 本县今天. */
import { catalogue } from '../../language/bilingual.ts'

export const todayMessages = catalogue({
  title: (place: string) => ({ zh: `${place}今天`, en: `${place} today` }),
  register: { zh: '登记册', en: 'Register' },
  unsolved: { zh: '三保障和饮水未解决', en: 'Guarantees and water not solved' },
  unsolvedNote: { zh: '按登记册现有事实计算；说不清的另列，不算在内。', en: 'From the facts in the register; those that cannot be told stand apart and are not counted.' },
  work: { zh: '要办的事', en: 'To be done' },
  owedByDepartment: { zh: '应享未享，按主管部门', en: 'Due but not received, by department' },
  runOf: (asOf: string, at: string) => ({ zh: `按 ${asOf} 的情况核算，${at} 完成`, en: `Worked out as of ${asOf}; finished ${at}` }),
  noRun: { zh: '还没有核算过：登记册已有内容，但名单要核算之后才有。', en: 'Nothing has been worked out yet: the register has content, but lists come with a run.' },
  behind: { zh: '最近一次核算之后又有新资料入库，下面的名单可能落后。', en: 'New facts came in after the latest run; the lists below may be behind.' },
  emptyTitle: { zh: '登记册还是空的', en: 'The register is still empty' },
  emptyNote: { zh: '先导入全国扶贫系统导出的人、户名单，再导入低保、残疾证、学籍、危房、卫生院等部门清单，然后核算，就会得到各乡镇的名单。', en: 'Import the national register exports first, then the departments\' lists, then run; each township\'s lists follow.' },
  emptyAction: { zh: '去导入文件', en: 'Import files' },
  byTownship: { zh: '按乡镇', en: 'By township' },
  township: { zh: '乡镇', en: 'Township' },
  elsewhere: { zh: '未定到乡镇', en: 'Township not known' },
  hide: { zh: '收起', en: 'Hide' },
  untold: (n: string) => ({ zh: `另有 ${n} 说不清`, en: `${n} more cannot be told` }),
  openList: (label: string) => ({ zh: `，${label}，打开名单`, en: `, ${label}, open the list` }),
  person: { zh: '人', en: 'people' },
  household: { zh: '户', en: 'households' },
  item: { zh: '件', en: 'items' },
  question: { zh: '问', en: 'questions' },
  none: { zh: '没有', en: 'none' },
})
