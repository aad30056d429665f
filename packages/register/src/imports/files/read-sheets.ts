/** Reads any file that an office hands in: workbook or separated text. Understands nothing yet; see `recognise-sheet.ts`. */
import { maskNumbers, problem, sha256Hex } from '@bangfu/kernel'
import { fileKindOf } from './file-kind.ts'
import { cellTextLimit, isBlankCell, type RawCell, type RawSheet } from './raw-sheet.ts'
import { readSeparatedText } from './read-csv.ts'
import { headerDictionary } from '../mapping/header-dictionary.ts'
import { readWorkbook } from './read-xlsx.ts'
import { splitBlocks } from './split-blocks.ts'
import { splitTables } from './split-tables.ts'

/** NUL and halves of characters, which a workbook can spell (&#xD800;) and no database takes, become the sign for a lost character. */
function writable(cell: RawCell): RawCell {
  return typeof cell !== 'string' || (cell.isWellFormed() && !cell.includes('\0')) ? cell : cell.toWellFormed().replaceAll('\0', '\ufffd')
}

function refuseLongCells(sheets: readonly RawSheet[], file: string): void {
  for (const { rows } of sheets) for (const row of rows) for (const cell of row) {
    if (typeof cell === 'string' && cell.length > cellTextLimit) throw problem('imports/too-large', { file, what: `一格 ${cell.length} 字 / one cell of ${cell.length} characters`, limit: cellTextLimit })
  }
}

/** Sheets as they may be kept and shown; names stay distinct when their numbers are masked. */
function presentable(sheets: readonly RawSheet[]): RawSheet[] {
  const taken = new Set<string>()
  return sheets.map((sheet) => {
    const plain = maskNumbers(String(writable(sheet.name)))
    let name = plain
    for (let i = 2; name !== sheet.name && taken.has(name); i += 1) name = `${plain} #${i}`
    taken.add(name)
    return { ...sheet, name, rows: sheet.typed ? sheet.rows.map((row) => (row.every((cell) => writable(cell) === cell) ? row : row.map(writable))) : sheet.rows }
  })
}

/** Every table that has content, of hidden sheets too, in file order; throws one problem when the file is not readable. */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<RawSheet[]> {
  const kind = fileKindOf(bytes, fileName)
  const sha256 = sha256Hex(bytes)
  const sheets = kind === 'xlsx' ? await readWorkbook(bytes, fileName, sha256) : readSeparatedText(bytes, fileName, sha256)
  if (kind === 'xlsx') refuseLongCells(sheets, fileName)
  const filled = sheets.filter((sheet) => sheet.rows.some((row) => row.some((cell) => !isBlankCell(cell))))
  if (filled.length === 0) throw problem('imports/empty-file', { file: fileName })
  return presentable(filled).flatMap((sheet) => splitTables(sheet, headerDictionary)).flatMap((sheet) => splitBlocks(sheet, headerDictionary))
}
