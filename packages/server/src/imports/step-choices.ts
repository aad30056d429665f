/** The choices that an officer makes for a file whose kind, office and day are known beforehand: the first county, the commands' and tests' own. */
import type { ImportStep } from '@bangfu/demo'
import type { ImportChoices } from '../contract/index.ts'

export function choicesOfStep(step: ImportStep, sheet: string): ImportChoices {
  const { delivery, complete } = step
  return {
    sheet, layout: step.layout, source: step.source, asOf: step.asOf,
    ...(delivery && { delivery: { measures: [...delivery.measures], period: delivery.period, places: [...delivery.places] } }), ...(complete && { complete: [...complete] }),
  }
}
