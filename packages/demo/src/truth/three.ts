/** Three-valued truth by hand: undefined is unknown. Kept apart from the rule language on purpose. */
export type Three = boolean | undefined

export function all(...parts: readonly Three[]): Three {
  if (parts.includes(false)) return false
  return parts.includes(undefined) ? undefined : true
}

export function any(...parts: readonly Three[]): Three {
  if (parts.includes(true)) return true
  return parts.includes(undefined) ? undefined : false
}

export function less(a: number | undefined, b: number | undefined): Three {
  return a === undefined || b === undefined ? undefined : a < b
}
