/** A parsed web page to blocks: paragraphs and tables in reading order, each with the element it stands in. Judges nothing about what is content. */
import { problem } from '@bangfu/kernel'
import { Parser } from 'htmlparser2'
import { placeCells, type Block } from './blocks.ts'
import { listNumber } from './list-number.ts'

/** What is measured of an element: written characters in it, and those of them inside links. */
export interface PageElement {
  readonly name: string
  readonly parent: PageElement | undefined
  readonly hints: string
  written: number
  linked: number
}
export interface PageBlock { readonly block: Block; readonly element: PageElement }
export interface PageBlocks { readonly blocks: readonly PageBlock[]; readonly elements: readonly PageElement[]; readonly title: string }

/** Never shown as text, or deleted while changes were tracked. */
const silent = new Set(['del', 'script', 'style', 'noscript', 'template', 'svg', 'math', 'iframe', 'object', 'select', 'textarea', 'button', 'audio', 'video', 'canvas', 'rp', 'rt', 'map'])
/** Stand inside a line; all others part paragraphs. */
const inline = new Set(['a', 'abbr', 'acronym', 'b', 'bdi', 'bdo', 'big', 'cite', 'code', 'data', 'dfn', 'em', 'font', 'i', 'ins', 'kbd', 'label', 'mark', 'nobr', 'o:p', 'q', 'ruby', 's', 'samp', 'small', 'span', 'st1:chsdate', 'strike', 'strong', 'sub', 'sup', 'time', 'tt', 'u', 'ucapcontent', 'var', 'wbr', 'zoom', 'img', 'input', 'html', 'basefont'])
const hidden = /display\s*:\s*none|visibility\s*:\s*hidden/i

/** Pages nest some dozens deep. */
const deepest = 2000

interface OpenTable {
  readonly rows: { lines: string[]; columns: number; rows: number }[][]
  readonly element: PageElement
  readonly outer: PageBlock[]
  /** Blocks of the cells, in case the table turns out to be for layout only. */
  readonly kept: PageBlock[]
  /** Holds another table. */
  nests: boolean
  cellBlocks: PageBlock[] | undefined
  cell: { readonly columns: number; readonly rows: number } | undefined
}
interface OpenList { readonly ordered: boolean; readonly type: string; next: number }

const span = (value: string | undefined, most: number): number => Math.min(most, Math.max(1, Number.parseInt(value ?? '1', 10) || 1))
const inlineName = (name: string): boolean => inline.has(name) || name.includes(':')

class PageReader {
  title = ''
  private readonly file: string
  constructor(file: string) { this.file = file }
  private blocks: PageBlock[] = []
  private element: PageElement = { name: '#page', parent: undefined, hints: '', written: 0, linked: 0 }
  private readonly open: { name: string; silent: boolean; link: boolean; pre: boolean; entered: boolean }[] = []
  private silentDepth = 0
  private linkDepth = 0
  private preDepth = 0
  private inTitle = false
  private line: string[] = []
  private lastSign = ''
  /** Number of the list item that just opened; stands before its first words. */
  private itemNumber = ''
  private readonly tables: OpenTable[] = []
  private readonly elements: PageElement[] = []
  private readonly lists: OpenList[] = []

  private flush(): void {
    const text = this.line.join('')
    this.line = []
    this.lastSign = ''
    if (text.trim() === '') return
    this.blocks.push({ block: { kind: 'paragraph', text: this.itemNumber + text }, element: this.element })
    this.itemNumber = ''
  }

  opentag(name: string, attributes: Readonly<Record<string, string>>): void {
    const isSilent = this.silentDepth > 0 || silent.has(name) || 'hidden' in attributes || hidden.test(attributes['style'] ?? '')
    const frame = { name, silent: isSilent, link: name === 'a' && 'href' in attributes, pre: name === 'pre', entered: false }
    this.open.push(frame)
    if (this.open.length > deepest) throw problem('plan/document-bomb', { file: this.file, zhWhat: `网页元素嵌套超过 ${deepest} 层`, enWhat: `its elements nest more than ${deepest} deep` })
    if (name === 'title' && this.silentDepth === 0) this.inTitle = true
    if (isSilent) { this.silentDepth += 1; return }
    if (frame.link) this.linkDepth += 1
    if (frame.pre) this.preDepth += 1
    if (name === 'br') { this.write('\n'); return }
    if (inlineName(name)) return
    this.flush()
    frame.entered = true
    const hints = `${attributes['id'] ?? ''} ${attributes['class'] ?? ''} ${attributes['role'] ?? ''}`.toLowerCase()
    this.element = { name, parent: this.element, hints, written: 0, linked: 0 }
    this.elements.push(this.element)
    this.openBlock(name, attributes)
  }

