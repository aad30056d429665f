/** Word files made in a test from the XML of their parts. */
import { zipSync, strToU8 } from 'fflate'

const w = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main" xmlns:mc="http://schemas.openxmlformats.org/markup-compatibility/2006"'
const wrap = (root: string, inner: string): Uint8Array => strToU8(`<?xml version="1.0" encoding="UTF-8"?><w:${root} ${w}>${inner}</w:${root}>`)

export interface WordXml { readonly body: string; readonly numbering?: string; readonly styles?: string; readonly footnotes?: string }

export function makeDocx({ body, numbering, styles, footnotes }: WordXml): Uint8Array {
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': wrap('document', `<w:body>${body}</w:body>`),
    ...(numbering === undefined ? {} : { 'word/numbering.xml': wrap('numbering', numbering) }),
    ...(styles === undefined ? {} : { 'word/styles.xml': wrap('styles', styles) }),
    ...(footnotes === undefined ? {} : { 'word/footnotes.xml': wrap('footnotes', footnotes) }),
  })
}

/** A paragraph of one run, with properties. */
export const paragraph = (text: string, properties = ''): string => `<w:p><w:pPr>${properties}</w:pPr><w:r><w:t>${text}</w:t></w:r></w:p>`
export const inList = (level: number, list: number): string => `<w:numPr><w:ilvl w:val="${level}"/><w:numId w:val="${list}"/></w:numPr>`
/** An abstract list with a level for each format, and its text. */
export const abstractList = (id: number, levels: readonly (readonly [string, string])[]): string => `<w:abstractNum w:abstractNumId="${id}">${levels.map(([format, text], i) => `<w:lvl w:ilvl="${i}"><w:start w:val="1"/><w:numFmt w:val="${format}"/><w:lvlText w:val="${text}"/></w:lvl>`).join('')}</w:abstractNum>`
export const list = (id: number, abstract: number, restart?: number): string => `<w:num w:numId="${id}"><w:abstractNumId w:val="${abstract}"/>${restart === undefined ? '' : `<w:lvlOverride w:ilvl="0"><w:startOverride w:val="${restart}"/></w:lvlOverride>`}</w:num>`
export const tableOf = (rows: readonly (readonly string[])[]): string => `<w:tbl>${rows.map((row) => `<w:tr>${row.map((cell) => `<w:tc>${cell.startsWith('<') ? cell : paragraph(cell)}</w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
