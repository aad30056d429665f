import type { ProblemDefinition } from './definition.ts'

/** Problems of `register`, by stable code. */
export const registerProblems = {
} as const satisfies Record<string, ProblemDefinition>
