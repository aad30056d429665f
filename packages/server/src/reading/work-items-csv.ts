/** Work items as CSV for a whole county: one line an item, UTF-8 with a mark so that Excel reads Chinese, nothing that a sheet would run. */
import { maskIdentity, type Language } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import type { WorkItemRow } from '@bangfu/register'
import { csvCell } from './csv-cell.ts'
import { bodyWords, measureWords } from './pack-words.ts'
import { resultWords } from './work-item-rows.ts'

const headers: Readonly<Record<Language, readonly string[]>> = {
  zh: ['清单', '乡镇', '村', '户编号', '姓名或名称', '证件号码', '措施', '期', '事由', '金额（元）', '部门', '条款', '结果', '备注', '编码'],
  en: ['list', 'township', 'village', 'household no', 'name', 'identity', 'measure', 'period', 'reason', 'amount (yuan)', 'department', 'clauses', 'result', 'note', 'key'],
}
const kinds = { zh: { owed: '应享未享', lead: '线索', verify: '待核实', unregistered: '名单有、库内无' }, en: { owed: 'owed', lead: 'lead', verify: 'to verify', unregistered: 'on a list, not in the register' } } as const

function yuan(fen: string | null): string | null {
  if (fen === null) return null
  const digits = fen.replace('-', '').padStart(3, '0')
  return `${fen.startsWith('-') ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

function line(row: WorkItemRow, pack: Pack, language: Language): string {
  const measures = row.measures.map((id) => measureWords(pack, id).name[language]).join(language === 'zh' ? '、' : '; ')
  return [
    kinds[language][row.basis === 'not-in-register' ? 'unregistered' : row.kind], row.townshipName, row.villageName, row.householdNo, row.subjectName, row.idNumber === null ? null : maskIdentity(row.idNumber), measures, row.period,
    language === 'zh' ? row.reasonZh : row.reasonEn, yuan(row.amountFen), row.deliveredBy === null ? null : bodyWords(pack, row.deliveredBy)[language], row.clauses.join(' '),
    row.result === null ? null : resultWords(row.kind, row.result)[language], row.note, row.itemKey,
  ].map((text) => csvCell(text ?? '')).join(',')
}

export function csvHead(language: Language): string {
  return `\uFEFF${headers[language].join(',')}\r\n`
}

export function csvLines(rows: readonly WorkItemRow[], pack: Pack, language: Language): string {
  return rows.map((row) => `${line(row, pack, language)}\r\n`).join('')
}
