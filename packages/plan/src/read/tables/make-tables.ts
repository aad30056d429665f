/** All tables of a document for the flow. A table without a header is said, and its cells are read as lines. */
import { problemData, type ProblemData } from '@bangfu/kernel'
import type { OpenedDocument } from '../../document/opened-document.ts'
import type { TableLines } from '../flow.ts'
import { makeTableFlow } from './table-flow.ts'

export interface TablesOfDocument { readonly lines: readonly TableLines[]; readonly problems: readonly ProblemData[] }

export function makeTables(document: OpenedDocument): TablesOfDocument {
  const lines: TableLines[] = []
  const problems: ProblemData[] = []
  for (const table of document.tables) {
    const flow = makeTableFlow(document.text, table)
    // Tabs in plain text may stand for anything; only a header shows a table.
    if (!flow.header && document.format === 'text') continue
    if (!flow.header) problems.push(problemData('plan/table-no-header', { offset: table.start }))
    lines.push({ start: table.start, end: table.end, lines: flow.lines })
  }
  return { lines, problems }
}
