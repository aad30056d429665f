/** The document with everything that was found in it marked by class and state. Clicking a mark puts that item before the officer. */
import { memo, useEffect, useMemo, useRef } from 'react'
import type { DraftItemRow } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { documentLines, type Line, type Piece } from './document-pieces.ts'
import { draftMessages as m } from './draft-messages.ts'

interface LineProps {
  readonly line: Line
  /** None of the document: shown small. */
  readonly aside: boolean
  /** Set only on lines that hold the focused item, so that the others are not drawn again. */
  readonly focus: string | undefined
  readonly pick: (id: string) => void
}

function Mark({ piece, focus, pick }: { piece: Piece; focus: string | undefined; pick: (id: string) => void }) {
  const shown = piece.items.find((i) => i.id === focus) ?? piece.items.find((i) => i.state === 'proposed') ?? piece.items[0]
  if (!shown) return <span data-at={piece.start}>{piece.text}</span>
  return (
    <mark data-at={piece.start} data-kind={shown.kind} data-state={shown.state} className={shown.id === focus ? 'focused' : undefined} onClick={() => pick(shown.id)}>
      {piece.text}
    </mark>
  )
}

const DocumentLine = memo(function DocumentLine({ line, aside, focus, pick }: LineProps) {
  const clauseAt = (piece: Piece) => line.clauses.find((c) => c.start === piece.start)
  return (
    <p className={aside ? 'stepped-over' : focus !== undefined && line.clauses.some((c) => c.id === focus) ? 'clause-focused' : undefined}>
      {line.pieces.length === 0 && '\u00a0'}
      {line.pieces.map((piece) => {
        const clause = clauseAt(piece)
        return (
          <span key={piece.start}>
            {clause && <button type="button" tabIndex={-1} className={clause.id === focus ? 'clause-chip focused' : 'clause-chip'} data-state={clause.state} onClick={() => pick(clause.id)}>{String(clause.fields['number'] ?? '')}</button>}
            <Mark piece={piece} focus={focus} pick={pick} />
          </span>
        )
      })}
    </p>
  )
})

function holds(line: Line, item: DraftItemRow | undefined): boolean {
  return item !== undefined && (item.kind === 'clause' ? line.clauses.includes(item) : item.start < line.end && item.end > line.start)
}

export function DocumentView({ text, items, steppedOver, focus, pick }: { text: string; items: readonly DraftItemRow[]; steppedOver: readonly { start: number; end: number }[]; focus: string | undefined; pick: (id: string) => void }) {
  const { t } = useLanguage()
  const box = useRef<HTMLDivElement>(null)
  const lines = useMemo(() => documentLines(text, items), [text, items])
  const focused = items.find((i) => i.id === focus)
  useEffect(() => {
    const mark = box.current?.querySelector<HTMLElement>('.focused')
    if (!mark || !box.current) return
    // Inside the pane only: the page itself must not jump under the reader.
    const [pane, at] = [box.current.getBoundingClientRect(), mark.getBoundingClientRect()]
    if (at.top < pane.top + 40 || at.bottom > pane.bottom - 40) box.current.scrollBy({ top: at.top - pane.top - pane.height / 3 })
  }, [focus, lines])
  return (
    <div className="draft-document paper" ref={box} tabIndex={0} role="region" aria-label={t(m.document)} lang="zh-CN">
      {lines.map((line) => <DocumentLine key={line.start} line={line} aside={line.end > line.start && steppedOver.some((s) => s.start <= line.start && line.end <= s.end)} focus={holds(line, focused) ? focus : undefined} pick={pick} />)}
    </div>
  )
}
