/** One text as a cell of a csv file (RFC 4180) that a spreadsheet may open. */
import { safeText } from '@bangfu/kernel'

/** What begins like a formula gets an apostrophe; a cell with a comma, a quote or a line break is quoted, quotes doubled. */
export function csvCell(text: string): string {
  const safe = safeText(text)
  return /[",\n\r]/.test(safe) ? `"${safe.replaceAll('"', '""')}"` : safe
}
