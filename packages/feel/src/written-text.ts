/** The words of a part of a rule as its author wrote them, with the brackets that belong to it. A view for people: nothing is parsed from it. */

/**
 * Brackets leave no trace in the tree, so that a part whose first or last operand stands in brackets would lose one of the pair.
 * The text is widened by the brackets that are missing; brackets inside quotation marks do not count.
 */
export function writtenText(source: string, start: number, end: number): string {
  const words = source.slice(start, end).replace(/"[^"]*"/g, '')
  let [open, unopened] = [0, 0]
  for (const sign of words) {
    if (sign === '(') open += 1
    else if (sign === ')' && open > 0) open -= 1
    else if (sign === ')') unopened += 1
  }
  let [from, to] = [start, end]
  for (; open > 0; open -= 1) to = reach(source, to, 1, ')')
  for (; unopened > 0; unopened -= 1) from = reach(source, from, -1, '(')
  return source.slice(from, to)
}

/** The offset just beyond the next bracket in the direction, if nothing but blanks lies between. */
function reach(source: string, offset: number, step: 1 | -1, bracket: string): number {
  const rest = step === 1 ? source.slice(offset) : [...source.slice(0, offset)].reverse().join('')
  const blanks = /^\s*/.exec(rest)![0].length
  return rest[blanks] === bracket ? offset + step * (blanks + 1) : offset
}
