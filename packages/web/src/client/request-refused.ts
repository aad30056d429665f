/** A request that did not succeed: the server's problems, or the fact that the server was not reached. */
import type { ProblemData } from './contract.ts'

export class RequestRefused extends Error {
  readonly problems: readonly ProblemData[]
  /** HTTP status; 0 when there was no answer. */
  readonly status: number
  constructor(status: number, problems: readonly ProblemData[]) {
    super(problems.map((p) => p.code).join(', ') || `HTTP ${status}`)
    this.name = 'RequestRefused'
    this.status = status
    this.problems = problems
  }
  get offline(): boolean {
    return this.status === 0
  }
  get missing(): boolean {
    return this.status === 404
  }
}
