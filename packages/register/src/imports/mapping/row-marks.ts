/** Says of a row what its remarks, and the columns that name a household, change: that its help has ended, or that it stands for several persons. */
import { givenHeader, readGiven } from './given-mark.ts'
import { findEndedMark, markHeader, type EndedMark } from './ended-mark.ts'
import { nameRemarks } from '../cells/read-text.ts'
import { cellText, type RawCell } from '../files/raw-sheet.ts'
import type { Layout } from '../layouts/layout.ts'
import type { ColumnPlan } from './column-plan.ts'
import type { PlacedColumn } from './notice-log.ts'
import type { RowDraft } from './row-draft.ts'

export interface RowMarks {
  readonly remarkColumns: readonly (PlacedColumn & { readonly column: number })[]
  /** Rows may stand for households: the only name or number is the head's, or a column counts the members covered. */
  readonly byHousehold: boolean
  /** Further members stand in columns of their own, so that the row never says how many it names. */
  readonly across: boolean
  readonly national: boolean
  /** The column that says whether the help was given; undefined where none is filled. */
  readonly given: (PlacedColumn & { readonly column: number }) | undefined
}

const headWord = /户主|户长/
/** Numbers of members covered, as lists of help head them; 人数 alone may as well be the household's size beside each member. */
const coveredWord = /保障|享受|救助|覆盖|受益|补助|参保/

const furtherMember = /(?:成员|人员|家属|共同生活人)[2-9二三四五六七八九].*(?:姓名|证)|(?:姓名|证件?号码?)[2-9]$/

/** `rows`: those below the header. */
export function rowMarks(plan: ColumnPlan, layout: Layout, rows: readonly (readonly RawCell[])[]): RowMarks {
  const national = layout.key.startsWith('national-')
  const remarkColumns = plan.mapping.filter((m) => (m.target === undefined || m.target === 'aside') && markHeader.test(m.header))
    .map(({ column, letter, header }) => ({ column, letter, header, mask: 'plain' as const }))
  const { idNumber, name } = plan.keys
  const headOnly = (idNumber === undefined || headWord.test(idNumber.header)) && (name === undefined || headWord.test(name.header)) && (idNumber ?? name) !== undefined
  const counts = plan.facts.some((fact) => fact.field.key === 'member_count' && coveredWord.test(fact.header))
  // Members 2, 3 … stand beside the first in columns of their own: whom they name is on the list too.
  const across = plan.mapping.some((m) => m.target === undefined && furtherMember.test(m.header.replace(/\s/g, '')))
  // A column of ticks that nobody filled in says nothing.
  const asked = national ? undefined : plan.mapping.find((m) => (m.target === undefined || m.target === 'aside') && givenHeader.test(m.header.replace(/\s/g, '')) && rows.some((row) => readGiven(row[m.column]) !== 'unsaid'))
  const given = asked && { column: asked.column, letter: asked.letter, header: asked.header, mask: 'plain' as const }
  return { remarkColumns, national, across, given, byHousehold: !national && layout.entity === 'person' && (headOnly || counts || across) }
}

function endedMarkOf(draft: RowDraft, plan: ColumnPlan, marks: RowMarks): { readonly found: EndedMark; readonly at: PlacedColumn & { readonly column: number } } | undefined {
  for (const at of marks.remarkColumns) {
    const found = findEndedMark(cellText(draft.cells[at.column]))
    if (found) return { found, at }
  }
  const { name } = plan.keys
  if (!name) return undefined
  for (const remark of nameRemarks(draft.cells[name.column] ?? null)) {
    const found = findEndedMark(remark)
    if (found) return { found, at: name }
  }
  return undefined
}

/** Sets `ended` and `members`, and says so; `endedBy` are the words of a title above the row that end its help. In the national register a mark of death makes the stated life status unknown; nothing else there is help. */
export function takeMarks(draft: RowDraft, plan: ColumnPlan, marks: RowMarks, struck: boolean, endedBy?: string): void {
  const { mapped } = draft
  if (marks.byHousehold) {
    const count = mapped.household['member_count']
    mapped.members = typeof count === 'string' && !marks.across ? Number(count) : 0
  }
  if (struck) {
    const at = plan.keys.name ?? plan.keys.idNumber ?? marks.remarkColumns[0]
    if (at) draft.notice('imports/row-struck', at, draft.cells[at.column])
    if (!marks.national) mapped.ended = true
  }
  if (endedBy !== undefined && !marks.national) {
    const at = plan.keys.name ?? plan.keys.idNumber
    mapped.ended = true
    if (at) draft.notice('imports/row-below-ended', at, draft.cells[at.column], { title: endedBy })
    return
  }
  if (marks.given) {
    const cell = draft.cells[marks.given.column]
    const said = readGiven(cell)
    if (said === 'no') mapped.notGiven = true
    if (said === 'unsaid') mapped.ended = true
    if (said !== 'yes') draft.notice(said === 'no' ? 'imports/row-not-given' : 'imports/row-given-unsaid', marks.given, cell)
    if (said !== 'yes') return
  }
  const mark = endedMarkOf(draft, plan, marks)
  if (!mark) {
    if (mapped.amountFen !== undefined && plan.amount && mapped.amountFen.startsWith('-')) draft.notice('imports/amount-negative', plan.amount, draft.cells[plan.amount.column])
    return
  }
  if (!marks.national) {
    mapped.ended = true
    draft.notice('imports/row-ended', mark.at, draft.cells[mark.at.column], { word: mark.found.word })
  } else if (mark.found.death && mapped.person['life_status'] !== undefined && mapped.person['life_status'] !== '2') {
    delete mapped.person['life_status']
    mapped.unknown['life_status'] = 'unreadable'
    draft.notice('imports/life-status-doubtful', mark.at, draft.cells[mark.at.column], { word: mark.found.word })
  }
}
