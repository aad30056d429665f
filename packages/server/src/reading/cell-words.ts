/** What a cell of should × does means, in words: the one table of the measures room. */
import { cellOf } from '@bangfu/measures'
import type { Bilingual, Entitlement } from '../contract/index.ts'

export function cellWords(eligible: Entitlement['eligible'], delivered: Entitlement['delivered']): Bilingual {
  const { zh, en } = cellOf(eligible, delivered)
  return { zh, en }
}
