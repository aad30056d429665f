/** The quantities of the plan as a table for .xlsx. */
import { findDecimal, type Language } from '@bangfu/kernel'
import type { Quantity } from '../contract/index.ts'
import { quantityHeldWords, quantityStateWords } from './quantity-state-words.ts'
import type { WorkbookTable } from './plan-workbook.ts'

const titles = {
  zh: ['条款', '事项', '符号', '数值', '单位', '要求', '起', '止', '地方', '存为', '今天', '状态'],
  en: ['Clause', 'Subject', 'Operator', 'Value', 'Unit', 'Asked', 'From', 'Until', 'Place', 'Held as', 'Today', 'State'],
} as const
const widths = [14, 40, 8, 14, 10, 20, 12, 12, 14, 10, 44, 14]

export function quantitiesTable(quantities: readonly Quantity[], title: string, asOf: string | null, language: Language): WorkbookTable {
  const zh = language === 'zh'
  const run = asOf === null ? (zh ? '尚未核算' : 'no run yet') : zh ? `核算截至 ${asOf}` : `run as of ${asOf}`
  return {
    sheet: zh ? '数量表' : 'Quantities', title: `${title} ${zh ? '数量表' : 'quantities'}`, note: zh ? `共 ${quantities.length} 项；${run}` : `${quantities.length} quantities; ${run}`,
    columns: titles[language].map((t, i) => ({ title: t, width: widths[i]! })),
    rows: quantities.map((q) => [
      q.clauses.join(' '), q.subject[language], q.operator, numberOf(q.value), q.unitName[language], q.asked[language], q.from, q.until, q.places.map((p) => p.name).join('、'),
      quantityHeldWords[q.held][language], q.now[language], quantityStateWords[q.state][language],
    ]),
    frozen: 2,
  }
}

/** A number where a spreadsheet holds it exactly, otherwise the text. */
function numberOf(value: string | null): number | string | null {
  if (value === null || !findDecimal(value)) return value
  return String(Number(value)) === value ? Number(value) : value
}
