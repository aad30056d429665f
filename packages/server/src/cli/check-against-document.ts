/** Compares a pack with the document it is made from: the same text, the same clauses, figures, bodies and documents, in words of its own. */
import { problemData, type ProblemData } from '@bangfu/kernel'
import { checkAgainstReading, readPlan, type OpenedDocument, type Pack } from '@bangfu/plan'

export function checkAgainstDocument(pack: Pack, document: OpenedDocument, fileName: string): ProblemData[] {
  const reading = readPlan(document, { fileName })
  const problems: ProblemData[] = []
  if (reading.document.sha256 !== pack.pack.document.sha256) problems.push(problemData('server/other-document', { file: fileName, pack: pack.pack.id, found: reading.document.characters, wanted: pack.pack.document.characters }))
  const [read, held] = [new Set(reading.clauses.map((c) => c.id)), new Set(pack.clauses.map((c) => c.id))]
  const [missing, extra] = [[...read].filter((id) => !held.has(id)), [...held].filter((id) => !read.has(id))]
  if (missing.length + extra.length > 0) problems.push(problemData('server/clauses-differ', { missing: missing.join('、') || '-', extra: extra.join('、') || '-' }))
  return [...problems, ...checkAgainstReading(pack, document.text, reading)]
}
