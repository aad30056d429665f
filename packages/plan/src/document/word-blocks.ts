/** The body of a Word document to blocks: numbers printed, insertions kept, deletions gone, boxes behind their paragraph, tables with merged cells. */
import { placeCells, type Block } from './blocks.ts'
import { WordNumbering } from './word-numbering.ts'
import { WordStyles } from './word-styles.ts'
import { childrenNamed, findChild, findValue, isOn, textOf, type XmlNode } from './xml-tree.ts'

/** Deleted, moved away, or instructions to the program: no text of the document. */
const unseen = new Set(['del', 'moveFrom', 'delText', 'instrText', 'delInstrText', 'pPr', 'rPr', 'tblPr', 'tblGrid', 'trPr', 'tcPr', 'sectPr', 'sdtPr', 'sdtEndPr', 'rubyPr', 'rt', 'footnoteRef', 'endnoteRef', 'annotationRef', 'posOffset', 'lang', 'binData', 'movie'])

export interface WordParts { readonly body: XmlNode; readonly numbering: XmlNode | undefined; readonly styles: XmlNode | undefined }

class WordReader {
  readonly blocks: Block[] = []
  images = 0
  private readonly numbering: WordNumbering
  private readonly styles: WordStyles
  /** Fields may reach over paragraphs; the text of a field's code is not shown. */
  private readonly fields: ('code' | 'result')[] = []
  /** A paragraph whose mark was deleted runs on into the next. */
  private carried = ''
  private inContents = 0
  constructor({ numbering, styles }: WordParts) {
    this.numbering = new WordNumbering(numbering, styles)
    this.styles = new WordStyles(styles)
  }

  private run(node: XmlNode, out: string[], boxes: XmlNode[]): void {
    for (const child of node.children) {
      if (typeof child === 'string' || unseen.has(child.name)) continue
      const shown = !this.fields.includes('code')
      switch (child.name) {
        case 't': if (shown) out.push(textOf(child)); break
        case 'tab': case 'ptab': if (shown) out.push(' '); break
        case 'br': case 'cr': if (shown) out.push('\n'); break
        case 'noBreakHyphen': if (shown) out.push('-'); break
        case 'sym': if (shown) out.push('□'); break
        case 'fldChar': this.field(child.attributes['fldCharType']); break
        case 'blip': case 'imagedata': this.images += 1; break
        case 'txbxContent': boxes.push(child); break
        case 'AlternateContent': this.run(findChild(child, 'Choice') ?? findChild(child, 'Fallback') ?? child, out, boxes); break
        case 'r': if (!isOn(findChild(child, 'rPr'), 'vanish')) this.run(child, out, boxes); break
        default: this.run(child, out, boxes)
      }
    }
  }

  private field(type: string | undefined): void {
    if (type === 'begin') this.fields.push('code')
    else if (type === 'separate' && this.fields.length > 0) this.fields[this.fields.length - 1] = 'result'
    else if (type === 'end') this.fields.pop()
  }

  private numberOf(properties: XmlNode | undefined): string {
    const style = findValue(properties, 'pStyle') ?? this.styles.defaultId
    const own = findChild(properties, 'numPr')
    const inherited = this.styles.findList(style)
    const numId = findValue(own, 'numId') ?? inherited?.numId
    if (numId === undefined || numId === '0') return ''
    const level = findValue(own, 'ilvl') ?? (inherited && inherited.numId === numId ? (inherited.level ?? this.numbering.findStyleLevel(numId, inherited.style)) : undefined)
    return this.numbering.next(numId, Number(level ?? 0))
  }

  private paragraph(node: XmlNode, into: Block[]): void {
    const properties = findChild(node, 'pPr')
    const out: string[] = []
    const boxes: XmlNode[] = []
    this.run(node, out, boxes)
    const written = out.join('')
    const mark = findChild(properties, 'rPr')
    const markDeleted = findChild(mark, 'del') !== undefined || findChild(mark, 'moveFrom') !== undefined
    // A paragraph deleted whole takes its number with it.
    const number = markDeleted && written.trim() === '' ? '' : this.numberOf(properties)
    const text = this.carried + (number === '' || this.carried !== '' ? written : `${number}${/[0-9A-Za-z一-龥]$/.test(number) ? ' ' : ''}${written}`)
    this.carried = markDeleted ? text : ''
    if (!markDeleted && text.trim() !== '' && !(written.trim() === '' && this.carried === '' && number !== '' && text === number && boxes.length > 0)) {
      const contents = this.inContents > 0 || this.styles.isContents(findValue(properties, 'pStyle'))
      into.push(contents ? { kind: 'paragraph', text, steppedOver: 'around' } : { kind: 'paragraph', text })
    }
    for (const box of boxes) this.walk(box, into)
  }

