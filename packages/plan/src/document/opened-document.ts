/** A document opened from its bytes, whatever its format: the one text that all spans refer to, and what its format says about that text. Reads no clause. */
import type { ProblemData } from '@bangfu/kernel'

export type DocumentFormat = 'text' | 'html' | 'docx' | 'pdf'

/** A cell of a table with its place; `rows` and `columns` say how many of each it is merged over. Offsets are UTF-16 units into the text. */
export interface TableCell {
  readonly row: number
  readonly column: number
  readonly rows: number
  readonly columns: number
  readonly start: number
  readonly end: number
}

/** A table: in the text one line per row, cells parted by a tab, paragraphs inside a cell by U+2028. */
export interface DocumentTable {
  readonly start: number
  readonly end: number
  readonly rowCount: number
  readonly columnCount: number
  readonly cells: readonly TableCell[]
}

/** A stretch of the text that is none of the document: navigation of a web page, page numbers, running heads, footnotes, a table of contents. Kept, stepped over. */
export interface SteppedOver {
  readonly start: number
  readonly end: number
  /** page: a sentence may run on across it. */
  readonly kind: 'page' | 'around'
}

export interface OpenedDocument {
  readonly format: DocumentFormat
  readonly text: string
  readonly tables: readonly DocumentTable[]
  readonly steppedOver: readonly SteppedOver[]
  /** What could not be read of the file, each with what to do; the rest is read. */
  readonly problems: readonly ProblemData[]
}
