/** Quoting of names and of file paths, the only two things that may be written into SQL text; values are parameters. */

/** An identifier in double quotes. */
export function quoteName(name: string): string {
  return `"${name.replaceAll('"', '""')}"`
}

/** A text literal. For file paths and constants of the program only: DuckDB takes no parameter where a file is named. */
export function quoteText(text: string): string {
  return `'${text.replaceAll("'", "''")}'`
}
