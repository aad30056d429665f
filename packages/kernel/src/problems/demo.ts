import type { ProblemDefinition } from './definition.ts'

/** Problems of `demo`, by stable code. */
export const demoProblems = {
} as const satisfies Record<string, ProblemDefinition>
