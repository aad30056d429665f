/** A cell of bodies merged over several rows assigns once: its duties that were read row by row become one that covers them all. */
import type { Duty } from '../duties.ts'

export function joinMergedDuties(duties: readonly Duty[]): Duty[] {
  const joined = new Map<string, Duty>()
  for (const duty of duties) {
    const key = `${duty.role} ${duty.start} ${duty.end} ${duty.body}`
    const before = joined.get(key)
    joined.set(key, before ? { ...before, clauses: [...new Set([...before.clauses, ...duty.clauses])] } : duty)
  }
  return [...joined.values()]
}
