/** Plain text as a document: its tables are lines with tabs. */
import { findTextTables } from './text-tables.ts'
import type { OpenedDocument } from './opened-document.ts'

export function openText(text: string): OpenedDocument {
  return { format: 'text', text, tables: findTextTables(text), steppedOver: [], problems: [] }
}
