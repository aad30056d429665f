/** Blocks of a document in reading order, and their rendering as the one text that spans refer to. Knows no file format. */
import type { DocumentTable, SteppedOver, TableCell } from './opened-document.ts'

export interface BlockCell {
  /** Paragraphs of the cell. */
  readonly lines: readonly string[]
  readonly column: number
  readonly columns: number
  readonly rows: number
}
export type Block =
  | { readonly kind: 'paragraph'; readonly text: string; readonly steppedOver?: SteppedOver['kind'] }
  | { readonly kind: 'table'; readonly rows: readonly (readonly BlockCell[])[]; readonly steppedOver?: SteppedOver['kind'] }

export interface RenderedBlocks { readonly text: string; readonly tables: readonly DocumentTable[]; readonly steppedOver: readonly SteppedOver[] }

/** Parts paragraphs inside a cell: a line of its own to the reader, no new row of the table. */
export const cellBreak = '\u2028'

class Renderer {
  private readonly pieces: string[] = []
  private length = 0
  readonly tables: DocumentTable[] = []
  readonly steppedOver: SteppedOver[] = []

  private write(text: string): void {
    this.pieces.push(text)
    this.length += text.length
  }

  private writeTable(rows: readonly (readonly BlockCell[])[]): void {
    const start = this.length
    const columnCount = rows.reduce((most, row) => row.reduce((n, cell) => Math.max(n, cell.column + cell.columns), most), 0)
    const cells: TableCell[] = []
    rows.forEach((row, index) => {
      if (index > 0) this.write('\n')
      let column = 0
      for (const cell of row) {
        if (cell.column > column) this.write('\t'.repeat(cell.column - column))
        column = cell.column
        const text = cell.lines.map((line) => line.replace(/[\t\n]+/g, ' ').trim()).filter((line) => line !== '').join(cellBreak)
        cells.push({ row: index, column, rows: cell.rows, columns: cell.columns, start: this.length, end: this.length + text.length })
        this.write(text)
      }
    })
    this.tables.push({ start, end: this.length, rowCount: rows.length, columnCount, cells })
  }

  add(block: Block): void {
    const text = block.kind === 'paragraph' ? block.text.split('\n').map((line) => line.replace(/\t/g, ' ').trim()).filter((line) => line !== '').join('\n') : ''
    if (block.kind === 'paragraph' && text === '') return
    if (this.length > 0) this.write('\n')
    const start = this.length
    if (block.kind === 'paragraph') this.write(text)
    else this.writeTable(block.rows)
    if (block.steppedOver) {
      if (block.kind === 'table') this.tables.pop()
      this.steppedOver.push({ start, end: this.length, kind: block.steppedOver })
    }
  }

  get text(): string { return this.pieces.join('') }
}

/** The text of the blocks: a paragraph a line, a table row a line. Blank blocks are left out. */
export function renderBlocks(blocks: readonly Block[]): RenderedBlocks {
  const renderer = new Renderer()
  for (const block of blocks) renderer.add(block)
  return { text: renderer.text, tables: renderer.tables, steppedOver: renderer.steppedOver }
}

/** Rows with the columns of their cells worked out from their spans: a cell that reaches down pushes later cells of the rows below to the right. */
export function placeCells(rows: readonly (readonly { readonly lines: readonly string[]; readonly columns: number; readonly rows: number }[])[]): BlockCell[][] {
  let reaching: number[] = []
  return rows.map((row) => {
    let column = 0
    const next = reaching.map((n) => Math.max(0, n - 1))
    const placed = row.map((cell) => {
      while ((reaching[column] ?? 0) > 0) column += 1
      const at = column
      for (let i = 0; i < cell.columns; i += 1) next[at + i] = Math.max(next[at + i] ?? 0, cell.rows - 1)
      column += cell.columns
      return { ...cell, column: at }
    })
    reaching = Array.from(next, (n) => n ?? 0)
    return placed
  })
}
