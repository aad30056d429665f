/** The one catalogue of problems: every code the product can give, from one file per room. */
import { demoProblems } from './demo.ts'
import { feelProblems } from './feel.ts'
import { importsProblems } from './imports.ts'
import { kernelProblems } from './kernel.ts'
import { measuresProblems } from './measures.ts'
import { planProblems } from './plan.ts'
import { registerProblems } from './register.ts'
import { serverProblems } from './server.ts'
import { stagesProblems } from './stages.ts'

export type { ProblemDefinition } from './definition.ts'

export const problemCatalogue = {
  ...kernelProblems,
  ...feelProblems,
  ...planProblems,
  ...stagesProblems,
  ...measuresProblems,
  ...registerProblems,
  ...importsProblems,
  ...serverProblems,
  ...demoProblems,
} as const

export type ProblemCode = keyof typeof problemCatalogue
