/**
 * Names of the vocabulary may hold blanks, keywords, signs or a leading digit (`in resident pension`, `15重点县`), which FEEL's
 * grammar reads as something else. Before parsing, each such name is replaced by a plain identifier of the same length, so that
 * every position stays true; the checker reads the real name from the rule itself. This is not a parser.
 */

const keywords = new Set(['and', 'or', 'in', 'between', 'if', 'then', 'else', 'satisfies', 'return', 'some', 'every', 'for', 'instance', 'of'])
const plainName = /^[\p{L}_][\p{L}\p{N}_]*$/u
const wordSign = /[\p{L}\p{N}_]/u
const word = /[\p{L}_][\p{L}\p{N}_]*/uy
const number = /\d+(\.\d+)?|\.\d+/uy
const skipped = /\s+|\/\/[^\n]*|\/\*[\s\S]*?\*\//uy
const quoted = /"(?:[^"\\]|\\.)*"?/suy

/** True when FEEL's grammar alone would not read the name as one identifier. */
function needsMask(name: string): boolean {
  return !plainName.test(name) || keywords.has(name)
}

function patternOf(name: string): RegExp {
  return new RegExp(name.trim().split(/\s+/u).map((part) => RegExp.escape(part)).join('\\s+'), 'uy')
}

function maskOf(text: string): string {
  const safe = [...text].map((sign) => (wordSign.test(sign) ? sign : '_'.repeat(sign.length))).join('')
  return /^\p{N}/u.test(safe) ? `_${safe.slice([...safe][0]!.length)}` : safe
}

function matchAt(pattern: RegExp, text: string, at: number): string | undefined {
  pattern.lastIndex = at
  return pattern.exec(text)?.[0]
}

/** True when a letter or digit stands there, so that a name ending before it is only part of a longer word. */
function continuesAt(text: string, at: number): boolean {
  const code = text.codePointAt(at)
  return code !== undefined && wordSign.test(String.fromCodePoint(code))
}

/** The rule with every listed name that stands where an operand may stand made plain; same length as `source`. */
export function maskNames(source: string, names: readonly string[]): string {
  const patterns = names.filter(needsMask).sort((a, b) => b.length - a.length).map(patternOf)
  let [masked, at, operandExpected] = ['', 0, true]
  const take = (text: string, as: string, expected: boolean): void => {
    masked += as
    at += text.length
    operandExpected = expected
  }
  while (at < source.length) {
    // A name may begin with what would otherwise be a blank-like comment, a quotation mark or a digit: names go first.
    const name = operandExpected ? patterns.map((p) => matchAt(p, source, at)).find((m) => m && !continuesAt(source, at + m.length)) : undefined
    if (name) { take(name, maskOf(name), false); continue }
    const blank = matchAt(skipped, source, at)
    if (blank) { take(blank, blank, operandExpected); continue }
    const text = matchAt(quoted, source, at)
    if (text) { take(text, text, false); continue }
    const digits = matchAt(number, source, at)
    if (digits) { take(digits, digits, false); continue }
    const identifier = matchAt(word, source, at)
    if (identifier) { take(identifier, identifier, keywords.has(identifier)); continue }
    const sign = String.fromCodePoint(source.codePointAt(at)!)
    take(sign, sign, !/[)\]}]/.test(sign))
  }
  return masked
}
