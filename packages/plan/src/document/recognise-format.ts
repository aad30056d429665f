/** What a file is, by its bytes and not by its name. Formats that cannot be read are named with what to do. */
import { problem } from '@bangfu/kernel'
import type { DocumentFormat } from './opened-document.ts'
import { openParts } from './open-parts.ts'

interface Foreign { readonly zhKind: string; readonly enKind: string; readonly zhRemedy: string; readonly enRemedy: string }

const saveDocx = { zhRemedy: '请用原程序打开，另存为 .docx 再读', enRemedy: 'Open it in its program, save it as .docx and read that' }
const recognise = { zhRemedy: '请先做文字识别（OCR），存为 .txt、.docx 或带文字层的 PDF 再读', enRemedy: 'Run text recognition (OCR) on it, save the result as .txt, .docx or a PDF with text and read that' }
const plan = { zhRemedy: '请选方案正文（.txt、.html、.docx、.pdf）；名单和表册请用“导入”', enRemedy: 'Choose the plan itself (.txt, .html, .docx, .pdf); lists of people go to the import' }

const startsWith = (bytes: Uint8Array, signature: readonly number[], at = 0): boolean => signature.every((byte, i) => bytes[at + i] === byte)
const latin = (text: string): number[] => [...text].map((ch) => ch.charCodeAt(0))

/** Files told by their first bytes. */
const signatures: readonly { readonly bytes: readonly number[]; readonly foreign: Foreign }[] = [
  { bytes: latin('{\\rtf'), foreign: { zhKind: 'RTF 文件', enKind: 'an RTF file', ...saveDocx } },
  { bytes: [0x89, 0x50, 0x4e, 0x47], foreign: { zhKind: '图片（PNG）', enKind: 'a picture (PNG)', ...recognise } },
  { bytes: [0xff, 0xd8, 0xff], foreign: { zhKind: '图片（JPEG）', enKind: 'a picture (JPEG)', ...recognise } },
  { bytes: latin('GIF8'), foreign: { zhKind: '图片（GIF）', enKind: 'a picture (GIF)', ...recognise } },
  { bytes: [0x49, 0x49, 0x2a, 0x00], foreign: { zhKind: '图片（TIFF）', enKind: 'a picture (TIFF)', ...recognise } },
  { bytes: [0x4d, 0x4d, 0x00, 0x2a], foreign: { zhKind: '图片（TIFF）', enKind: 'a picture (TIFF)', ...recognise } },
  { bytes: latin('Rar!'), foreign: { zhKind: '压缩包（RAR）', enKind: 'an archive (RAR)', zhRemedy: '请解压后选其中的方案文件', enRemedy: 'Unpack it and choose the plan in it' } },
  { bytes: [0x37, 0x7a, 0xbc, 0xaf], foreign: { zhKind: '压缩包（7z）', enKind: 'an archive (7z)', zhRemedy: '请解压后选其中的方案文件', enRemedy: 'Unpack it and choose the plan in it' } },
  { bytes: [0x1f, 0x8b], foreign: { zhKind: '压缩包（gzip）', enKind: 'an archive (gzip)', zhRemedy: '请解压后选其中的方案文件', enRemedy: 'Unpack it and choose the plan in it' } },
]

/** Names of streams in an old Office file stand in UTF-16 in its directory. */
function holdsStream(bytes: Uint8Array, name: string): boolean {
  return Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).includes(Buffer.from(name, 'utf16le'))
}

function refuseOldOffice(bytes: Uint8Array, file: string): never {
  if (holdsStream(bytes, 'EncryptedPackage')) throw problem('plan/document-encrypted', { file })
  if (!holdsStream(bytes, 'WordDocument') && (holdsStream(bytes, 'Workbook') || holdsStream(bytes, 'Book'))) throw problem('plan/document-kind', { file, zhKind: '旧版电子表格（.xls）', enKind: 'an old spreadsheet (.xls)', ...plan })
  if (holdsStream(bytes, 'PowerPoint Document')) throw problem('plan/document-kind', { file, zhKind: '旧版演示文稿（.ppt）', enKind: 'an old presentation (.ppt)', ...plan })
  throw problem('plan/document-kind', { file, zhKind: '旧版 Word 文件（.doc 或 .wps）', enKind: 'an old Word file (.doc or .wps)', ...saveDocx })
}

