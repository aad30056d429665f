/** Says problems on standard error, one sentence each, and decides the exit status. Never prints a stack. */
import { randomUUID } from 'node:crypto'
import { exitStatusOf, problemData, ProblemError, type Language, type ProblemData } from '@bangfu/kernel'

/** Problems of anything thrown: our own as they are, everything else as `kernel/internal` with a reference. */
export function problemsOf(error: unknown): readonly ProblemData[] {
  if (error instanceof ProblemError) return error.problems
  return [problemData('kernel/internal', { reference: randomUUID().slice(0, 8) })]
}

export function problemLine(problem: ProblemData, language: Language): string {
  return `✗ ${language === 'zh' ? problem.zh : problem.en} [${problem.code}]`
}

/** Prints and returns the exit status: 2 input, 1 our own fault. With BANGFU_LOG=debug the stack of a fault follows. */
export function reportProblems(error: unknown, language: Language, debug: boolean): 1 | 2 {
  const problems = problemsOf(error)
  for (const problem of problems) process.stderr.write(`${problemLine(problem, language)}\n`)
  if (debug && !(error instanceof ProblemError)) process.stderr.write(`${error instanceof Error ? error.stack : String(error)}\n`)
  return exitStatusOf(problems)
}