  private cellLines(cell: XmlNode): string[] {
    const inner: Block[] = []
    this.walk(cell, inner)
    return inner.flatMap((block) => (block.kind === 'paragraph' ? block.text.split('\n') : block.rows.map((row) => row.map((c) => c.lines.join(' ')).join(' '))))
  }

  private table(node: XmlNode, into: Block[]): void {
    const rows: { lines: string[]; columns: number; rows: number; continues: boolean }[][] = []
    for (const row of rowsOf(node)) {
      if (findChild(row, 'trPr', 'del')) continue
      const before = Number(findValue(row, 'trPr', 'gridBefore') ?? 0)
      const cells = cellsOf(row).map((cell) => {
        const merge = findChild(cell, 'tcPr', 'vMerge')
        const continues = merge !== undefined && merge.attributes['val'] !== 'restart'
        return { lines: this.cellLines(cell), columns: Math.min(200, Math.max(1, Number(findValue(cell, 'tcPr', 'gridSpan') ?? 1) || 1)), rows: 1, continues }
      })
      rows.push(before > 0 && before < 200 ? [{ lines: [], columns: before, rows: 1, continues: false }, ...cells] : cells)
    }
    const placed = placeCells(mergeDown(rows))
    const written = placed.filter((row) => row.some((cell) => cell.lines.length > 0))
    // A table of one column is a frame around text.
    if (written.every((row) => row.filter((cell) => cell.lines.length > 0).length <= 1)) for (const row of written) for (const cell of row) for (const line of cell.lines) into.push({ kind: 'paragraph', text: line })
    else into.push({ kind: 'table', rows: placed })
  }

  walk(node: XmlNode, into: Block[] = this.blocks): void {
    for (const child of node.children) {
      if (typeof child === 'string' || unseen.has(child.name)) continue
      if (child.name === 'p') this.paragraph(child, into)
      else if (child.name === 'tbl') this.table(child, into)
      else if (child.name === 'sdt') {
        const contents = /table of contents/i.test(findValue(child, 'sdtPr', 'docPartObj', 'docPartGallery') ?? '')
        if (contents) this.inContents += 1
        this.walk(child, into)
        if (contents) this.inContents -= 1
      } else if (child.name === 'AlternateContent') this.walk(findChild(child, 'Choice') ?? findChild(child, 'Fallback') ?? child, into)
      else this.walk(child, into)
    }
    if (this.carried.trim() !== '' && node.name === 'body') into.push({ kind: 'paragraph', text: this.carried })
  }
}

/** Rows and cells may stand inside content controls or marks of insertion. */
function inner(node: XmlNode, name: string): XmlNode[] {
  return node.children.flatMap((child) => (typeof child === 'string' || unseen.has(child.name) ? [] : child.name === name ? [child] : /^(sdt|sdtContent|ins|moveTo|customXml|smartTag)$/.test(child.name) ? inner(child, name) : []))
}
const rowsOf = (table: XmlNode): XmlNode[] => inner(table, 'tr')
const cellsOf = (row: XmlNode): XmlNode[] => inner(row, 'tc')

/** Cells that continue the one above become part of it. */
function mergeDown<T extends { lines: string[]; columns: number; rows: number; continues: boolean }>(rows: T[][]): T[][] {
  const open = new Map<number, T>()
  return rows.map((row) => {
    let column = 0
    const kept: T[] = []
    for (const cell of row) {
      const above = open.get(column)
      if (cell.continues && above) above.rows += 1
      else { kept.push(cell); open.set(column, cell) }
      column += cell.columns
    }
    return kept
  })
}

/** Blocks of the body, and how many pictures it holds. */
export function readWordBlocks(parts: WordParts): { readonly blocks: readonly Block[]; readonly images: number } {
  const reader = new WordReader(parts)
  reader.walk(parts.body)
  return { blocks: reader.blocks, images: reader.images }
}

/** Footnotes and endnotes, as stepped over: they explain, they assign nothing. */
export function readNotes(notes: XmlNode | undefined, parts: WordParts): Block[] {
  const reader = new WordReader(parts)
  for (const note of [...childrenNamed(notes, 'footnote'), ...childrenNamed(notes, 'endnote')]) if (note.attributes['type'] === undefined || note.attributes['type'] === 'normal') reader.walk(note)
  return reader.blocks.map((block) => ({ ...block, steppedOver: 'around' as const }))
}
