import type { ProblemDefinition } from './definition.ts'

/** Problems of `feel`, by stable code. */
export const feelProblems = {
} as const satisfies Record<string, ProblemDefinition>
