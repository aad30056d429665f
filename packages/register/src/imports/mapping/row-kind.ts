/** Tells rows about people from those that are not: blank ones, totals, notes, repeated headers and titles. In doubt a row is data. */
import { cleanText } from '@bangfu/kernel'
import { cellText, isBlankCell, type RawCell } from '../files/raw-sheet.ts'

export type RowKind = 'data' | 'title' | 'header' | 'blank' | 'total' | 'note'

/** 合计, 本页小计, 西梁村小计, 合计:35; and 共12户35人. Texts come without blanks. */
const total = /^(?:[\u4e00-\u9fa5()]{0,14}?(?:合计|小计|总计|共计|累计)[::]?\d*(?:\.\d+)?[元户人口]*|(?:[本全]?[页村乡镇县]|合计|总计)?[共计::]*\d+户[,,、]?(?:共?\d+[人口])?)$/
const note = /^(?:填表人|填报人|制表人?|审核人?|经办人|负责人|单位负责人|主要负责人|分管领导|联系人|联系电话|填表日期|填报日期|填报单位|制表日期|日期|备注|说明|注|填表说明|盖章|公章|单位\(?盖?章\)?|村委会|监督电话|举报电话|单位|乡镇|镇村|行政村|村名|所在村)\s*(?:\(.{0,10}\))?\s*[::.]/
const loneNote = /^(?:第\d+页|共\d+页|续表|接上页|转下页|填表人|填报人|制表人|审核人|经办人|单位负责人|备注|说明|注[::]|以下空白|以上名单|本表)/

/** 镇长签字:, 填表人:张某, (公章): what stands in the line of signatures, wherever its first cell is. */
const signatureLabel = /^(?:[\u4e00-\u9fa5()]{1,14}[::]|\(?(?:公章|盖章|签章|签字)\)?$)/
/** A title inside the table is never a name: 停发人员, 解约名单. */
export const partTitle = /(?:人员|对象|名单|花名册|明细表?|台账|一览表|部分)$/

/** A line of signatures: it begins with a label, and at least every other filled cell is one. */
function isSignatures(texts: readonly string[]): boolean {
  return signatureLabel.test(texts[0]!) && texts.filter((text) => signatureLabel.test(text)).length * 2 >= texts.length
}

/** What the classifier needs to know of the sheet's columns. */
export interface RowColumns {
  readonly idColumn: number | undefined
  readonly nameColumn: number | undefined
  /** Order numbers: a row that holds nothing else is blank. */
  readonly sequenceColumns: ReadonlySet<number>
  /** Texts of each row down to the lowest header row, cleaned, by column: a printed list repeats them on every page. */
  readonly headerTexts: readonly (readonly string[])[]
  /** Columns that have a meaning. */
  readonly meaningful: ReadonlySet<number>
}

/** A second header row of national column codes (AAB002), or the column numbers that statistical forms print (甲 乙 1 2 3). */
function isCodeRow(texts: readonly string[]): boolean {
  if (texts.length < 3) return false
  if (texts.filter((text) => /^A[A-Z]{2}\d{3}$/.test(text)).length * 2 > texts.length) return true
  const numbers = texts.filter((text) => !/^[甲乙丙丁戊己]$/.test(text))
  return numbers.length > 0 && numbers.every((text, i) => text === String(i + 1))
}

function looksLikeNumber(cell: RawCell | undefined): boolean {
  return (typeof cell === 'string' && /\d{15}|\dE\+1\d/i.test(cell)) || (typeof cell === 'number' && cell >= 1e14)
}

function repeats(header: readonly string[], filled: readonly number[], texts: readonly string[]): boolean {
  const same = filled.filter((column, i) => header[column] !== undefined && header[column] !== '' && header[column] === texts[i]).length
  return same >= 2 && same * 2 > filled.length
}

export function rowKind(row: readonly RawCell[], columns: RowColumns): RowKind {
  if (columns.idColumn !== undefined && looksLikeNumber(row[columns.idColumn])) return 'data'
  const filled: number[] = []
  for (let i = 0; i < row.length; i += 1) if (!isBlankCell(row[i])) filled.push(i)
  if (filled.length === 0 || filled.every((i) => columns.sequenceColumns.has(i) && /^\d+$/.test(cellText(row[i]).trim()))) return 'blank'
  const first = cleanText(cellText(row[filled[0]!]))
  const texts = filled.map((i) => cleanText(cellText(row[i])))
  if (isCodeRow(texts) || columns.headerTexts.some((header) => repeats(header, filled, texts))) return 'header'
  const nameCell = columns.nameColumn === undefined ? '' : cleanText(cellText(row[columns.nameColumn]))
  if (texts.slice(0, 3).some((text) => total.test(text.replace(/\s/g, ''))) || total.test(nameCell.replace(/\s/g, ''))) return 'total'
  if (isSignatures(texts) || note.test(first) || (filled.length <= 2 && loneNote.test(first))) return 'note'
  // A lone text that is in no known column, or that is a sentence, heads or closes a part of the table.
  if (filled.length === 1 && typeof row[filled[0]!] === 'string') {
    if (!columns.meaningful.has(filled[0]!) || [...first].length > 15 || partTitle.test(first)) return 'note'
    if (filled[0] !== columns.nameColumn && filled[0] !== columns.idColumn) return 'note'
  }
  return 'data'
}
