/** Three-valued logic (Kleene, strong): undefined is unknown, and stays so only where it could change the answer. */
export type Truth = boolean | undefined

export function allOf(values: readonly Truth[]): Truth {
  if (values.includes(false)) return false
  return values.includes(undefined) ? undefined : true
}

export function anyOf(values: readonly Truth[]): Truth {
  if (values.includes(true)) return true
  return values.includes(undefined) ? undefined : false
}

export function negation(value: Truth): Truth {
  return value === undefined ? undefined : !value
}
