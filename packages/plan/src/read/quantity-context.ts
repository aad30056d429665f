/** What is known of a number where it stands, for judging its use. */
import type { Quantity } from './quantities.ts'

export type Use = 'target' | 'amount' | 'none' | 'unclear'

export interface QuantityContext {
  /** The part of the sentence (between commas) and the place of the quantity in it. */
  readonly part: string
  readonly quantity: Quantity
  /** All quantities and the place of the first word of full coverage in the part. */
  readonly others: readonly Quantity[]
  readonly coverageAt: number | undefined
  /** What was decided for the quantity before in the same sentence, and whether only a list mark stands between. */
  readonly listedAfter: Use | undefined
  /** An earlier part of the sentence that a verb may be taken from (确保新建A 3个,B 5个). */
  readonly earlier: string
  /** The part behind this one in the sentence. */
  readonly following: string
  /** The sentence tells of what has been. */
  readonly isPast: boolean
  /** The part is what a longer bracket holds. */
  readonly inBracket: boolean
  /** Under a heading such as 主要目标. */
  readonly underTargets: boolean
  /** Under a heading such as 补助标准: numbers size a benefit, only rates reached are targets. */
  readonly underStandards: boolean
}
