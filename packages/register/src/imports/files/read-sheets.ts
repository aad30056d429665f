/** Reads any file that an office hands in: workbook or separated text. Understands nothing yet; see `recognise-sheet.ts`. */
import { problem, sha256Hex } from '@bangfu/kernel'
import { fileKindOf } from './file-kind.ts'
import { isBlankCell, type RawSheet } from './raw-sheet.ts'
import { readSeparatedText } from './read-csv.ts'
import { headerDictionary } from '../mapping/header-dictionary.ts'
import { readWorkbook } from './read-xlsx.ts'
import { splitTables } from './split-tables.ts'

/** Every table that has content, of hidden sheets too, in file order; throws one problem when the file is not readable. */
export async function readSheets(bytes: Uint8Array, fileName: string): Promise<RawSheet[]> {
  const kind = fileKindOf(bytes, fileName)
  const sha256 = sha256Hex(bytes)
  const sheets = kind === 'xlsx' ? await readWorkbook(bytes, fileName, sha256) : readSeparatedText(bytes, fileName, sha256)
  const filled = sheets.filter((sheet) => sheet.rows.some((row) => row.some((cell) => !isBlankCell(cell))))
  if (filled.length === 0) throw problem('imports/empty-file', { file: fileName })
  return filled.flatMap((sheet) => splitTables(sheet, headerDictionary))
}
