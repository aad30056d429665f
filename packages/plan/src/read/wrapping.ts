/** Lines broken by a printer or a program: how wide they are, and whether the sentence of one runs on in the next. Knows nothing of clauses. */
import { endsLikeHeading, endsWithAssignment, startsLabelled, startsNumbered } from './line-shape.ts'

export interface WrittenLine {
  readonly text: string
  /** Columns taken in the source, a Chinese character counting two; and those of the blanks that it opens with. */
  readonly columns: number
  /** Characters with those of the blanks, whatever their width. */
  readonly characters: number
  readonly indent: number
}
export interface Wrapping {
  /** Columns at which lines were broken; 0 when each paragraph stands on one line. */
  readonly columns: number
  /** Paragraphs open with blanks, the lines that go on do not. */
  readonly indented: boolean
}
export interface Between { readonly overPage: boolean; readonly overBlank: boolean; /** A bracket opened before is not closed yet. */ readonly openBracket: boolean }

const widestWrapped = 180
/** A line may end this far before the edge: a number or a mark that must not be parted goes to the next. */
const slack = 10
const endsSentence = /[。!?]["”’』」)]*$/
const endsStop = /[。!?;:》]["”’』」)]*$/
/** A document's number on a line of its own. */
const numberLine = /^[\p{Script=Han}]{1,14}[〔[(]\d{4}[〕\])]第?\d{1,5}号$/u
/** Numbers of headings, which some documents print without blanks. */
const topNumber = /^(?:第[一二三四五六七八九十百\d]{1,4}[编部章节条]|[一二三四五六七八九十]{1,3}、)/
/** 责任单位:甲局、乙局 ends where it ends, with a stop or without. */
const assigningLine = /^(?:责任|主责|主办|牵头|配合|协办|参与|参加|承办|落实)(?:单位|部门|站所|[股科处]室)?:/
/** …。(甲局、乙局) closes its paragraph. */
const assigningBracket = /[(〔【[](?:[^()〔〕【】[\]]|\([^()]{0,20}\)){2,300}[局厅委办部会院室心府位门社联行站所队司][)〕】\]]$/
const opensWithMark = /^[,、;。:!?)〕】》”%]/

/** Most lines stand behind blanks, and those that do not stand behind a full line: each goes on what that began. */
function goesOnWithoutBlanks(lines: readonly WrittenLine[], widest: number): boolean {
  const flush = lines.filter((line, i) => i > 0 && line.indent < 2)
  const behindFull = lines.filter((line, i) => i > 0 && line.indent < 2 && lines[i - 1]!.columns >= widest - slack)
  return flush.length >= 1 && flush.length * 2 < lines.length && behindFull.length * 10 >= flush.length * 8
}

/** Wrapped when several lines reach the same edge and most of those break a sentence. */
export function findWrapping(lines: readonly WrittenLine[]): Wrapping {
  const widest = lines.reduce((most, line) => Math.max(most, line.columns), 0)
  const full = lines.filter((line) => line.columns >= widest - slack)
  const broken = full.filter((line) => !endsStop.test(line.text))
  if (widest <= widestWrapped && widest >= 30 && goesOnWithoutBlanks(lines, widest)) return { columns: widest, indented: true }
  if (widest > widestWrapped || widest < 30 || full.length < 4 || full.length * 10 < lines.length || broken.length * 2 < full.length) return { columns: 0, indented: false }
  // Blanks open paragraphs where the lines behind an ended one stand behind blanks, and those behind a broken one do not.
  const behind = (ended: boolean) => lines.filter((_, i) => i > 0 && (ended ? lines[i - 1]!.columns < widest - slack && endsSentence.test(lines[i - 1]!.text) : lines[i - 1]!.columns >= widest - slack && !endsStop.test(lines[i - 1]!.text)))
  const [opening, goingOn] = [behind(true), behind(false)]
  const indented = opening.filter((line) => line.indent >= 2).length * 10 >= opening.length * 6 && goingOn.filter((line) => line.indent < 2).length * 2 > goingOn.length
  return { columns: widest, indented: indented && lines.some((line) => line.indent >= 2) }
}

/**
 * The lines with their widths as they were broken: by columns, or by characters whatever their width (then each counts two), whichever gives more full lines that
 * break a sentence.
 */
export function measureLines<L extends WrittenLine>(lines: readonly L[], counts: (line: L) => boolean): { readonly lines: readonly L[]; readonly wrapping: Wrapping } {
  const byCharacters = lines.map((line) => (line.characters * 2 === line.columns ? line : { ...line, columns: line.characters * 2 }))
  const ways = [lines, byCharacters].map((measured) => {
    const written = measured.filter(counts)
    const wrapping = findWrapping(written)
    return { lines: measured, wrapping, broken: wrapping.columns === 0 ? 0 : written.filter((line) => line.columns >= wrapping.columns - slack && !endsStop.test(line.text)).length }
  })
  return ways[1]!.broken > ways[0]!.broken ? ways[1]! : ways[0]!
}

function runsOnUnwrapped(line: string, next: string, { overBlank, overPage }: Between): boolean {
  if (endsStop.test(line) || startsNumbered(next) || startsLabelled(next) || endsWithAssignment(line) || assigningBracket.test(line.slice(-320)) || endsLikeHeading(line)) return false
  if ((overBlank && !overPage) || assigningLine.test(line)) return /[,、]$/.test(line)
  return /[,、]$/.test(line) || line.length >= 25
}

/** Whether the sentence of a line runs on in the next one. */
export function runsOn(line: WrittenLine, next: WrittenLine, wrapping: Wrapping, between: Between): boolean {
  if (line.text === '' || numberLine.test(next.text)) return false
  const parted = between.overBlank && !between.overPage
  if (opensWithMark.test(next.text) && !parted) return true
  if (wrapping.columns === 0) return runsOnUnwrapped(line.text, next.text, between)
  if (parted) return /[,、]$/.test(line.text)
  const full = line.columns >= wrapping.columns - slack
  if (!full && !between.overPage) return false
  if (wrapping.indented && next.indent >= 2) return false
  if (between.openBracket) return true
  if (endsSentence.test(line.text) && (!wrapping.indented || !full || topNumber.test(next.text))) return false
  if (wrapping.indented && full) return true
  // In the middle of a sentence 3.5% and 位:甲局 are parts of what was broken, no number and no label.
  if (full && (/^\d{1,3}\.\d{1,2}(?:[%‰万亿个元倍米公亩户人千]|$)/.test(next.text) || /^[\p{Script=Han}]{1,2}:/u.test(next.text))) return true
  if (startsNumbered(next.text) || startsLabelled(next.text)) return false
  return full || !endsLikeHeading(line.text)
}
