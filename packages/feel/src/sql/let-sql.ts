/**
 * Names for parts that a SQL expression uses more than once. Short parts are repeated; where one is long, all are put into a row
 * and read inside a lambda, so that nested rules grow with their length and not with its square. (A row, not a struct with names:
 * DuckDB 1.5 loses a struct's field names when it moves an expression out of a correlated sub-query. And one row, not a lambda
 * for each part: there are no sub-queries inside lambdas.)
 */
const shortEnough = 260

/** `body` receives for each part the SQL to use in its place. */
export function letSql<const T extends readonly string[]>(parts: T, body: (...names: { [K in keyof T]: string }) => string): string {
  const write = (names: readonly string[]): string => body(...(names as unknown as { [K in keyof T]: string }))
  if (parts.every((part) => part.length <= shortEnough)) return write(parts)
  // Lambdas inside must not take the name of this one: one above the highest inside.
  const inside = [...write(parts.map(() => 'x')).matchAll(/lambda x(\d+):/g)].map((match) => Number(match[1]))
  const variable = `x${Math.max(0, ...inside) + 1}`
  const names = parts.map((_, index) => `struct_extract_at(${variable}, ${index + 1})`)
  return `list_extract(list_transform([row(${parts.join(', ')})], lambda ${variable}: ${write(names)}), 1)`
}
