/** Sentences and their parts, with where they stand. Words in 《》 are blanked out: numbers of titles are none of the plan's. */

export interface Part { readonly text: string; readonly start: number }
export interface Sentence extends Part { readonly parts: readonly Part[] }

/** The text with titles in 《》, and short quoted catchwords (“五个一批”, “三保障”), replaced by marks of the same length. */
export function blankTitles(text: string): string {
  return text
    .replace(/《[^》\n]{1,240}》(?:[((][^()()\n]{0,30}号[))])?/g, (title) => '□'.repeat(title.length))
    .replace(/[“"][^”"\n,。;]{1,16}[”"]/g, (quoted) => (!/[一二两三四五六七八九十]个/.test(quoted) && /\d+(\.\d+)?[%万亿]|^.十[一二三四五六]五|应\p{Script=Han}{1,2}[尽则必]|全覆盖/u.test(quoted) ? quoted : '□'.repeat(quoted.length)))
    .replace(/[〔[(]\d{4}[〕\])]第?\d{1,5}号/g, (number) => '□'.repeat(number.length))
}

function split(text: string, offset: number, marks: RegExp): Part[] {
  const parts: Part[] = []
  let from = 0
  for (let i = 0; i <= text.length; i += 1) {
    if (i < text.length && !marks.test(text[i]!)) continue
    if (i > from) parts.push({ text: text.slice(from, i), start: offset + from })
    from = i + 1
  }
  return parts
}

/** A longer bracket with numbers or marks speaks for itself: it parts the sentence. Others, (市、区), (水泥), (社区卫生服务中心), stay in the word that they stand in. */
function partLongBrackets(text: string): string {
  return text.replace(/\(([^()]{8,})\)/g, (whole, inner: string) => (inner.length > 24 || /[\d,;:。%]/.test(inner) ? `\u0001${inner}\u0001` : whole))
}

export function splitSentences(text: string, offset: number): Sentence[] {
  return split(text, offset, /[。!?\n]/).map((sentence) => ({ ...sentence, parts: split(partLongBrackets(sentence.text), sentence.start, /[,;:\u0001]/) }))
}