/** Which Office file an archive is, by the names in its directory. */
function recogniseArchive(bytes: Uint8Array, file: string): DocumentFormat {
  const { names } = openParts(bytes, () => false, file)
  const holds = (pattern: RegExp): boolean => [...names].some((name) => pattern.test(name))
  if (holds(/^word\/document\d?\.xml$/) || (holds(/^word\//) && holds(/^\[Content_Types\]\.xml$/))) return 'docx'
  if (holds(/^xl\//)) throw problem('plan/document-kind', { file, zhKind: '电子表格（.xlsx）', enKind: 'a spreadsheet (.xlsx)', ...plan })
  if (holds(/^ppt\//)) throw problem('plan/document-kind', { file, zhKind: '演示文稿（.pptx）', enKind: 'a presentation (.pptx)', ...plan })
  if (names.has('mimetype') && names.has('content.xml')) throw problem('plan/document-kind', { file, zhKind: 'OpenDocument 文件', enKind: 'an OpenDocument file', ...saveDocx })
  if (names.has('OFD.xml')) throw problem('plan/document-kind', { file, zhKind: 'OFD 版式文件', enKind: 'an OFD file', zhRemedy: '请用阅读器转为带文字的 PDF 或 .txt 再读', enRemedy: 'Convert it to a PDF with text or to .txt in its reader and read that' })
  throw problem('plan/document-kind', { file, zhKind: '压缩包（.zip）', enKind: 'an archive (.zip)', zhRemedy: '请解压后选其中的方案文件', enRemedy: 'Unpack it and choose the plan in it' })
}

/** A page begins with markup, whatever stands before it in comments; UTF-16 pages carry their mark. */
function looksLikePage(bytes: Uint8Array, file: string): boolean {
  const head = bytes.subarray(0, 4096)
  const text = new TextDecoder(startsWith(bytes, [0xff, 0xfe]) ? 'utf-16le' : startsWith(bytes, [0xfe, 0xff]) ? 'utf-16be' : 'latin1').decode(head).replace(/^[\ufeff\u00ef\u00bb\u00bf\s]+/, '')
  if (/^<(!doctype\s+html|html|head|body|!--|\?xml[^>]*>\s*<(!doctype\s+)?html)/i.test(text)) return true
  return (/\.(html?|shtml|xhtml)$/i.test(file) || text.startsWith('<')) && /<(div|p|span|table|meta|br|title)\b/i.test(text)
}

/** The format of a file. Throws one problem when it is none that can be read. */
export function recogniseFormat(bytes: Uint8Array, file: string): DocumentFormat {
  if (bytes.length === 0) throw problem('plan/text-empty', { file })
  const pdfAt = Buffer.from(bytes.buffer, bytes.byteOffset, Math.min(bytes.byteLength, 1024)).indexOf('%PDF-')
  if (pdfAt >= 0) return 'pdf'
  if (startsWith(bytes, [0x50, 0x4b, 0x03, 0x04]) || startsWith(bytes, [0x50, 0x4b, 0x05, 0x06])) return recogniseArchive(bytes, file)
  if (startsWith(bytes, [0xd0, 0xcf, 0x11, 0xe0])) refuseOldOffice(bytes, file)
  const known = signatures.find((s) => startsWith(bytes, s.bytes))
  if (known) throw problem('plan/document-kind', { file, ...known.foreign })
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400))
  if (/^(From|MIME-Version|Subject|Date|Content-Type):[^\n]*\n/i.test(head) && /multipart\/related|MIME-Version/i.test(head)) throw problem('plan/document-kind', { file, zhKind: '网页归档（.mht）', enKind: 'a web archive (.mht)', zhRemedy: '请在浏览器里另存为 .html（仅网页）再读', enRemedy: 'Save the page as .html (page only) in the browser and read that' })
  return looksLikePage(bytes, file) ? 'html' : 'text'
}
