/** Compares a pack with the document it is made from: the same text, the same clauses. */
import { problemData, type ProblemData } from '@bangfu/kernel'
import { readPlan, type Pack } from '@bangfu/plan'

export function checkAgainstDocument(pack: Pack, bytes: Uint8Array, fileName: string): ProblemData[] {
  const { document, clauses } = readPlan(bytes, { fileName })
  const problems: ProblemData[] = []
  if (document.sha256 !== pack.pack.document.sha256) problems.push(problemData('server/other-document', { file: fileName, pack: pack.pack.id, found: document.characters, wanted: pack.pack.document.characters }))
  const [read, held] = [new Set(clauses.map((c) => c.id)), new Set(pack.clauses.map((c) => c.id))]
  const [missing, extra] = [[...read].filter((id) => !held.has(id)), [...held].filter((id) => !read.has(id))]
  if (missing.length + extra.length > 0) problems.push(problemData('server/clauses-differ', { missing: missing.join('、') || '-', extra: extra.join('、') || '-' }))
  return problems
}
