import { expect, test } from 'vitest'
import { abstractList, inList, list, makeDocx, paragraph, tableOf, type WordXml } from '../../test/office-file.ts'
import { openDocx } from './open-docx.ts'

const textOf = (xml: WordXml): string => openDocx(makeDocx(xml), 'x.docx').text
const numbered = (formats: readonly (readonly [string, string])[], items: readonly (readonly [number, string])[], more = ''): string =>
  textOf({ body: items.map(([level, text]) => paragraph(text, inList(level, 1))).join(''), numbering: abstractList(7, formats) + list(1, 7) + more })

test.each([
  ['chineseCountingThousand', '%1、', ['一、甲', '二、甲']],
  ['japaneseCounting', '（%1）', ['（一）甲', '（二）甲']],
  ['decimalEnclosedCircle', '%1', ['①甲', '②甲']],
  ['decimal', '%1.', ['1.甲', '2.甲']],
  ['decimal', '第%1条', ['第1条 甲', '第2条 甲']],
  ['chineseCounting', '第%1条', ['第一条 甲', '第二条 甲']],
  ['bullet', '\uf0b7', ['甲', '甲']],
  ['upperLetter', '%1.', ['A.甲', 'B.甲']],
])('automatic numbers in %s as %s are printed', (format, text, expected) => {
  expect(numbered([[format, text]], [[0, '甲'], [0, '甲']]).split('\n')).toEqual(expected)
})

test('the eleventh and the twentieth are written as one writes them', () => {
  const lines = numbered([['chineseCounting', '%1、']], Array.from({ length: 21 }, () => [0, '甲'] as const)).split('\n')
  expect([lines[9], lines[10], lines[19], lines[20]]).toEqual(['十、甲', '十一、甲', '二十、甲', '二十一、甲'])
})

test('inner levels begin anew under each outer one, and show the outer number where they print it', () => {
  expect(numbered([['chineseCounting', '%1、'], ['decimal', '%2.'], ['decimal', '%2.%3']], [[0, '甲'], [1, '乙'], [2, '丙'], [2, '丁'], [1, '戊'], [0, '己'], [1, '庚']]).split('\n'))
    .toEqual(['一、甲', '1.乙', '1.1 丙', '1.2 丁', '2.戊', '二、己', '1.庚'])
})

test('a list that is told to start anew does, one that shares its numbers goes on', () => {
  const body = [paragraph('甲', inList(0, 1)), paragraph('乙', inList(0, 2)), paragraph('丙', inList(0, 3)), paragraph('丁', inList(0, 1))].join('')
  expect(textOf({ body, numbering: abstractList(7, [['decimal', '%1.']]) + list(1, 7) + list(2, 7) + list(3, 7, 1) }).split('\n')).toEqual(['1.甲', '2.乙', '1.丙', '2.丁'])
})

test('numbers come from the style of a paragraph, and numId 0 takes them away', () => {
  const styles = `<w:style w:type="paragraph" w:styleId="H"><w:name w:val="heading 1"/><w:pPr><w:numPr><w:numId w:val="1"/></w:numPr></w:pPr></w:style><w:style w:type="paragraph" w:styleId="K"><w:name w:val="kid"/><w:basedOn w:val="H"/></w:style>`
  const body = paragraph('甲', '<w:pStyle w:val="H"/>') + paragraph('乙', '<w:pStyle w:val="K"/>') + paragraph('丙', '<w:pStyle w:val="K"/><w:numPr><w:numId w:val="0"/></w:numPr>')
  expect(textOf({ body, styles, numbering: abstractList(7, [['chineseCounting', '%1、']]) + list(1, 7) }).split('\n')).toEqual(['一、甲', '二、乙', '丙'])
})

test('insertions are kept, deletions and moves away are not, and a deleted paragraph mark joins', () => {
  const run = (text: string): string => `<w:r><w:t>${text}</w:t></w:r>`
  const body = `<w:p>${run('新建')}<w:ins>${run('12')}</w:ins><w:del><w:r><w:delText>10</w:delText></w:r></w:del><w:moveFrom>${run('旧')}</w:moveFrom><w:moveTo>${run('座')}</w:moveTo></w:p>`
    + `<w:p><w:pPr><w:rPr><w:del/></w:rPr></w:pPr>${run('上半句')}</w:p><w:p>${run('下半句')}</w:p>`
  expect(textOf({ body })).toBe('新建12座\n上半句下半句')
})

test('a box of text stands behind its paragraph once, however often the file holds it', () => {
  const box = (text: string): string => `<w:txbxContent>${paragraph(text)}</w:txbxContent>`
  expect(textOf({ body: `<w:p><w:r><w:t>正文</w:t><mc:AlternateContent><mc:Choice><w:drawing>${box('框中字')}</w:drawing></mc:Choice><mc:Fallback><w:pict>${box('框中字')}</w:pict></mc:Fallback></mc:AlternateContent></w:r></w:p>` })).toBe('正文\n框中字')
})

test('a field shows its result and not its code, also over paragraphs', () => {
  const char = (type: string): string => `<w:r><w:fldChar w:fldCharType="${type}"/></w:r>`
  expect(textOf({ body: `<w:p>${char('begin')}<w:r><w:instrText>HYPERLINK x</w:instrText></w:r>${char('separate')}<w:r><w:t>见附件</w:t></w:r></w:p><w:p><w:r><w:t>二</w:t></w:r>${char('end')}<w:r><w:br/><w:t>三</w:t></w:r></w:p>` })).toBe('见附件\n二\n三')
})

test('notes stand behind the text and are stepped over, as is a table of contents', () => {
  const styles = '<w:style w:type="paragraph" w:styleId="T1"><w:name w:val="toc 1"/></w:style>'
  const document = openDocx(makeDocx({ body: paragraph('一、目标 3', '<w:pStyle w:val="T1"/>') + paragraph('一、目标'), styles, footnotes: `<w:footnote w:type="separator">${paragraph('x')}</w:footnote><w:footnote w:id="2">${paragraph('注：口径见统计办法')}</w:footnote>` }), 'x')
  expect(document.text.split('\n')).toEqual(['一、目标 3', '一、目标', '注：口径见统计办法'])
  expect(document.steppedOver.map(({ start, end }) => document.text.slice(start, end))).toEqual(['一、目标 3', '注：口径见统计办法'])
})

test('cells merged down and across know how far they reach; a table of one column is text', () => {
  const cell = (text: string, properties: string): string => `<w:tcPr>${properties}</w:tcPr>${paragraph(text)}`
  const document = openDocx(makeDocx({ body: tableOf([[cell('甲', '<w:vMerge w:val="restart"/>'), '乙', '丙'], [cell('', '<w:vMerge/>'), cell('丁', '<w:gridSpan w:val="2"/>')]]) + tableOf([['框'], ['里']]) }), 'x')
  expect(document.text).toBe('甲\t乙\t丙\n\t丁\n框\n里')
  expect(document.tables.map((t) => t.cells.map((c) => [document.text.slice(c.start, c.end), c.row, c.column, c.rows, c.columns]))).toEqual([[['甲', 0, 0, 2, 1], ['乙', 0, 1, 1, 1], ['丙', 0, 2, 1, 1], ['丁', 1, 1, 1, 2]]])
})

test('hidden text is not read', () => {
  expect(textOf({ body: '<w:p><w:r><w:rPr><w:vanish/></w:rPr><w:t>批注</w:t></w:r><w:r><w:t>正文</w:t></w:r></w:p>' })).toBe('正文')
})
