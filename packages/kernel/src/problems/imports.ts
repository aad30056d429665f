import type { ProblemDefinition } from './definition.ts'

/** Problems of `imports`, by stable code. */
export const importsProblems = {
} as const satisfies Record<string, ProblemDefinition>
