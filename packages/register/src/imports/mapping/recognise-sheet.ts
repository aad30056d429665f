/** Says which list a sheet is, where its header stands, and what each column means, with confidence and alternatives. Reads data rows only for a column of identity numbers that no header names. */
import type { LayoutKey } from '../../mapped-table.ts'
import { columnLetter, type RawSheet } from '../files/raw-sheet.ts'
import { layouts } from '../layouts/index.ts'
import type { ColumnTarget, Layout } from '../layouts/layout.ts'
import { rowPolicies } from '../layouts/row-policy.ts'
import { findHeader, type HeaderPlace } from './find-header.ts'
import { headerDictionary, type HeaderDictionary, type HeaderMeaning } from './header-dictionary.ts'
import { headerUnit, type HeaderUnit } from './header-text.ts'
import { withIdColumn } from './id-column.ts'
import { titleInfo, type TitleInfo } from './title-info.ts'

export interface ColumnMapping {
  /** 0-based. */
  readonly column: number
  readonly letter: string
  /** The header as printed; levels of a two-line header joined where that tells more. */
  readonly header: string
  readonly unit?: HeaderUnit
  /** Undefined when the column is not known; then it is reported and left out. */
  readonly target?: ColumnTarget
  readonly confidence: number
  readonly alternatives: readonly HeaderMeaning[]
}

export interface Recognition {
  /** Undefined when no header was found or no layout fits; then one must be chosen. */
  readonly layout?: LayoutKey
  readonly layoutAlternatives: readonly { readonly layout: LayoutKey; readonly score: number }[]
  /** Excel row numbers; empty when there is no header. */
  readonly headerRows: readonly number[]
  /** Position in `rows` of the first row after the header. */
  readonly dataFrom: number
  readonly columns: readonly ColumnMapping[]
  readonly title: TitleInfo
}

interface Candidate {
  readonly column: number
  readonly header: string
  readonly meaning: HeaderMeaning
}

function candidatesOf(place: HeaderPlace, layout: LayoutKey, dictionary: HeaderDictionary): Candidate[] {
  return place.texts.flatMap((texts, column) => {
    // Joined levels (户主 + 姓名) say more than the lowest one, which says more than the group: the first that means anything decides.
    const first = dictionary.firstMeaning(layout, texts)
    return first === undefined ? [] : first.meanings.map((meaning) => ({ column, header: first.header, meaning }))
  })
}

const headWord = /户主|户长/
const ofSomebody = /^(?!.*(?:户主|户长))(.+?)(?:的|之)?(?:居民|公民)?(?:身份证|证件)/

/** 户主姓名 beside 被代缴人身份证号码 is not the name of whose number it is; without another the row's name is not known. */
function withoutForeignName(candidates: Candidate[]): Candidate[] {
  const ids = candidates.filter(({ meaning }) => meaning.target === 'idNumber').sort((a, b) => b.meaning.confidence - a.meaning.confidence)
  if (!ids[0] || ids[0].meaning.confidence >= 0.6 || !ofSomebody.test(ids[0].header.replace(/\s/g, ''))) return candidates
  return candidates.filter(({ meaning, header }) => meaning.target !== 'name' || !headWord.test(header))
}

/** One column a target, one target a column, the surest pair first. */
function assign(place: HeaderPlace, layout: LayoutKey, dictionary: HeaderDictionary): ColumnMapping[] {
  const candidates = withoutForeignName(candidatesOf(place, layout, dictionary))
  const chosen = new Map<number, Candidate>()
  const taken = new Set<ColumnTarget>()
  for (const candidate of [...candidates].sort((a, b) => b.meaning.confidence - a.meaning.confidence || a.column - b.column)) {
    const { target } = candidate.meaning
    if (chosen.has(candidate.column) || (target !== 'aside' && taken.has(target))) continue
    chosen.set(candidate.column, candidate)
    taken.add(target)
  }
  return place.texts.map((texts, column) => {
    const choice = chosen.get(column)
    const header = choice?.header ?? texts[0] ?? ''
    const unit = texts.map(headerUnit).find((u) => u !== undefined)
    const alternatives = candidates.filter((c) => c.column === column && c !== choice && c.meaning.target !== choice?.meaning.target).map((c) => c.meaning)
    return { column, letter: columnLetter(column), header, ...(unit ? { unit } : {}), ...(choice ? { target: choice.meaning.target } : {}), confidence: choice?.meaning.confidence ?? 0, alternatives }
  })
}

