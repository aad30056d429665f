/** One YAML file of a pack with the way back from a value to its line. Knows YAML, not what the values mean. */
import { LineCounter, parseDocument, visit, type Document } from 'yaml'
import { problemData, type ProblemData } from '@bangfu/kernel'

export type SourcePath = readonly (string | number)[]

export interface PackSource {
  /** Path inside the pack folder. */
  readonly file: string
  readonly text: string
  readonly value: unknown
  readonly faults: readonly ProblemData[]
  /** Line (from 1) where the value at the path is written; of its nearest parent when the path is absent. */
  lineOf(path: SourcePath): number
}

function lineOfPath(document: Document, lines: LineCounter, path: SourcePath): number {
  for (let length = path.length; length > 0; length -= 1) {
    const node = document.getIn(path.slice(0, length), true) as { range?: readonly [number, number, number] | null } | undefined
    if (node?.range) return lines.linePos(node.range[0]).line
  }
  return 1
}

/** The parsed file. Faults of the YAML itself are in `faults`; the value is undefined then. */
export function parsePackSource(file: string, text: string): PackSource {
  const lines = new LineCounter()
  const document = parseDocument(text, { lineCounter: lines, prettyErrors: false, uniqueKeys: true })
  const faults = document.errors.map((error) =>
    problemData('plan/pack-yaml', { file, line: lines.linePos(error.pos[0]).line, what: error.message }))
  // A pack says everything where it stands: references are how a short file becomes gigabytes, or holds itself.
  visit(document, { Alias: (_key, node) => { faults.push(problemData('plan/pack-yaml', { file, line: lines.linePos(node.range?.[0] ?? 0).line, what: `alias *${node.source}` })); return visit.BREAK } })
  return {
    file, text,
    value: faults.length > 0 ? undefined : (document.toJS() as unknown),
    faults,
    lineOf: (path) => lineOfPath(document, lines, path),
  }
}
