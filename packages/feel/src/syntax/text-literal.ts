/** The text between the quotes of a FEEL string literal, its escapes undone (DMN 1.5, grammar rule 35). */
const escapes: Readonly<Record<string, string>> = { n: '\n', r: '\r', t: '\t', '"': '"', "'": "'", '\\': '\\' }

export function textOfLiteral(literal: string): string {
  const inner = literal.replace(/^"/, '').replace(/"$/, '')
  return inner.replace(/\\(?:u([0-9a-fA-F]{4})|U([0-9a-fA-F]{6})|(.))/gsu, (whole, short?: string, long?: string, sign?: string) => {
    if (sign !== undefined) return escapes[sign] ?? whole
    return String.fromCodePoint(Number.parseInt(short ?? long ?? '0', 16))
  })
}
