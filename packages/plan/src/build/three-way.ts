/** Joins what a builder writes anew with what a person wrote since it last did: each field from whoever changed it; where both did, the person's stands and is said. */
import { canonicalJson } from '@bangfu/kernel'

export interface Clash {
  /** Fields from the record inward: subject.zh. */
  readonly at: string
  readonly written: unknown
  readonly built: unknown
}

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)
export const same = (a: unknown, b: unknown): boolean => canonicalJson(a ?? null) === canonicalJson(b ?? null)

function joinNode(before: Node, mine: Node, next: Node, at: string, clashes: Clash[]): Node {
  const names = [...new Set([...Object.keys(next), ...Object.keys(mine)])]
  return Object.fromEntries(names.flatMap((name) => {
    const value = joinValue(before[name], mine[name], next[name], at === '' ? name : `${at}.${name}`, clashes)
    return value === undefined ? [] : [[name, value]]
  }))
}

/** `before`: as last built; `mine`: as it stands; `next`: as built now. Undefined is a value: what a person took out stays out. */
export function joinValue(before: unknown, mine: unknown, next: unknown, at: string, clashes: Clash[]): unknown {
  if (same(mine, before) || same(mine, next)) return next
  if (isNode(mine) && isNode(next) && isNode(before)) return joinNode(before, mine, next, at, clashes)
  if (!same(next, before)) clashes.push({ at, written: mine ?? null, built: next ?? null })
  return mine
}
