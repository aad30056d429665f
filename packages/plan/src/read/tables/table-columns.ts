/** What the columns of a table hold, by the words of its header: a lexicon, no guess from one document. */
import type { DocumentTable, TableCell } from '../../document/opened-document.ts'

export type ColumnKind = 'number' | 'category' | 'task' | 'lead' | 'support' | 'responsible' | 'person' | 'deadline' | 'unit' | 'figure' | 'place' | 'note'
export interface TableColumn { readonly kind: ColumnKind; readonly header: string }
export interface TableHeader { readonly columns: readonly (TableColumn | undefined)[]; /** First row below the header. */ readonly firstRow: number }

/** In this order: 责任单位 is a body before 单位 is a unit. */
const kinds: readonly (readonly [RegExp, ColumnKind])[] = [
  [/^(序号|序|编号|项目编号|任务编号|序列|no\.?)$/i, 'number'],
  [/责任人|责任领导|分管领导|牵头领导|联系人|负责人|包抓|联系电话|电话/, 'person'],
  [/时限|期限|完成时间|时间要求|时间节点|进度|时间安排|办结时间|年限|起止|推进时间|实施时间|^时间$/, 'deadline'],
  [/牵头|主办|主责|主要责任/, 'lead'],
  [/配合|协办|协同|参与|参加|协助|支持(单位|部门)|共同责任/, 'support'],
  [/责任|负责|承担(单位|部门)|实施主体|(落实|承办|主管|实施|建设|主抓|执行)(单位|部门)|^(部门|任务单位|责任)$/, 'responsible'],
  [/^(计量单位|单位)$/, 'unit'],
  [/备注|属性|性质|说明|^类型$|依据|来源/, 'note'],
  [/类别|领域|方面|分类|板块|一级|专项|大项|^类$/, 'category'],
  [/(19|20)\d\d年?(?!.{0,8}(任务|措施|内容|工作|举措))|目标值|指标值|任务数|计划数|数量|目标数|总量|规模|合计|小计|基期|基数|现状|增速|年均|累计/, 'figure'],
  [/^(县区|县\(市、区\)|市县|区县|县市区|地区|乡镇|乡镇街道|镇街|街道|市州|盟市|村|行政村|所在地|建设地点|实施地点|地点|区域)$/, 'place'],
  [/任务|内容|措施|事项|工作|举措|要求|目标|指标|项目|标准|成果|建设|名称|清单|成效|问题|整改/, 'task'],
]

/** The words of a cell in one width, without blanks. */
export const cellWords = (text: string, cell: { readonly start: number; readonly end: number }): string => text.slice(cell.start, cell.end).normalize('NFKC').replace(/[\s\u200b-\u200f\ufeff]+/g, '')

function kindOf(words: string): ColumnKind | undefined {
  return words === '' || words.length > 24 ? undefined : kinds.find(([pattern]) => pattern.test(words))?.[1]
}

/** Rows of the table, each with its cells in order. */
export function rowsOf(table: DocumentTable): TableCell[][] {
  const rows: TableCell[][] = Array.from({ length: table.rowCount }, () => [])
  for (const cell of table.cells) rows[cell.row]!.push(cell)
  return rows
}

/** The header among the first rows: at least two known columns and most cells known. A second row under merged heads belongs to it. */
export function findHeader(text: string, table: DocumentTable, rows: readonly (readonly TableCell[])[]): TableHeader | undefined {
  for (let r = 0; r < Math.min(4, rows.length - 1); r += 1) {
    const cells = rows[r]!.filter((cell) => cellWords(text, cell) !== '')
    const known = cells.filter((cell) => kindOf(cellWords(text, cell)) !== undefined)
    if (known.length < 2 || known.length * 5 < cells.length * 3) continue
    const heads: string[] = Array.from({ length: table.columnCount }, () => '')
    let firstRow = r + 1
    for (const cell of rows[r]!) {
      for (let c = cell.column; c < cell.column + cell.columns && c < heads.length; c += 1) heads[c] = cellWords(text, cell)
      firstRow = Math.max(firstRow, r + cell.rows)
    }
    const below = rows[r + 1] ?? []
    const parted = rows[r]!.some((cell) => cell.columns > 1) && below.length > 0 && below.every((cell) => cellWords(text, cell).length <= 16 && !/^[\d.]+$/.test(cellWords(text, cell)))
    if (parted || firstRow > r + 1) {
      firstRow = Math.max(firstRow, r + 2)
      for (let deeper = r + 1; deeper < firstRow && deeper < rows.length; deeper += 1) for (const cell of rows[deeper]!) for (let c = cell.column; c < cell.column + cell.columns && c < heads.length; c += 1) heads[c] += cellWords(text, cell)
    }
    if (firstRow >= rows.length) return undefined
    const named = heads.map((header): TableColumn | undefined => { const kind = kindOf(header); return kind && { kind, header } })
    const figures = findFigureColumns(text, rows, firstRow, named)
    return { columns: settle(named.map((column, c): TableColumn | undefined => (figures.has(c) ? { kind: 'figure', header: heads[c]! } : column?.kind === 'figure' ? { ...column, kind: /目标|指标|任务/.test(column.header) && !/基期|现状/.test(column.header) ? 'task' : 'note' } : column))), firstRow }
  }
  return undefined
}

/** A number with or without bound and unit, as a cell of figures holds it. */
export const figurePattern = /^(≥|>=|>|≤|<=|<|不低于|不少于|不超过|约)?[[(]?(\d{1,9}(?:,\d{3})*(?:\.\d{1,4})?)[\])]?(万|亿)?([%‰]|[\p{Script=Han}/]{1,6}?)?(以上|以内|左右)?$/u

/** Columns that hold figures in most of their cells, whatever their head says; numbers and dates have heads of their own. */
function findFigureColumns(text: string, rows: readonly (readonly TableCell[])[], firstRow: number, columns: readonly (TableColumn | undefined)[]): Set<number> {
  const counts = columns.map(() => ({ figures: 0, written: 0 }))
  for (const row of rows.slice(firstRow)) {
    for (const cell of row) {
      const words = cellWords(text, cell)
      const count = counts[cell.column]
      if (!count || words === '' || cell.columns > 1 || /^[-—/]+$/.test(words)) continue
      count.written += 1
      if (figurePattern.test(words) && !/^(19|20)\d\d年/.test(words)) count.figures += 1
    }
  }
  const fits = (c: number): boolean => columns[c] === undefined || ['task', 'figure', 'place'].includes(columns[c]!.kind)
  return new Set(counts.flatMap(({ figures, written }, c) => (fits(c) && figures > 0 && figures * 10 >= written * 6 ? [c] : [])))
}

/** 单位 beside indicators is their unit; beside tasks, with no other column of bodies, it is who does them. */
function settle(columns: readonly (TableColumn | undefined)[]): (TableColumn | undefined)[] {
  const has = (kind: ColumnKind): boolean => columns.some((c) => c?.kind === kind)
  const measures = has('figure') || columns.some((c) => c !== undefined && /指标/.test(c.header))
  const bodies = has('responsible') || has('lead')
  return columns.map((c) => (c?.kind === 'unit' && !measures && !bodies ? { ...c, kind: 'responsible' } : c))
}
