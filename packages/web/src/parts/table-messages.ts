/** Words of lists and tables. */
import { catalogue } from '../language/bilingual.ts'

export const tableMessages = catalogue({
  selectPage: { zh: '选择本页全部', en: 'Select all on this page' },
  selectRow: (label: string) => ({ zh: `选择 ${label}`, en: `Select ${label}` }),
  total: (n: string) => ({ zh: `共 ${n} 条`, en: `${n} in all` }),
  columns: { zh: '显示的列', en: 'Columns' },
  dense: { zh: '紧凑', en: 'Compact' },
  roomy: { zh: '宽松', en: 'Roomy' },
  density: { zh: '行距', en: 'Row spacing' },
  clearFilters: { zh: '清除全部筛选', en: 'Clear all filters' },
  pages: { zh: '分页', en: 'Pages' },
  noMatch: { zh: '没有符合条件的记录', en: 'Nothing matches' },
  noMatchNext: { zh: '放宽或清除筛选条件再看。', en: 'Widen or clear the filters.' },
  print: { zh: '打印', en: 'Print' },
  any: { zh: '全部', en: 'All' },
  loading: { zh: '正在读取…', en: 'Loading…' },
})
