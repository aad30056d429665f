/** Which clauses an assignment covers, from where it stands: behind a clause, or behind the last of several that share it. */
import type { Clause } from './clause-tree.ts'
import type { NamedItems } from './named-items.ts'

/** So many clauses at most are named one by one below the one that they share with. */
const mostShared = 60

export class DutyScope {
  private readonly clauses: readonly Clause[]
  private readonly children = new Map<Clause | undefined, Clause[]>()
  private readonly lineParents = new Set<Clause | undefined>()
  private readonly assigned = new Set<Clause>()
  /** How many children of a clause have an assignment; asking each time would take quadratic time. */
  private readonly assignedChildren = new Map<Clause | undefined, number>()
  constructor(clauses: readonly Clause[]) {
    this.clauses = clauses
    for (const clause of clauses) {
      if (clause.marker.lineStart) this.lineParents.add(clause.parent)
      const siblings = this.children.get(clause.parent)
      if (siblings) siblings.push(clause)
      else this.children.set(clause.parent, [clause])
    }
  }

  /** Index of the last clause whose number stands at or before the place. */
  private indexAt(at: number): number {
    let low = 0
    let high = this.clauses.length
    while (low < high) {
      const middle = (low + high) >> 1
      if (this.clauses[middle]!.marker.at <= at) low = middle + 1
      else high = middle
    }
    return low - 1
  }

  /** The innermost clause that holds the place. */
  find(at: number): Clause | undefined {
    let clause: Clause | undefined = this.clauses[this.indexAt(at)]
    while (clause && clause.end <= at) clause = clause.parent
    return clause
  }

  /** Whether a heading of a clause that holds the place, or of one above it, matches. */
  headingAbove(at: number, pattern: RegExp): boolean {
    for (let c = this.find(at); c; c = c.parent) if (c.heading !== '' && c.heading.length <= 24 && pattern.test(c.heading)) return true
    return false
  }

  /** The clause that a line of its own belongs to: one whose number opens a line, not a member of a list inside one. */
  private lineClause(at: number): Clause | undefined {
    let clause = this.find(at)
    while (clause && clause.parent && !this.lineParents.has(clause.parent)) clause = clause.parent
    return clause
  }

  /** No clause number stands at the place: the paragraph is unnumbered. */
  isFree(at: number): boolean {
    return this.clauses[this.indexAt(at)]?.marker.at !== at
  }

  /** Whether the words of a clause begin at the place, right behind its number. */
  beginsAt(at: number): boolean {
    return this.clauses[this.indexAt(at)]?.start === at
  }

  /** Whether a clause opens within so many characters. */
  opensAt(at: number, within: number): boolean {
    const next = this.clauses[this.indexAt(at - 1) + 1]
    return next !== undefined && next.marker.at - at <= within
  }

  /** Parts of a paragraph that each belong to one clause, numbers left out. */
  pieces(start: number, text: string): { text: string; start: number }[] {
    const end = start + text.length
    const pieces: { text: string; start: number }[] = []
    let from = start
    for (let i = this.indexAt(start - 1) + 1; i < this.clauses.length && this.clauses[i]!.marker.at < end; i += 1) {
      if (this.clauses[i]!.marker.at > from) pieces.push({ text: text.slice(from - start, this.clauses[i]!.marker.at - start), start: from })
      from = this.clauses[i]!.start
    }
    if (from < end) pieces.push({ text: text.slice(from - start), start: from })
    return pieces
  }

  /** Whether a sibling of the clause has an assignment. */
  private othersAssigned(clause: Clause): boolean {
    return (this.assignedChildren.get(clause.parent) ?? 0) - (this.assigned.has(clause) ? 1 : 0) > 0
  }

  private holder(at: number, kind: 'line' | 'bracket'): Clause | undefined {
    const inner = this.find(at)
    if (kind === 'line' || !inner || inner.marker.lineStart) return this.lineClause(at)
    return this.othersAssigned(inner) ? inner : this.lineClause(at)
  }

  /** Remembers that the clause at this place has an assignment of its own; call for all before asking `covers`. */
  note(at: number, kind: 'line' | 'bracket'): void {
    const inner = kind === 'bracket' ? this.find(at) : undefined
    const clause = inner ?? this.lineClause(at)
    for (let c = clause; c && !this.assigned.has(c); c = c.parent) {
      this.assigned.add(c)
      this.assignedChildren.set(c.parent, (this.assignedChildren.get(c.parent) ?? 0) + 1)
    }
  }

  /** Ids of the clauses named by number: for each number the nearest before the place. Undefined when one is not there. */
  named(at: number, items: NamedItems): string[] | undefined {
    const styles = items.han ? /^(?:一、|\(一\)|条)$/ : /^(?:1\.|1\)|\(1\)|①)$/
    const found = new Map<number, string>()
    for (let i = this.indexAt(at); i >= 0 && i > this.indexAt(at) - 200 && found.size < items.numbers.length; i -= 1) {
      const { style, number } = this.clauses[i]!.marker
      if (styles.test(style) && items.numbers.includes(number) && !found.has(number)) found.set(number, this.clauses[i]!.id)
    }
    return found.size === new Set(items.numbers).size ? items.numbers.map((n) => found.get(n)!) : undefined
  }

  /**
   * Ids covered by an assignment at the place. A line behind the last of several clauses of which none has its own covers the
   * clause above them and so each of them; otherwise it covers the clause that it stands behind.
   */
  covers(at: number, kind: 'line' | 'bracket' | 'sentence' | 'item'): string[] {
    if (kind === 'item') {
      const clause = this.find(at)
      return clause ? [clause.id, ...(clause.parent ? [clause.parent.id] : [])] : []
    }
    if (kind === 'sentence') {
      const clause = this.find(at)
      return clause ? [clause.id] : []
    }
    let clause = this.holder(at, kind)
    if (!clause) return []
    const shared: string[] = []
    for (let least = kind === 'line' ? 2 : 3; this.sharedWithSiblings(clause, least); clause = clause.parent!) shared.unshift(...this.children.get(clause.parent)!.slice(-mostShared).map((c) => c.id))
    return [clause.id, ...shared]
  }

  /** The clause is the last of at least so many of which no other has an assignment. */
  private sharedWithSiblings(clause: Clause, least: number): boolean {
    const siblings = this.children.get(clause.parent)!
    return clause.parent !== undefined && siblings.length >= least && siblings[siblings.length - 1] === clause && !this.othersAssigned(clause)
  }
}
