/** A text in both languages. A catalogue entry without one of them does not compile. */
export interface Bilingual {
  readonly zh: string
  readonly en: string
}

/** A message that needs values is a function of them, so a forgotten value does not compile either. */
export type Catalogue = Readonly<Record<string, Bilingual | ((...values: never[]) => Bilingual)>>

/** Gives the catalogue back with its exact keys; a mistyped key is a compile error where it is used. */
export function catalogue<const T extends Catalogue>(messages: T): T {
  return messages
}
