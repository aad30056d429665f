/** Word and PDF files of many pages for the bench, made of the samples: plain but true to the formats. */
import { deflateSync } from 'node:zlib'
import { strToU8, zipSync } from 'fflate'

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')

/** A .docx of these paragraphs with a table of tasks behind every fortieth. */
export function writeDocx(lines: readonly string[]): Uint8Array {
  const table = (n: number): string => `<w:tbl>${[['序号', '工作任务', '责任单位', '完成时限'], ...Array.from({ length: 12 }, (_, i) => [String(i + 1), `第${n}批改造${i + 3}处`, '县水利局、县财政局', '2031年底'])].map((row) => `<w:tr>${row.map((cell) => `<w:tc><w:p><w:r><w:t>${cell}</w:t></w:r></w:p></w:tc>`).join('')}</w:tr>`).join('')}</w:tbl>`
  const body = lines.map((line, i) => `<w:p><w:pPr><w:ind w:firstLine="640"/></w:pPr><w:r><w:rPr><w:sz w:val="32"/></w:rPr><w:t xml:space="preserve">${escape(line)}</w:t></w:r></w:p>${i % 40 === 39 ? table(i) : ''}`).join('')
  return zipSync({
    '[Content_Types].xml': strToU8('<Types/>'),
    'word/document.xml': strToU8(`<?xml version="1.0"?><w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body}</w:body></w:document>`),
  })
}

const [perLine, perPage] = [28, 22]

/** Lines of a page as content operators: a named font in UCS-2, 16 points, 28 apart, and a page number below. */
function pageContent(lines: readonly string[], number: number): Buffer {
  const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')
  const shown = lines.map((line, i) => `BT /F 16 Tf 1 0 0 1 ${line.startsWith('\u3000') ? 122 : 90} ${740 - 28 * i} Tm <${hex(line.replace(/^\u3000/, ''))}> Tj ET`)
  return deflateSync(Buffer.from([...shown, `BT /F 12 Tf 1 0 0 1 280 40 Tm <${hex(`— ${number} —`)}> Tj ET`].join('\n')))
}

/** A PDF of these paragraphs with a font that is named and not embedded, as programs write them for Chinese. */
export function writePdf(paragraphs: readonly string[], pages: number): Uint8Array {
  const lines = paragraphs.flatMap((p) => (`\u3000${p}`.match(new RegExp(`.{1,${perLine}}`, 'gu')) ?? []))
  const chunks: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const offsets: number[] = []
  let length = chunks[0]!.length
  const add = (body: Buffer): void => { offsets.push(length); const object = Buffer.concat([Buffer.from(`${offsets.length} 0 obj\n`), body, Buffer.from('\nendobj\n')]); chunks.push(object); length += object.length }
  add(Buffer.from('<</Type/Catalog/Pages 2 0 R>>'))
  add(Buffer.from(`<</Type/Pages/Count ${pages}/Kids[${Array.from({ length: pages }, (_, i) => `${5 + i * 2} 0 R`).join(' ')}]>>`))
  add(Buffer.from('<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[4 0 R]>>'))
  add(Buffer.from('<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor<</Type/FontDescriptor/FontName/STSong-Light/Flags 6/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 900/Descent -200/CapHeight 900/StemV 80>>>>'))
  for (let i = 0; i < pages; i += 1) {
    add(Buffer.from(`<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Resources<</Font<</F 3 0 R>>>>/Contents ${6 + i * 2} 0 R>>`))
    const content = pageContent(lines.slice(i * perPage, (i + 1) * perPage), i + 1)
    add(Buffer.concat([Buffer.from(`<</Filter/FlateDecode/Length ${content.length}>>stream\n`), content, Buffer.from('\nendstream')]))
  }
  chunks.push(Buffer.from(`xref\n0 ${offsets.length + 1}\n0000000000 65535 f \n${offsets.map((o) => `${String(o).padStart(10, '0')} 00000 n \n`).join('')}trailer<</Size ${offsets.length + 1}/Root 1 0 R>>\nstartxref\n${length}\n%%EOF\n`))
  return new Uint8Array(Buffer.concat(chunks))
}
export const charactersPerPage = perLine * perPage
