/**
 * A problem is everything Bangfu refuses, cannot do or found wrong, as data: a stable code, a status, named
 * details, and sentences in Chinese and English that say what, why and what next. Catalogue: `problems/`.
 * Messages never carry an identity, phone or card number: pass masked values only.
 */
import { problemCatalogue, type ProblemCode, type ProblemDefinition } from './problems/index.ts'

export type { ProblemCode, ProblemDefinition } from './problems/index.ts'
export type Language = 'zh' | 'en'
export type ProblemDetails = Readonly<Record<string, string | number | boolean | null>>

/** A problem as it travels: over HTTP, into a log, into an import report. */
export interface ProblemData {
  readonly code: ProblemCode
  readonly status: ProblemDefinition['status']
  readonly details: ProblemDetails
  readonly zh: string
  readonly en: string
}

function fill(template: string, details: ProblemDetails): string {
  return template.replace(/\{(\w+)\}/g, (_, name: string) => String(details[name] ?? '?'))
}

/** The problem of this code with its sentences filled from the details. Never throws. */
export function problemData(code: ProblemCode, details: ProblemDetails = {}): ProblemData {
  const definition: ProblemDefinition = problemCatalogue[code]
  return { code, status: definition.status, details, zh: fill(definition.zh, details), en: fill(definition.en, details) }
}

/** One or more problems, thrown once and translated once at the edge (HTTP, command line). */
export class ProblemError extends Error {
  readonly problems: readonly ProblemData[]
  constructor(problems: readonly ProblemData[], options?: { cause?: unknown }) {
    super(problems.map((p) => `${p.code}: ${p.en}`).join('\n'), options)
    this.name = 'ProblemError'
    this.problems = problems
  }
}

/** Throwable of a single problem: `throw problem('plan/not-text', { file })`. */
export function problem(code: ProblemCode, details: ProblemDetails = {}, options?: { cause?: unknown }): ProblemError {
  return new ProblemError([problemData(code, details)], options)
}

/** Exit status of a command that ended with these problems: 2 when the input was at fault, 1 when we were. */
export function exitStatusOf(problems: readonly ProblemData[]): 1 | 2 {
  return problems.some((p) => p.status === 'fault') ? 1 : 2
}
