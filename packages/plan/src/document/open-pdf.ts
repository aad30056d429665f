/** Opens a PDF by its text layer. Recognises no images: a scan is refused with what to do. */
import { fileURLToPath } from 'node:url'
import { problem, problemData, type ProblemData } from '@bangfu/kernel'
import { renderBlocks } from './blocks.ts'
import type { OpenedDocument } from './opened-document.ts'
import { readPdfBlocks } from './pdf-blocks.ts'
import { hasColumns } from './pdf-lines.ts'
import { readPdfPage, type PdfPage } from './pdf-page.ts'

const mostPages = 3000
const folderOf = (name: string): string => fileURLToPath(new URL(`${name}/`, import.meta.resolve('pdfjs-dist/package.json')))

/** What pdf.js throws, as one of our sentences. */
function refusal(error: unknown, file: string): Error {
  if (error instanceof Error && 'problems' in error) return error
  const name = error instanceof Error ? error.name : ''
  if (name === 'PasswordException') return problem('plan/document-encrypted', { file })
  return problem('plan/document-damaged', { file, zhWhat: 'PDF 结构读不出', enWhat: 'the structure of the PDF cannot be read' })
}

/** 3, 4, 5, 9 as 3-5, 9. */
function ranges(numbers: readonly number[]): string {
  const found: [number, number][] = []
  for (const n of numbers) { const last = found[found.length - 1]; if (last && n === last[1] + 1) last[1] = n; else found.push([n, n]) }
  return found.map(([a, b]) => (a === b ? String(a) : `${a}-${b}`)).join(', ')
}

async function readPages(bytes: Uint8Array, file: string): Promise<PdfPage[]> {
  const { getDocument, OPS } = await import('pdfjs-dist/legacy/build/pdf.mjs')
  const task = getDocument({
    data: new Uint8Array(bytes), verbosity: 0, useSystemFonts: false, disableFontFace: true, isOffscreenCanvasSupported: false, maxImageSize: 1,
    cMapUrl: folderOf('cmaps'), cMapPacked: true, standardFontDataUrl: folderOf('standard_fonts'), stopAtErrors: false,
  })
  try {
    const pdf = await task.promise
    if (pdf.numPages > mostPages) throw problem('plan/document-bomb', { file, zhWhat: `${pdf.numPages} 页`, enWhat: `${pdf.numPages} pages` })
    const pages: PdfPage[] = []
    for (let n = 1; n <= pdf.numPages; n += 1) pages.push(await readPdfPage(await pdf.getPage(n), OPS, hasColumns))
    return pages
  } catch (error) {
    throw refusal(error, file)
  } finally {
    await task.destroy()
  }
}

export async function openPdf(bytes: Uint8Array, file: string): Promise<OpenedDocument> {
  const pages = await readPages(bytes, file)
  const problems: ProblemData[] = []
  // The last line of a PDF is %%EOF; without it the end of the file is missing, and maybe pages with it.
  if (!Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength).subarray(-2048).includes('%%EOF')) problems.push(problemData('plan/document-cut-short', { pages: pages.length }))
  const written = pages.filter((page) => page.pieces.length > 0)
  if (written.length === 0) throw problem('plan/scan-without-text', { file, pages: pages.length })
  const scanned = pages.filter((page) => page.pieces.length === 0 && page.hasImage).map((page) => page.number)
  if (scanned.length > 0) problems.push(problemData('plan/pages-without-text', { pages: ranges(scanned) }))
  return { format: 'pdf', ...renderBlocks(readPdfBlocks(pages)), problems }
}
