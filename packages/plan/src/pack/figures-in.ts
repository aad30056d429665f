/** Arabic figures inside the clauses of a document that are neither parts of a date (deadlines are held by targets) nor inside the passages left out. */

export interface FoundFigure { readonly at: number; readonly figure: string; readonly clause: string }

export function figuresIn(text: string, clauses: readonly { readonly id: string; readonly start: number; readonly ownEnd: number }[], outside: readonly { readonly start: number; readonly end: number }[]): FoundFigure[] {
  return [...text.matchAll(/\d+(?:\.\d+)?/g)].flatMap((found) => {
    const at = found.index
    const after = text.slice(at + found[0].length, at + found[0].length + 12)
    const dated = (/^(19|20)\d\d$/.test(found[0]) && /^\s*(年|至\s*\d{4}|[-—–~]\s*\d{4})/.test(after)) || (/^\d{1,2}$/.test(found[0]) && /^\s*(月|日)/.test(after))
    const clause = clauses.findLast((c) => c.start <= at && at < c.ownEnd)
    return !clause || dated || outside.some((span) => at >= span.start && at < span.end) ? [] : [{ at, figure: found[0], clause: clause.id }]
  })
}
