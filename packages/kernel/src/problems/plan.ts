import type { ProblemDefinition } from './definition.ts'

/** Problems of `plan`, by stable code. */
export const planProblems = {
} as const satisfies Record<string, ProblemDefinition>
