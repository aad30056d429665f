/** Likeness of wordings in which what every clause says counts little and what few say counts much: two-character runs weighted by rarity (TF-IDF). */
import { emptyCharacters, emptyPatterns, emptyWords, sameThings, worksBoth, worksNew, worksOver } from './lexicon.ts'

const longestFirst = (words: readonly string[]): string => [...words].sort((a, b) => b.length - a.length).map((word) => word.replace(/[()]/g, '\\$&')).join('|')
const common = new RegExp(`${longestFirst([...emptyWords, ...worksBoth, ...worksNew, ...worksOver])}|${emptyPatterns}|[${emptyCharacters}]`, 'g')
const firstOf = new Map(sameThings.flatMap(([first, ...others]) => others.map((word) => [word, first!] as const)))
const others = new RegExp(longestFirst([...firstOf.keys()]), 'g')

/** Stretches of Chinese characters, each thing under one name; figures, years, marks and words of no content part them. */
function stretchesOf(text: string): string[] {
  return text.normalize('NFKC').replace(others, (word) => firstOf.get(word)!).replace(common, ' ').split(/[^\u4e00-\u9fff]+/)
}

function* runsIn(stretch: string): Generator<string> {
  const characters = [...stretch]
  for (let i = 0; i + 1 < characters.length; i += 1) yield characters[i]! + characters[i + 1]!
}

export class WeightedWords {
  readonly #weights = new Map<string, number>()
  readonly #runs = new Map<string, ReadonlySet<string>>()
  readonly #wholes = new Map<string, number>()
  readonly #unseen: number

  /** `texts`: every clause and subject of both plans. */
  constructor(texts: readonly string[]) {
    const counts = new Map<string, number>()
    for (const text of texts) for (const run of this.#runsOf(text)) counts.set(run, (counts.get(run) ?? 0) + 1)
    for (const [run, count] of counts) this.#weights.set(run, Math.log(1 + texts.length / count))
    this.#unseen = Math.log(1 + texts.length)
  }

  #runsOf(text: string): ReadonlySet<string> {
    const known = this.#runs.get(text)
    if (known) return known
    const runs = new Set(stretchesOf(text).flatMap((stretch) => [...runsIn(stretch)]))
    this.#runs.set(text, runs)
    return runs
  }

  #square(run: string): number {
    return (this.#weights.get(run) ?? this.#unseen) ** 2
  }

  /** Weight of all that the text says. */
  #whole(text: string): number {
    const known = this.#wholes.get(text)
    if (known !== undefined) return known
    let sum = 0
    for (const run of this.#runsOf(text)) sum += this.#square(run)
    this.#wholes.set(text, sum)
    return sum
  }

  /** Weight of what both say; every pair of clauses asks for it, so the shorter is walked. */
  #common(a: string, b: string): number {
    const [left, right] = [this.#runsOf(a), this.#runsOf(b)]
    const [short, long] = left.size < right.size ? [left, right] : [right, left]
    let sum = 0
    for (const run of short) if (long.has(run)) sum += this.#square(run)
    return sum
  }

  /** Cosine: 0 nothing in common, 1 the same runs. */
  likeness(a: string, b: string): number {
    const shared = this.#common(a, b)
    return shared === 0 ? 0 : shared / Math.sqrt(this.#whole(a) * this.#whole(b))
  }

  /** Share of what `part` says that `whole` says too; 0 for a part of fewer than two runs, which says too little. */
  containment(part: string, whole: string): number {
    return this.#runsOf(part).size < 2 ? 0 : this.#common(part, whole) / this.#whole(part)
  }

  /** How many different runs the text says. */
  size(text: string): number {
    return this.#runsOf(text).size
  }

  /** The longest stretches of `a` whose runs all stand in `b`, rarest first: for a person to see why. */
  shared(a: string, b: string, most = 3): string[] {
    const right = this.#runsOf(b)
    const found = new Map<string, number>()
    for (const stretch of stretchesOf(a)) {
      let word = ''
      let weight = 0
      for (const run of [...runsIn(stretch), '']) {
        if (right.has(run)) {
          word = word === '' ? run : word + run.slice(1)
          weight += this.#weights.get(run) ?? 0
        } else if (word !== '') {
          found.set(word, weight)
          word = ''
          weight = 0
        }
      }
    }
    return [...found].sort((x, y) => y[1] - x[1]).slice(0, most).map(([word]) => word)
  }
}
