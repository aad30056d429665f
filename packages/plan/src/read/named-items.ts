/** Clauses that an assignment names by their printed numbers: 1至3项由甲局负责, 第(六)、(七)项由乙局牵头. Says which numbers, not which clauses. */
import { findOrdinal } from './numerals.ts'

export interface NamedItems { readonly numbers: readonly number[]; /** Printed in Chinese numerals. */ readonly han: boolean }

const one = '第?[(]?(?:\\d{1,2}|[一二三四五六七八九十]{1,3})[)]?'
const pattern = new RegExp(`(${one}(?:(?:、|和|及|至|到|-|~)${one}){0,9})(?:项|条|款|点)`)

/** The numbers named in the words before the bodies, or undefined. */
export function findNamedItems(words: string): NamedItems | undefined {
  const list = pattern.exec(words)?.[1]
  if (list === undefined) return undefined
  const numbers: number[] = []
  for (const piece of list.split(/[、和及]/)) {
    const ends = piece.split(/[至到~-]/).map((text) => findOrdinal(text.replace(/[第()]/g, '')) ?? 0)
    const [from, until = from] = [ends[0]!, ends[1]]
    for (let n = from; n <= Math.min(until, from + 60); n += 1) numbers.push(n)
  }
  return { numbers: numbers.filter((n) => n > 0), han: !/\d/.test(list) }
}
