/** The clauses as a tree of links. Looking for words keeps the clauses that have them, and those above. */
import { useMemo, useState } from 'react'
import { Link } from 'react-router'
import type { Clause } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'

interface Props {
  readonly clauses: readonly Clause[]
  readonly current: string | undefined
  readonly find: string | undefined
  readonly addressOf: (id: string) => string
}

/** Ids of the clauses that hold the words, in id, title, summary or text. */
export function matchingClauses(clauses: readonly Clause[], find: string): ReadonlySet<string> {
  const words = find.toLowerCase()
  const holds = (text: string | null) => text?.toLowerCase().includes(words) ?? false
  return new Set(clauses.filter((c) => holds(c.id) || holds(c.title.zh) || holds(c.title.en) || holds(c.summary.zh) || holds(c.summary.en) || holds(c.text)).map((c) => c.id))
}

function ancestorsOf(clauses: readonly Clause[], ids: Iterable<string>): Set<string> {
  const parents = new Map(clauses.map((c) => [c.id, c.parent]))
  const all = new Set<string>()
  for (const id of ids) for (let at = parents.get(id); at; at = parents.get(at)) all.add(at)
  return all
}

interface Tree {
  readonly byParent: ReadonlyMap<string | null, readonly Clause[]>
  readonly open: ReadonlySet<string>
  readonly shown: ReadonlySet<string> | undefined
  readonly matched: ReadonlySet<string> | undefined
  readonly current: string | undefined
  readonly addressOf: (id: string) => string
}

function Node({ clause, tree }: { clause: Clause; tree: Tree }) {
  const { t, number } = useLanguage()
  const [toggled, setToggled] = useState<boolean>()
  const branch = tree.byParent.has(clause.id)
  const open = toggled ?? (tree.shown !== undefined || tree.open.has(clause.id))
  return (
    <li>
      <div className="clause-line">
        {branch ? <button type="button" aria-expanded={open} aria-label={t(clause.title)} onClick={() => setToggled(!open)}>{open ? '▾' : '▸'}</button> : <span className="clause-leaf" />}
        <Link to={tree.addressOf(clause.id)} aria-current={clause.id === tree.current ? 'page' : undefined} className={tree.matched?.has(clause.id) ? 'matched' : undefined}>
          <span className="clause-id">{clause.id.split('.').pop()}</span>
          <span className="clause-title">{t(clause.title)}</span>
          {clause.figures && clause.figures.owed.count > 0 && <span className="clause-count number">{number(clause.figures.owed.count)}</span>}
        </Link>
      </div>
      {branch && open && <Branch parent={clause.id} tree={tree} />}
    </li>
  )
}

function Branch({ parent, tree }: { parent: string | null; tree: Tree }) {
  const children = (tree.byParent.get(parent) ?? []).filter((clause) => !tree.shown || tree.shown.has(clause.id))
  return <ul>{children.map((clause) => <Node key={clause.id} clause={clause} tree={tree} />)}</ul>
}

export function ClauseTree({ clauses, current, find, addressOf }: Props) {
  const byParent = useMemo(() => {
    const map = new Map<string | null, Clause[]>()
    for (const clause of clauses) map.set(clause.parent, [...(map.get(clause.parent) ?? []), clause])
    return map
  }, [clauses])
  const matched = useMemo(() => (find ? matchingClauses(clauses, find) : undefined), [clauses, find])
  const shown = matched && new Set([...matched, ...ancestorsOf(clauses, matched)])
  const top = clauses.filter((c) => c.parent === null).map((c) => c.id)
  const open = new Set([...top, ...(current ? [current, ...ancestorsOf(clauses, [current])] : [])])
  return (
    <div className="clause-tree">
      <Branch key={find ?? ''} parent={null} tree={{ byParent, open, shown, matched, current, addressOf }} />
    </div>
  )
}
