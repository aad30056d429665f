/** Who acts. Until there is sign-in one picks a seeded role; the choice lives in a cookie of this browser. */
import { z } from 'zod'
import { bilingualSchema, languageSchema, placeSchema } from './scalars.ts'

/** What an actor may do besides reading inside the own scope. */
export const capabilitySchema = z.enum(['import', 'run', 'answer', 'reveal', 'attach', 'review', 'report'])
export type Capability = z.infer<typeof capabilitySchema>

export const actorSchema = z.object({
  id: z.string(),
  name: bilingualSchema,
  role: z.string(),
  roleName: bilingualSchema,
  /** The scope: everything the actor sees lies in this place. */
  place: placeSchema,
  /** Organisation the actor works for; limits lists of a department's actor to its own measures. */
  organisation: z.string().nullable(),
  capabilities: z.array(capabilitySchema),
})
export type Actor = z.infer<typeof actorSchema>

export const sessionSchema = z.object({
  actors: z.array(actorSchema),
  current: actorSchema.nullable(),
  language: languageSchema,
})
export type Session = z.infer<typeof sessionSchema>

export const chooseActorSchema = z.strictObject({ actor: z.string().min(1).max(64), language: languageSchema.optional() })
