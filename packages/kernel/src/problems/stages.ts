import type { ProblemDefinition } from './definition.ts'

/** Problems of `stages`, by stable code. */
export const stagesProblems = {
} as const satisfies Record<string, ProblemDefinition>
