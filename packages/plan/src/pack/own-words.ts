/**
 * Whether texts speak in their own words: runs of 14 Chinese characters that also stand in a plan document.
 * Punctuation and blanks are skipped; digits, letters, titles in 《》 and names of bodies part a run, since figures and names are facts.
 */

export const sharedRunLength = 14

export interface ChineseRun { readonly run: string; /** UTF-16 offset of its first character. */ readonly at: number }

/** What may stand inside a run without parting it. */
const skipped = new Set([...',\uff0c、。;\uff1b:\uff1a()\uff08\uff09“”"!?·', ...' \t\r\n\u3000\u00a0'])
const isHan = (character: string): boolean => character >= '\u4e00' && character <= '\u9fff'

/** Names and titles blanked out, so that positions stay. */
function withoutNames(text: string, names: readonly string[]): string {
  const blank = (found: string): string => '|'.repeat(found.length)
  return [...names].sort((a, b) => b.length - a.length).reduce((left, name) => left.replaceAll(name, blank(name)), text.replace(/《[^》]*》/g, blank))
}

/** Every run of 14 Chinese characters of the text, each with its place. */
export function* chineseRuns(text: string, names: readonly string[] = []): Generator<ChineseRun> {
  const bare = withoutNames(text, names)
  let characters = ''
  let places: number[] = []
  for (let i = 0; i < bare.length; i += 1) {
    const character = bare[i]!
    if (isHan(character)) {
      characters += character
      places.push(i)
      if (places.length >= sharedRunLength) yield { run: characters.slice(-sharedRunLength), at: places[places.length - sharedRunLength]! }
    } else if (!skipped.has(character) && places.length > 0) {
      characters = ''
      places = []
    }
  }
}

export interface SharedPassage { readonly file: string; readonly line: number; /** The shared characters, punctuation left out. */ readonly text: string }

/** Passages of the files that stand in the document too, longest as they come; overlapping runs make one passage. */
export function findSharedPassages(files: readonly { readonly file: string; readonly text: string }[], document: string, names: readonly string[] = []): SharedPassage[] {
  const known = new Set([...chineseRuns(document, names)].map(({ run }) => run))
  return files.flatMap(({ file, text }) => {
    const passages: { line: number; text: string }[] = []
    let joined = false
    for (const { run, at } of chineseRuns(text, names)) {
      const last = passages.at(-1)
      if (!known.has(run)) joined = false
      else if (joined && last?.text.endsWith(run.slice(0, -1))) last.text += run.at(-1)!
      else {
        passages.push({ line: text.slice(0, at).split('\n').length, text: run })
        joined = true
      }
    }
    return passages.map((passage) => ({ file, ...passage }))
  })
}
