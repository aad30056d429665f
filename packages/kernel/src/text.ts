/** Text as people type it into sheets, brought to one form. Names are compared by character (code point), never by byte. */

/** Full-width to half-width (NFKC), outer blanks, invisible marks and leading apostrophe removed; inner runs of blanks become one. */
export function cleanText(text: string): string {
  return text.normalize('NFKC').replace(/[\u200b-\u200f\ufeff]/g, '').replace(/^'+/, '').replace(/\s+/g, ' ').trim()
}

/** Text that a spreadsheet could take for a formula, full-width signs and blanks before them included, gets an apostrophe in front; `cleanText` takes it off again. */
export function safeText(text: string): string {
  return /^(?:[\t\r\n]|\s*[=+@＝＋－＠].|\s*-(?![\d,]*\.?\d+%?\s*$).)/su.test(text) ? `'${text}` : text
}

/** A person's name for comparison: cleaned, without any blank, middle dots as one sign. */
export function nameKey(name: string): string {
  return cleanText(name).replace(/\s/g, '').replace(/[•・‧∙⋅.]/g, '·')
}

/** Levenshtein distance by code point. */
export function characterDistance(a: string, b: string): number {
  const [x, y] = [[...a], [...b]]
  let row = y.map((_, i) => i + 1)
  row.unshift(0)
  for (let i = 1; i <= x.length; i += 1) {
    const next = [i]
    for (let j = 1; j <= y.length; j += 1) {
      next.push(Math.min(next[j - 1]! + 1, row[j]! + 1, row[j - 1]! + (x[i - 1] === y[j - 1] ? 0 : 1)))
    }
    row = next
  }
  return row[y.length]!
}
