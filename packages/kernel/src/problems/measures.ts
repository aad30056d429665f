import type { ProblemDefinition } from './definition.ts'

/** Problems of `measures`, by stable code. */
export const measuresProblems = {
} as const satisfies Record<string, ProblemDefinition>
