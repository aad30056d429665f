/**
 * Names for parts that a SQL expression uses more than once. Short parts are repeated; long ones are put into a one-row struct
 * and read inside a lambda, so that nested rules grow with their length and not with its square.
 */
const shortEnough = 120

/** `body` receives for each part the SQL to use in its place. */
export function letSql<const T extends readonly string[]>(parts: T, body: (...names: { [K in keyof T]: string }) => string): string {
  const texts = parts as readonly string[]
  if (texts.every((part) => part.length <= shortEnough)) return body(...(parts as unknown as { [K in keyof T]: string }))
  const fields = texts.map((part, index) => `p${index} := ${part}`).join(', ')
  const namesOf = (variable: string): { [K in keyof T]: string } => texts.map((_, index) => `${variable}.p${index}`) as unknown as { [K in keyof T]: string }
  // Lambdas inside this one must not take its name: one level above the highest inside.
  const inside = [...body(...namesOf('x0')).matchAll(/lambda x(\d+):/g)].map((match) => Number(match[1]))
  const variable = `x${Math.max(0, ...inside) + 1}`
  return `list_extract(list_transform([struct_pack(${fields})], lambda ${variable}: ${body(...namesOf(variable))}), 1)`
}
