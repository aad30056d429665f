/** The files of a pack as the builder writes them: the format of a pack, before a person has written in it. */
import type { z } from 'zod'
import type { clausesFileSchema, dutiesFileSchema, organisationsFileSchema, packFileSchema, parametersFileSchema, placesFileSchema, targetsFileSchema } from '../pack/format.ts'
import type { obligationsFileSchema } from '../pack/obligation.ts'
import type { quantitiesFileSchema } from '../pack/quantity.ts'

export interface BuiltPack {
  readonly 'pack.yaml': z.input<typeof packFileSchema>
  readonly 'clauses.yaml': z.input<typeof clausesFileSchema>
  readonly 'organisations.yaml': z.input<typeof organisationsFileSchema>
  readonly 'duties.yaml': z.input<typeof dutiesFileSchema>
  readonly 'places.yaml': z.input<typeof placesFileSchema>
  readonly 'targets.yaml': z.input<typeof targetsFileSchema>
  readonly 'parameters.yaml': z.input<typeof parametersFileSchema>
  readonly 'obligations.yaml': z.input<typeof obligationsFileSchema>
  readonly 'quantities.yaml': z.input<typeof quantitiesFileSchema>
}
export type BuiltFileName = keyof BuiltPack

export type BuiltClause = BuiltPack['clauses.yaml'][number]
export type BuiltTarget = BuiltPack['targets.yaml']['targets'][number]
export type BuiltParameter = BuiltPack['parameters.yaml'][number]
export type BuiltDuty = BuiltPack['duties.yaml'][number]
export type BuiltObligation = NonNullable<BuiltPack['obligations.yaml']['obligations']>[number]
export type BuiltQuantity = BuiltPack['quantities.yaml'][number]

/** What the document does not say and a person gives: dates as 2024, 2024-06 or 2024-06-30. */
export interface BuildChoices {
  /** Division code of the area that the plan is for. */
  readonly place?: string | undefined
  readonly from?: string | undefined
  readonly until?: string | undefined
  /** Whoever answers for a clause reports on it by the end of the term; otherwise no proof is proposed. */
  readonly reported?: boolean | undefined
  /** Text of the very document: kinds of obligations are proposed from its words, and figures that nothing holds are listed. */
  readonly text?: string | undefined
}
