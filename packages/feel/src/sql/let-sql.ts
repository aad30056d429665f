/**
 * Names for parts that a SQL expression uses more than once. Short parts are repeated; long ones are put into a one-row struct
 * and read inside a lambda, so that nested rules grow with their length and not with its square.
 */
const shortEnough = 120

/** `body` receives for each part the SQL to use in its place. */
export function letSql<const T extends readonly string[]>(parts: T, body: (...names: { [K in keyof T]: string }) => string): string {
  const texts = parts as readonly string[]
  if (texts.every((part) => part.length <= shortEnough)) return body(...(parts as unknown as { [K in keyof T]: string }))
  const struct = texts.map((part, index) => `'p${index}': ${part}`).join(', ')
  const names = texts.map((_, index) => `x.p${index}`) as unknown as { [K in keyof T]: string }
  return `list_extract(list_transform([{${struct}}], lambda x: ${body(...names)}), 1)`
}
