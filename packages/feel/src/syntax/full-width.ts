/** Signs of a Chinese keyboard where FEEL wants the half-width one. Written as escapes: some editors and fonts fold them together. */

/** U+FF01 to U+FF5E are the full-width twins of ASCII, in the same order. */
const [firstTwin, lastTwin, offset] = [0xff01, 0xff5e, 0xfee0]
const others: Readonly<Record<string, string>> = {
  '\u201c': '"', '\u201d': '"', '\u2018': '"', '\u2019': '"', '\u300a': '<', '\u300b': '>', '\u3010': '[', '\u3011': ']',
  '\u3001': ',', '\u3002': '.', '\u00d7': '*', '\u00f7': '/', '\u2264': '<=', '\u2265': '>=', '\u2260': '!=', '\u2014': '-',
}

/** The sign to use instead; undefined when the sign is not such a one. */
function halfWidthOf(sign: string): string | undefined {
  const code = sign.codePointAt(0) ?? 0
  return code >= firstTwin && code <= lastTwin ? String.fromCodePoint(code - offset) : others[sign]
}

export interface WrongSign { readonly at: number; readonly sign: string; readonly wanted: string }

/** Signs of spreadsheets and programs, and what FEEL has for them. */
const foreign: Readonly<Record<string, string>> = { '==': '=', '<>': '!=', '&&': 'and', '||': 'or' }

export function findForeignSigns(rule: string): readonly WrongSign[] {
  return [...outsideTexts(rule).matchAll(/==|<>|&&|\|\|/g)].map(({ 0: sign, index: at }) => ({ at, sign, wanted: foreign[sign]! }))
}

/** The rule with quoted texts and comments blanked out, at the same length. */
function outsideTexts(rule: string): string {
  return rule.replace(/"(?:[^"\\]|\\.)*"|\/\/[^\n]*|\/\*[\s\S]*?\*\//gsu, (skipped) => ' '.repeat(skipped.length))
}

/** Full-width signs outside quoted texts and comments. The grammar would take some of them for letters of a name. */
export function findFullWidth(rule: string): readonly WrongSign[] {
  return [...outsideTexts(rule).matchAll(/./gsu)].flatMap(({ 0: sign, index: at }) => {
    const wanted = halfWidthOf(sign)
    return wanted === undefined ? [] : [{ at, sign, wanted }]
  })
}
