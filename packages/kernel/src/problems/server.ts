import type { ProblemDefinition } from './definition.ts'

/** Problems of `server`, by stable code. */
export const serverProblems = {
} as const satisfies Record<string, ProblemDefinition>
