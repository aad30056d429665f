/** The ledger of figures: every number of the document, where it stands and what of the pack holds it. Facts only, no words of the document. */
import { z } from 'zod'
import { bilingual, decimalText } from './written.ts'

/** `quantities.yaml`: one entry a figure. Exactly one of target, parameter, designation, background, missing. */
export const quantitySchema = z.strictObject({
  clause: z.string(),
  /** UTF-16 offset of the figure in the document's text: `pack check --against` finds figures that no entry stands for. */
  at: z.int().nonnegative(),
  /** End of the passage that the figure was read from. */
  end: z.int().nonnegative().optional(),
  /** In the unit of what holds it: 三年 held by a parameter in months is 36. Null: a commitment in words (all of them, more than the average). */
  value: decimalText.nullable(),
  unit: z.string(),
  target: z.string().optional(),
  parameter: z.string().optional(),
  /** Kind of designation of places whose number it is. */
  designation: z.string().optional(),
  /** A figure that commits nobody: part of a name, of history, of another document. */
  background: bilingual.optional(),
  /** A figure that the pack should hold and does not. */
  missing: bilingual.optional(),
})

export const quantitiesFileSchema = z.array(quantitySchema)
export type PackQuantity = z.infer<typeof quantitySchema>
