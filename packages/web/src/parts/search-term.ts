/**
 * What is searched for, as it may stand in the address: the full number of a person (identity, certificate, card, phone) is replaced by a sign that
 * only this tab can read, for addresses stay in the browser's history and are sent to colleagues. No store of searches: it ends with the page.
 */
const numbers = new Map<string, string>()
const signs = new Map<string, string>()

const personNumber = /\d{15}|(?<!\d)1[3-9]\d{9}(?!\d)/

/** The text for the address. Full-width digits and blanks between digits are no disguise. */
export function termToAddress(text: string): string {
  if (!personNumber.test(text.normalize('NFKC').replace(/[\s-]/g, ''))) return text
  const known = signs.get(text)
  if (known !== undefined) return known
  const sign = `~${crypto.randomUUID().slice(0, 8)}`
  signs.set(text, sign)
  numbers.set(sign, text)
  return sign
}

/** The text that was searched for; undefined for a sign of another tab or of before a reload. */
export function termFromAddress(value: string): string | undefined {
  return /^~[0-9a-f]{8}$/.test(value) ? numbers.get(value) : value
}
