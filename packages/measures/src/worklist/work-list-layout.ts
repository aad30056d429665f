/** Columns, sheet names and title of a work list, in both languages: one place for the writer and the reader. */
import type { Language } from '@bangfu/kernel'

export const sheetNames = {
  owed: { zh: '应享未享', en: 'Entitled, not receiving' },
  lead: { zh: '线索核查', en: 'Leads' },
  verify: { zh: '待核实', en: 'To verify' },
  unregistered: { zh: '名单有库内无', en: 'Not in the register' },
} as const
export type WorkSheet = keyof typeof sheetNames
export const workSheets = Object.keys(sheetNames) as readonly WorkSheet[]

/** Hidden sheet that holds the choices of the drop-downs. */
export const choicesSheet = '选项'

export interface WorkListColumn {
  readonly key: 'number' | 'village' | 'household' | 'head' | 'name' | 'identity' | 'matter' | 'reason' | 'amount' | 'clauses' | 'department' | 'settles' | 'result' | 'answer' | 'note' | 'item'
  readonly zh: string
  readonly en: string
  /** Width in characters. */
  readonly width: number
  /** May be written into. */
  readonly open?: boolean
  /** Sheets that have the column; absent: all. */
  readonly on?: readonly WorkSheet[]
}

export const workListColumns: readonly WorkListColumn[] = [
  { key: 'number', zh: '序号', en: 'No', width: 6 },
  { key: 'village', zh: '村', en: 'Village', width: 12 },
  { key: 'household', zh: '户编号', en: 'Household no', width: 12, on: ['owed', 'lead', 'verify'] },
  { key: 'head', zh: '户主', en: 'Head', width: 10, on: ['owed', 'lead', 'verify'] },
  { key: 'name', zh: '姓名或名称', en: 'Name', width: 12 },
  { key: 'identity', zh: '证件号码（部分）', en: 'Identity (masked)', width: 20, on: ['owed', 'lead', 'verify'] },
  { key: 'matter', zh: '事项', en: 'Matter', width: 22 },
  { key: 'reason', zh: '理由', en: 'Reason', width: 52 },
  { key: 'amount', zh: '金额（元）', en: 'Amount (yuan)', width: 14, on: ['owed', 'lead'] },
  { key: 'settles', zh: '可定项数', en: 'Settles', width: 8, on: ['verify'] },
  { key: 'clauses', zh: '依据条款', en: 'Clauses', width: 16 },
  { key: 'department', zh: '落实单位', en: 'Delivered by', width: 16 },
  { key: 'result', zh: '结果', en: 'Result', width: 20, open: true },
  { key: 'answer', zh: '核实值', en: 'Answer', width: 16, open: true, on: ['verify'] },
  { key: 'note', zh: '备注', en: 'Note', width: 20, open: true },
  { key: 'item', zh: '条目编号', en: 'Item key', width: 30 },
]

export function columnsOf(sheet: WorkSheet): readonly WorkListColumn[] {
  return workListColumns.filter((column) => column.on === undefined || column.on.includes(sheet))
}

/** Rows above the header: the title, then township, date and run. */
export const headerRow = 2

export function titleOf(sheet: WorkSheet, township: string, language: Language): string {
  return language === 'zh' ? `${township} ${sheetNames[sheet].zh}清单` : `${township}: ${sheetNames[sheet].en}`
}
