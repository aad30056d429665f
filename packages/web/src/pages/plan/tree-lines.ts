/** The clauses as the lines of a tree: which are shown under what is open, and where the keyboard leads. Draws nothing. */
import type { Clause } from '../../client/contract.ts'

export interface TreeLine {
  readonly clause: Clause
  /** From 1. */
  readonly level: number
  readonly position: number
  readonly size: number
  /** Undefined: has nothing below. */
  readonly open: boolean | undefined
}

/** `only`: keep these and those above them; everything kept is then open. */
export function treeLines(clauses: readonly Clause[], isOpen: (id: string) => boolean, only: ReadonlySet<string> | undefined): TreeLine[] {
  const byParent = new Map<string | null, Clause[]>()
  for (const clause of clauses) if (!only || only.has(clause.id)) byParent.set(clause.parent, [...(byParent.get(clause.parent) ?? []), clause])
  const walk = (parent: string | null, level: number): TreeLine[] => {
    const children = byParent.get(parent) ?? []
    return children.flatMap((clause, i) => {
      const open = byParent.has(clause.id) ? isOpen(clause.id) : undefined
      return [{ clause, level, position: i + 1, size: children.length, open }, ...(open ? walk(clause.id, level + 1) : [])]
    })
  }
  return walk(null, 1)
}

export function idsAbove(clauses: readonly Clause[], ids: Iterable<string>): Set<string> {
  const parents = new Map(clauses.map((c) => [c.id, c.parent]))
  const all = new Set<string>()
  for (const id of ids) for (let at = parents.get(id); at; at = parents.get(at)) all.add(at)
  return all
}

export type TreeMove = { readonly to: string } | { readonly open: string } | { readonly close: string } | undefined

/** What a key does on a line: the arrows of a tree as ARIA's pattern has them. */
export function treeMove(lines: readonly TreeLine[], at: string, key: string): TreeMove {
  const i = lines.findIndex((line) => line.clause.id === at)
  const line = lines[i]
  if (!line) return lines[0] && { to: lines[0].clause.id }
  const to = (other: TreeLine | undefined): TreeMove => other && { to: other.clause.id }
  if (key === 'ArrowDown') return to(lines[i + 1])
  if (key === 'ArrowUp') return to(lines[i - 1])
  if (key === 'Home') return to(lines[0])
  if (key === 'End') return to(lines.at(-1))
  if (key === 'ArrowRight') return line.open === false ? { open: at } : line.open ? to(lines[i + 1]) : undefined
  if (key === 'ArrowLeft') return line.open ? { close: at } : to(lines.find((other) => other.clause.id === line.clause.parent))
  return undefined
}
