/** Whether everything that was done stands as it was sealed (the chain of actions, and the files of published runs), and what stands now follows from it. */
import { z } from 'zod'
import { bilingualSchema } from './scalars.ts'

/** `head`: end of the chain as an earlier audit told it, which the chain must still hold. */
export const auditQuery = z.strictObject({ head: z.string().regex(/^\d{1,15}:[0-9a-f]{64}$/).optional() })

export const auditSchema = z.object({
  actions: z.int(),
  /** Worth noting outside the house; null while nothing was done. */
  head: z.string().nullable(),
  faults: z.array(z.object({
    kind: z.enum(['changed', 'unsealed', 'stray', 'gap', 'chain', 'head', 'altered', 'missing', 'added']), position: z.int().nullable(), action: z.string().nullable(), table: z.string().nullable(),
    /** Of what stands now (`altered`, `missing`, `added`): how many rows, the first columns that differ, and the ids of the first subjects; nothing else of them. */
    rows: z.int().nullable(), columns: z.array(z.string()), subjects: z.array(z.string()),
    text: bilingualSchema,
  })),
  /** Published runs: `elsewhere` when their files are not (or no more) on this machine, `unsealed` when they are of a version that did not seal files. */
  runs: z.array(z.object({ id: z.string(), asOf: z.string(), files: z.enum(['same', 'changed', 'elsewhere', 'unsealed']), changed: z.array(z.string()) })),
})
export type Audit = z.infer<typeof auditSchema>

export const auditRoutes = {
  getAudit: { method: 'GET', path: '/api/audit', zh: '核验留痕', en: 'Is everything as it was sealed', query: auditQuery, response: auditSchema, needs: 'read' },
} as const
