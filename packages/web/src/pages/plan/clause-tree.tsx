/** The clauses as a tree for mouse and keyboard: arrows move, open and close, Enter opens the clause. A search keeps what holds the words. */
import { useEffect, useRef, useState, type KeyboardEvent } from 'react'
import { Link, useNavigate } from 'react-router'
import type { Clause } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { Marked } from './marked.tsx'
import { planMessages as m } from './plan-messages.ts'
import { idsAbove, treeLines, treeMove, type TreeLine } from './tree-lines.ts'

interface Props {
  readonly clauses: readonly Clause[]
  readonly current: string | undefined
  /** Clauses that hold the words looked for; undefined without a search. */
  readonly matched: ReadonlySet<string> | undefined
  readonly find: string | undefined
  readonly addressOf: (id: string) => string
}

function Line({ line, current, stop, matched, find, toggle, addressOf }: { line: TreeLine; current: boolean; stop: boolean; matched: boolean; find: string | undefined; toggle: () => void; addressOf: (id: string) => string }) {
  const { t, number } = useLanguage()
  const { clause, open } = line
  return (
    <Link
      to={addressOf(clause.id)} role="treeitem" data-clause={clause.id} aria-level={line.level} aria-setsize={line.size} aria-posinset={line.position} aria-expanded={open} aria-selected={current} tabIndex={stop ? 0 : -1}
      className={`tree-line${matched ? ' matched' : ''}`} style={{ paddingLeft: `${(line.level - 1) * 14}px` }}
    >
      <span className="tree-toggle" aria-hidden="true" onClick={(event) => { if (open !== undefined) { event.preventDefault(); toggle() } }}>{open === undefined ? '' : open ? '▾' : '▸'}</span>
      <span className="clause-id">{clause.id.split('.').pop()}</span>
      <span className="clause-title"><Marked text={t(clause.title)} find={matched ? find : undefined} /></span>
      {clause.figures && clause.figures.owed.count > 0 && <span className="clause-count number" title={t(m.owed)}>{number(clause.figures.owed.count)}</span>}
    </Link>
  )
}

export function ClauseTree({ clauses, current, matched, find, addressOf }: Props) {
  const { t } = useLanguage()
  const navigate = useNavigate()
  const box = useRef<HTMLDivElement>(null)
  const [toggled, setToggled] = useState<ReadonlyMap<string, boolean>>(new Map())
  const [stop, setStop] = useState<string>()
  const above = idsAbove(clauses, current ? [current] : [])
  const isOpen = (id: string): boolean => toggled.get(id) ?? (matched !== undefined || above.has(id) || id === current || !id.includes('.'))
  const only = matched && new Set([...matched, ...idsAbove(clauses, matched)])
  const lines = treeLines(clauses, isOpen, only)
  const known = lines.some((line) => line.clause.id === stop)
  const entry = known ? stop : lines.find((line) => line.clause.id === current)?.clause.id ?? lines[0]?.clause.id
  useEffect(() => {
    const line = box.current?.querySelector<HTMLElement>('[aria-selected=true]')
    const pane = box.current?.parentElement
    if (line && pane && (line.offsetTop < pane.scrollTop || line.offsetTop > pane.scrollTop + pane.clientHeight - 40)) pane.scrollTop = line.offsetTop - pane.clientHeight / 2
  }, [current, matched])
  const flip = (id: string, open: boolean) => setToggled(new Map(toggled).set(id, open))
  const focus = (id: string) => {
    setStop(id)
    box.current?.querySelector<HTMLElement>(`[data-clause="${CSS.escape(id)}"]`)?.focus()
  }
  const press = (event: KeyboardEvent) => {
    const at = (event.target as HTMLElement).dataset['clause']
    if (!at || event.ctrlKey || event.metaKey || event.altKey) return
    if (event.key === ' ') { event.preventDefault(); void navigate(addressOf(at)); return }
    const move = treeMove(lines, at, event.key)
    if (!move) return
    event.preventDefault()
    if ('to' in move) focus(move.to)
    else if ('open' in move) flip(move.open, true)
    else flip(move.close, false)
  }
  return (
    <div className="clause-tree" role="tree" aria-label={t(m.tree)} ref={box} onKeyDown={press}>
      {lines.map((line) => (
        <Line key={line.clause.id} line={line} current={line.clause.id === current} stop={line.clause.id === entry} matched={matched?.has(line.clause.id) ?? false} find={find} toggle={() => flip(line.clause.id, !line.open)} addressOf={addressOf} />
      ))}
    </div>
  )
}
