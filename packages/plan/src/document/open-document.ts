/** Opens a plan document of any readable format: the one door from bytes to text. Reads no clause. */
import { problem } from '@bangfu/kernel'
import { decodePlanText, refuseForeignText } from '../read/decode-text.ts'
import { openDocx } from './open-docx.ts'
import { openHtml } from './open-html.ts'
import { openText } from './open-text.ts'
import { openPdf } from './open-pdf.ts'
import type { OpenedDocument } from './opened-document.ts'
import { recogniseFormat } from './recognise-format.ts'

/** A plan with its pictures; beyond this nothing is opened. */
const sizeLimitBytes = 64 * 1024 * 1024

async function open(bytes: Uint8Array, file: string): Promise<OpenedDocument> {
  const format = recogniseFormat(bytes, file)
  if (format === 'html') return openHtml(bytes, file)
  if (format === 'docx') return openDocx(bytes, file)
  if (format === 'pdf') return openPdf(bytes, file)
  return openText(decodePlanText(bytes, file).text)
}

/** The document of a file. Throws one problem when the file is none that can be read, or is not Chinese; `fileName` is for messages, and tells pages without a head. */
export async function openDocument(bytes: Uint8Array, options: { readonly fileName?: string } = {}): Promise<OpenedDocument> {
  const file = options.fileName ?? 'document'
  if (bytes.length > sizeLimitBytes) throw problem('plan/text-too-large', { file, bytes: bytes.length, limit: sizeLimitBytes })
  const document = await open(bytes, file)
  refuseForeignText(document.text, file)
  return document
}
