/** Lays an overlay's stand-in values over a pack's unknown parameters. Never touches a value that has a source; `checkPack` reports the attempt. */
import type { PackOverlay, PackParameter } from './format.ts'
import { datesOverlap } from './dated.ts'

type Value = PackParameter['values'][number]

/** Whether every place of `inner` lies in a place of `outer` (absent = everywhere). */
export function placesCover(outer: Value, inner: Value): boolean {
  if (!outer.places) return true
  return inner.places !== undefined && inner.places.every((place) => outer.places!.some((container) => place.startsWith(container)))
}

export function applyOverlay(parameters: readonly PackParameter[], overlay: PackOverlay): PackParameter[] {
  const added = new Map(overlay.parameters.map((parameter) => [parameter.id, parameter]))
  return parameters.map((parameter) => {
    const stand = added.get(parameter.id)
    if (!stand) return parameter
    const left = parameter.values.filter((value) => value.unknown === undefined || !stand.values.some((s) => placesCover(s, value) && datesOverlap(s, value)))
    return { ...parameter, values: [...left, ...stand.values] }
  })
}
