/** Opens a web page saved to a file. No script runs, nothing is fetched. */
import { renderBlocks } from './blocks.ts'
import { decodePage } from './decode-page.ts'
import { readPageBlocks } from './html-blocks.ts'
import { markMainContent } from './main-content.ts'
import type { OpenedDocument } from './opened-document.ts'

export function openHtml(bytes: Uint8Array, file: string): OpenedDocument {
  const page = readPageBlocks(decodePage(bytes), file)
  return { format: 'html', ...renderBlocks(markMainContent(page)), problems: [] }
}
