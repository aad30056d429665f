/** Collects every problem of one rule with its place, so that an author sees them all at once. It decides nothing. */
import { ProblemError, problemData, type ProblemCode, type ProblemData, type ProblemDetails } from '@bangfu/kernel'
import { positionOf } from './position.ts'
import type { Span } from './syntax/syntax-node.ts'

const longestQuote = 60

export class Findings {
  readonly source: string
  readonly #found: { readonly start: number; readonly data: ProblemData }[] = []

  constructor(source: string) {
    this.source = source
  }

  /** Notes the problem; details gain `line`, `column`, `start`, `end` and `text` (the words at fault). Returns undefined, the value of a failed check. */
  add(code: ProblemCode, span: Span, details: ProblemDetails = {}): undefined {
    const text = [...this.source.slice(span.start, span.end)]
    const shown = text.length > longestQuote ? `${text.slice(0, longestQuote).join('')}…` : text.join('')
    const { line, column } = positionOf(this.source, span.start)
    const known = this.#found.some(({ start, data }) => data.code === code && start === span.start)
    if (!known) this.#found.push({ start: span.start, data: problemData(code, { line, column, start: span.start, end: span.end, text: shown, ...details }) })
    return undefined
  }

  get any(): boolean {
    return this.#found.length > 0
  }

  /** The problems in the order of the rule. */
  get problems(): readonly ProblemData[] {
    return [...this.#found].sort((a, b) => a.start - b.start).map(({ data }) => data)
  }

  throwIfAny(): void {
    if (this.any) throw new ProblemError(this.problems)
  }
}
