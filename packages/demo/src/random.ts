/** Seeded random numbers (xorshift128+ over 32-bit words): the same seed gives the same province on every machine. */
export interface Random {
  /** In [0, 1). */
  next(): number
  /** Whole number in [from, to]. */
  between(from: number, to: number): number
  chance(probability: number): boolean
  pick<T>(items: readonly T[]): T
  /** Item by weight; weights need not sum to one. */
  weighted<T>(items: readonly (readonly [T, number])[]): T
}

function mix(seed: number): number {
  let x = Math.imul(seed ^ 0x9e3779b9, 0x85ebca6b)
  x = Math.imul(x ^ (x >>> 13), 0xc2b2ae35)
  return (x ^ (x >>> 16)) >>> 0
}

/** A stream of its own for each (seed, stream): places can be made in any order and stay the same. */
export function makeRandom(seed: number, stream = 0): Random {
  let [a, b, c, d] = [mix(seed), mix(seed + 1) ^ mix(stream), mix(stream + 7), mix(seed ^ stream) | 1]
  const word = (): number => {
    let t = d
    const s = a
    d = c
    c = b
    b = s
    t ^= t << 11
    t ^= t >>> 8
    a = t ^ s ^ (s >>> 19)
    return a >>> 0
  }
  for (let i = 0; i < 8; i += 1) word()
  const next = (): number => word() / 4294967296
  return {
    next,
    between: (from, to) => from + Math.floor(next() * (to - from + 1)),
    chance: (probability) => next() < probability,
    pick: (items) => items[Math.floor(next() * items.length)]!,
    weighted: (items) => {
      let rest = next() * items.reduce((sum, [, w]) => sum + w, 0)
      for (const [item, weight] of items) {
        rest -= weight
        if (rest < 0) return item
      }
      return items[items.length - 1]![0]
    },
  }
}