  private openBlock(name: string, attributes: Readonly<Record<string, string>>): void {
    if (name === 'table') {
      const outer = this.tables[this.tables.length - 1]
      if (outer) outer.nests = true
      this.tables.push({ rows: [], element: this.element, outer: this.blocks, kept: [], nests: false, cellBlocks: undefined, cell: undefined })
      this.blocks = []
    }
    const table = this.tables[this.tables.length - 1]
    if (name === 'tr' && table) { this.closeCell(table); table.rows.push([]) }
    if ((name === 'td' || name === 'th') && table) {
      this.closeCell(table)
      table.cell = { columns: span(attributes['colspan'], 200), rows: span(attributes['rowspan'], 5000) }
      table.cellBlocks = this.blocks = []
    }
    if (name === 'ol' || name === 'ul') this.lists.push({ ordered: name === 'ol' && !/list-style(?:-type)?\s*:\s*none/i.test(attributes['style'] ?? ''), type: attributes['type'] ?? '1', next: Number.parseInt(attributes['start'] ?? '1', 10) || 1 })
    const list = this.lists[this.lists.length - 1]
    if (name === 'li' && list?.ordered) {
      list.next = Number.parseInt(attributes['value'] ?? '', 10) || list.next
      this.itemNumber = listNumber(list.type, list.next)
      list.next += 1
    }
  }

  private closeCell(table: OpenTable): void {
    if (!table.cell || !table.cellBlocks) return
    if (table.rows.length === 0) table.rows.push([])
    const lines = table.cellBlocks.flatMap(({ block }) => (block.kind === 'paragraph' ? block.text.split('\n') : block.rows.map((row) => row.map((cell) => cell.lines.join(' ')).join(' '))))
    table.rows[table.rows.length - 1]!.push({ lines, ...table.cell })
    for (const block of table.cellBlocks) table.kept.push(block)
    table.cell = undefined
    table.cellBlocks = undefined
    this.blocks = []
  }

  private closeTable(): void {
    const table = this.tables.pop()
    if (!table) return
    this.closeCell(table)
    const stray = this.blocks
    this.blocks = table.outer
    for (const block of stray) this.blocks.push(block)
    if (table.nests || isLayout(table.rows)) for (const block of table.kept) this.blocks.push(block)
    else this.blocks.push({ block: { kind: 'table', rows: placeCells(table.rows.filter((row) => row.length > 0)) }, element: table.element })
  }

  private write(text: string): void {
    if (text === '') return
    this.line.push(text)
    this.lastSign = text[text.length - 1]!
  }

  text(data: string): void {
    if (this.inTitle) { this.title += data; return }
    if (this.silentDepth > 0) return
    const text = this.preDepth > 0 ? data : data.replace(/[ \t\r\n\f]+/g, ' ')
    this.write(this.lastSign === '' || this.lastSign === '\n' || this.lastSign === ' ' ? text.replace(/^ /, '') : text)
    const written = data.replace(/\s+/g, '').length
    this.element.written += written
    if (this.linkDepth > 0) this.element.linked += written
  }

  closetag(name: string): void {
    const at = this.open.findLastIndex((frame) => frame.name === name)
    if (at < 0) return
    while (this.open.length > at) {
      const frame = this.open.pop()!
      if (frame.name === 'title') this.inTitle = false
      if (frame.silent) { this.silentDepth -= 1; continue }
      if (frame.link) this.linkDepth -= 1
      if (frame.pre) this.preDepth -= 1
      if (!frame.entered) continue
      this.flush()
      const table = this.tables[this.tables.length - 1]
      if ((frame.name === 'td' || frame.name === 'th') && table) this.closeCell(table)
      if (frame.name === 'table') this.closeTable()
      if (frame.name === 'ol' || frame.name === 'ul') this.lists.pop()
      this.element = this.element.parent ?? this.element
    }
  }

  end(): PageBlocks {
    while (this.open.length > 0) this.closetag(this.open[this.open.length - 1]!.name)
    this.flush()
    return { blocks: this.blocks, elements: this.elements, title: this.title.trim() }
  }
}

/** A table that only places things on the page: one column, or cells as long as whole documents. */
function isLayout(rows: readonly (readonly { readonly lines: readonly string[] }[])[]): boolean {
  const written = rows.filter((row) => row.some((cell) => cell.lines.some((line) => line.trim() !== '')))
  if (written.length === 0) return true
  if (written.every((row) => row.filter((cell) => cell.lines.length > 0).length <= 1)) return true
  return written.some((row) => row.some((cell) => cell.lines.length > 60 || cell.lines.reduce((n, line) => n + line.length, 0) > 4000))
}

/** Parses the page. Linear in its length; throws when elements nest deeper than any page's. */
export function readPageBlocks(html: string, file: string): PageBlocks {
  const reader = new PageReader(file)
  const parser = new Parser({
    onopentag: (name, attributes) => reader.opentag(name, attributes),
    ontext: (data) => reader.text(data),
    onclosetag: (name) => reader.closetag(name),
  }, { decodeEntities: true, lowerCaseTags: true })
  parser.write(html)
  parser.end()
  return reader.end()
}
