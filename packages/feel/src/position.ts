/** Where in a rule something stands, as a person counts: first line 1, first character 1, a hanzi outside the BMP is one character. */
export interface Position {
  readonly line: number
  readonly column: number
}

export function positionOf(source: string, offset: number): Position {
  const lines = source.slice(0, offset).split('\n')
  return { line: lines.length, column: [...lines[lines.length - 1]!].length + 1 }
}
