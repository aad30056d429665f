/** Bytes of a text file to text: UTF-8 or GB 18030, told apart by the bytes themselves. Refuses everything that is no text in one of the two. */
import { problem } from '@bangfu/kernel'

export type TextEncoding = 'utf-8' | 'gb18030'
export interface DecodedText { readonly text: string; readonly encoding: TextEncoding }

/** A plan has tens of thousands of characters; 64 MiB is far beyond any. */
const sizeLimitBytes = 64 * 1024 * 1024

const signatures: readonly { readonly bytes: readonly number[]; readonly zh: string; readonly en: string }[] = [
  { bytes: [0x50, 0x4b, 0x03, 0x04], zh: '压缩包或 Office 文件(.xlsx、.docx、.zip)', en: 'an archive or Office file (.xlsx, .docx, .zip)' },
  { bytes: [0xd0, 0xcf, 0x11, 0xe0], zh: '旧版 Office 文件(.xls、.doc)', en: 'an old Office file (.xls, .doc)' },
  { bytes: [0x25, 0x50, 0x44, 0x46], zh: 'PDF 文件', en: 'a PDF file' },
  { bytes: [0xff, 0xfe], zh: 'UTF-16 文本', en: 'UTF-16 text' },
  { bytes: [0xfe, 0xff], zh: 'UTF-16 文本', en: 'UTF-16 text' },
  { bytes: [0x7b, 0x5c, 0x72, 0x74, 0x66], zh: 'RTF 文件', en: 'an RTF file' },
]

function findOtherFormat(bytes: Uint8Array): { zh: string; en: string } | undefined {
  const signature = signatures.find((s) => s.bytes.every((byte, i) => bytes[i] === byte))
  if (signature) return signature
  if (bytes.includes(0)) return { zh: '二进制文件', en: 'a binary file' }
  const head = new TextDecoder('latin1').decode(bytes.subarray(0, 400)).trimStart().toLowerCase()
  return head.startsWith('<!doctype html') || head.startsWith('<html') ? { zh: '网页(HTML)', en: 'a web page (HTML)' } : undefined
}

function tryDecode(bytes: Uint8Array, encoding: TextEncoding): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/**
 * Whether bytes read as GB 18030 look like Chinese of that encoding. Most two-byte pairs decode to something in it, Big5 and
 * Shift-JIS too; but simplified Chinese keeps to the rows of GB 2312, whose second byte is always above 0xA0.
 */
function looksLikeGb(bytes: Uint8Array): boolean {
  let pairs = 0
  let common = 0
  for (let i = 0; i < bytes.length; i += 1) {
    if (bytes[i]! < 0x80) continue
    pairs += 1
    if (bytes[i]! >= 0xa1 && bytes[i]! <= 0xf7 && (bytes[i + 1] ?? 0) >= 0xa1) common += 1
    i += 1
  }
  return pairs > 0 && common / pairs >= 0.9
}

function firstBadByte(bytes: Uint8Array): number {
  const valid = new TextDecoder('utf-8').decode(bytes).indexOf('\ufffd')
  return valid < 0 ? 0 : new TextEncoder().encode(new TextDecoder('utf-8').decode(bytes).slice(0, valid)).length
}

/** The text of the file, without a byte order mark. Throws one problem that names what the file is instead. */
export function decodePlanText(bytes: Uint8Array, file: string): DecodedText {
  if (bytes.length === 0) throw problem('plan/text-empty', { file })
  if (bytes.length > sizeLimitBytes) throw problem('plan/text-too-large', { file, bytes: bytes.length, limit: sizeLimitBytes })
  const other = findOtherFormat(bytes)
  if (other) throw problem('plan/text-binary', { file, kind: `${other.zh} / ${other.en}` })
  const utf8 = tryDecode(bytes, 'utf-8')
  if (utf8 !== undefined) return { text: utf8, encoding: 'utf-8' }
  const gb = looksLikeGb(bytes) ? tryDecode(bytes, 'gb18030') : undefined
  if (gb !== undefined) return { text: gb, encoding: 'gb18030' }
  throw problem('plan/text-encoding', { file, offset: firstBadByte(bytes) })
}

const han = /\p{Script=Han}/gu

/** Refuses a text that is blank or has hardly any Chinese in it: under one character in twenty. */
export function refuseForeignText(text: string, file: string): void {
  const written = text.replace(/\s+/g, '').length
  if (written === 0) throw problem('plan/text-empty', { file })
  if ((text.match(han)?.length ?? 0) * 20 < written) throw problem('plan/text-not-chinese', { file })
}
