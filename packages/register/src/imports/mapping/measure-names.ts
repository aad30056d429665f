/** Which of a list's measures words name: by a whole name, or by two characters that stand in the names of one of them only (生活, 护理). */
import { cleanText } from '@bangfu/kernel'

/** Names that the list's measures may bear, by measure. */
export type MeasureNames = Readonly<Record<string, readonly string[]>>

export interface NamedMeasures {
  readonly measures: readonly string[]
  /** All of them were named whole, or as “both”. */
  readonly whole: boolean
}

const everyWord = /^(?:两项|两补|双补|双项|两者|二者|两种|两样|全部|都|均)(?:补贴|补助|待遇|都|均|享受|享有|有|发放|发)*$|^(?:both|all)$/i
const pairs = /(?=([\p{Script=Han}]{2}))/gu
const plain = (text: string): string => cleanText(text).replace(/[\s()[\]"“”·:：]/g, '').toLowerCase()
const pairsOf = (text: string): ReadonlySet<string> => new Set([...text.matchAll(pairs)].map((match) => match[1]!))

/** Reads words for one list; the same words are read once. Undefined: they name none of its measures, or it cannot be told which. */
export function measureReader(names: MeasureNames): (text: string) => NamedMeasures | undefined {
  const ids = Object.keys(names)
  const all = ids.flatMap((id) => names[id]!.map((name) => ({ id, name: plain(name) }))).filter(({ name }) => name.length > 1).sort((a, b) => b.name.length - a.name.length)
  const pairsById = ids.map((id) => pairsOf(names[id]!.map(plain).join(' ')))
  const ownPairs = ids.map((id, at) => ({ id, pairs: [...pairsById[at]!].filter((pair) => pairsById.every((others, i) => i === at || !others.has(pair))) }))
  const known = new Map<string, NamedMeasures | undefined>()

  function read(text: string): NamedMeasures | undefined {
    if (everyWord.test(text)) return { measures: ids, whole: true }
    // Whole names first, the longest before those within it; what they leave is asked for parts, piece by piece.
    let rest = text
    const whole = new Set<string>()
    for (const { id, name } of all) {
      if (!rest.includes(name)) continue
      for (const one of all) if (one.name === name) whole.add(one.id)
      whole.add(id)
      rest = rest.replaceAll(name, '\u0000')
    }
    const parts = new Set<string>()
    for (const piece of rest.split(/[、,，+/和及与&;；]/)) {
      if (piece.includes('\u0000')) continue
      const named = ownPairs.filter((own) => own.pairs.some((pair) => piece.includes(pair)))
      if (named.length > 1) return undefined
      if (named[0]) parts.add(named[0].id)
    }
    const measures = ids.filter((id) => whole.has(id) || parts.has(id))
    return measures.length === 0 ? undefined : { measures, whole: parts.size === 0 }
  }

  return (text) => {
    const key = plain(text)
    if (!known.has(key) && known.size < 20_000) known.set(key, read(key))
    return known.has(key) ? known.get(key) : read(key)
  }
}