function layoutScore(layout: Layout, columns: readonly ColumnMapping[], words: string): number {
  let score = 0
  for (const { target, confidence } of columns) if (target) score += (layout.evidence[target] ?? 0) * Math.max(confidence, 0) + (target === 'aside' ? 0.05 : 0.2)
  // 贫困人口 stands above every department's list of help too: an export of the register shows itself by its own numbers.
  const titled = !layout.key.startsWith('national-') || columns.some(({ target }) => target !== undefined && (layout.evidence[target] ?? 0) >= 2)
  const place = titled ? layout.titleWords.findIndex((word) => words.includes(word)) : -1
  return score + (place < 0 ? 0 : 4)
}

const enough = 3

/** Facts that only the register's export has beside its people; two of them stand for its numbers where these were cut off. */
const registerFacts = ['person.health', 'person.labour', 'person.life_status', 'person.schooling', 'person.on_tekun', 'household.poverty_status', 'household.cause', 'household.household_type', 'household.income_per_head', 'household.identified_on']

/** An export of the register makes people and households: a department's list with the columns of a family is none. */
function isRegisters(layout: LayoutKey, columns: readonly ColumnMapping[]): boolean {
  const targets = new Set<string | undefined>(columns.map((column) => column.target))
  return !layout.startsWith('national-') || targets.has('householdNo') || targets.has('personNo') || registerFacts.filter((fact) => targets.has(fact)).length >= 2
}

/** Whether a column tells whom a row is about: a sheet of sums under the title of a list is none. */
function tellsWhom(layout: LayoutKey, columns: readonly ColumnMapping[]): boolean {
  return rowPolicies[layout].needs.some((need) => columns.some((column) => column.target === need))
}

const roster = /名册|名单|花名|台账|明细|清册/

/** A list that is nothing else but says who and where, or who and that it is a roster, is one of help given: 到户名单. */
function namesSubjects(columns: readonly ColumnMapping[], words: string): boolean {
  const targets = new Set(columns.map((c) => c.target))
  return (targets.has('idNumber') || targets.has('name')) && (targets.has('village') || targets.has('township') || targets.has('placeCode') || (targets.has('idNumber') && roster.test(words)))
}

/** `layout` fixes the kind of list when a person chose it. */
export function recogniseSheet(sheet: RawSheet, options: { readonly layout?: LayoutKey; readonly dictionary?: HeaderDictionary } = {}): Recognition {
  const dictionary = options.dictionary ?? headerDictionary
  const place = findHeader(sheet, dictionary, options.layout)
  if (!place) return { layoutAlternatives: [], headerRows: [], dataFrom: 0, columns: [], title: titleInfo(sheet, 0) }
  const title = titleInfo(sheet, place.at)
  const words = [title.title ?? '', sheet.name, sheet.fileName].join(' ')
  const scored = (options.layout ? [options.layout] : Object.keys(layouts) as LayoutKey[]).map((key) => {
    const columns = assign(place, key, dictionary)
    return { layout: key, columns, score: isRegisters(key, columns) ? layoutScore(layouts[key], columns, words) : 0 }
  }).sort((a, b) => b.score - a.score)
  const wanted = options.layout ?? (scored[0]!.score < enough && namesSubjects(scored.find((s) => s.layout === 'delivery')?.columns ?? [], words) ? 'delivery' : undefined)
  const best = wanted ? scored.find((s) => s.layout === wanted)! : scored[0]!
  const known = options.layout !== undefined || ((wanted !== undefined || best.score >= enough) && tellsWhom(best.layout, best.columns))
  const columns = known ? withIdColumn(sheet, best.layout, place.at + place.count, best.columns) : best.columns
  return {
    ...(known ? { layout: best.layout } : {}),
    layoutAlternatives: scored.filter((s) => s !== best && s.score >= enough).map(({ layout, score }) => ({ layout, score })),
    headerRows: Array.from({ length: place.count }, (_, i) => sheet.firstRow + place.at + i),
    dataFrom: place.at + place.count, columns, title,
  }
}
