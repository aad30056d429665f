/** One copy of each text that a column repeats: most columns of a list hold a handful of labels a million times. */

const distinctPerColumn = 5000

/**
 * Gives the shared copy of a cell's text. `detach` also cuts texts loose from the chunk they were read from, which would otherwise stay in memory
 * with them; a column in which nothing repeats (numbers, names) is soon left alone.
 */
export function sharedTexts(detach: boolean): (column: number, text: string) => string {
  const known: (Map<string, string> | undefined)[] = []
  return (column, text) => {
    if (column >= known.length) known.push(...Array.from({ length: column - known.length + 1 }, () => new Map<string, string>()))
    const texts = known[column]
    const same = texts?.get(text)
    if (same !== undefined) return same
    // V8 keeps texts of 13 characters and more as views into the longer one.
    const own = detach && text.length >= 13 ? Buffer.from(text, 'utf8').toString('utf8') : text
    if (texts) {
      texts.set(own, own)
      if (texts.size > distinctPerColumn) known[column] = undefined
    }
    return own
  }
}
