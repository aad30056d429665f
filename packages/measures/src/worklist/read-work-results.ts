/** Reads a work list as people hand it back: sorted, filtered, rows and columns moved, results as label or code. Explains every row it cannot take. */
import { cleanText, problem, problemData, workItemKinds, workItemResults, type EntityKey, type ProblemData, type WorkItemKind } from '@bangfu/kernel'
import type { CellValue, Sheet } from 'hucre'
import { readXlsx } from 'hucre/xlsx'
import { answerNeeds, findAnswer, questionField } from './answer-value.ts'
import { openItem } from './item-check.ts'
import { choicesSheet, workListColumns, type WorkListColumn } from './work-list-layout.ts'

export interface WorkResult {
  readonly key: string
  readonly kind: WorkItemKind
  /** Code of `workItemResults`. */
  readonly result: string
  /** verify + answered: the canonical value, see `findAnswer`; `true`/`false` for an unclear list row. */
  readonly answer?: string
  readonly note?: string
  readonly sheet: string
  readonly row: number
}

export interface WorkResults {
  readonly results: readonly WorkResult[]
  readonly problems: readonly ProblemData[]
  /** Rows without a result yet. */
  readonly blank: number
}

export interface ReadWorkResultsOptions {
  /** Whether an item of this key was ever handed out. Absent: not asked. */
  readonly knows?: (key: string) => boolean
  /** What a question's subject is, so that fields of one name in two entities are told apart. Absent: the first entity that has the field. */
  readonly entityOf?: (key: string) => EntityKey | undefined
}

/** Throws only when the file is no workbook or holds no list of ours; everything else is explained row by row. */
export async function readWorkResults(bytes: Uint8Array, options: ReadWorkResultsOptions = {}): Promise<WorkResults> {
  let sheets: readonly Sheet[]
  try {
    sheets = (await readXlsx(bytes)).sheets
  } catch (error) {
    throw problem('measures/work-list-unreadable', {}, { cause: error instanceof Error ? error.name : undefined })
  }
  const reader = new ResultReader(options)
  for (const sheet of sheets) if (sheet.name !== choicesSheet) reader.read(sheet)
  if (!reader.sawList) throw problem('measures/work-list-empty')
  return reader.outcome()
}

type ColumnKey = WorkListColumn['key']

/** Dates leave hucre as Date at midnight UTC. */
function textOf(value: CellValue | undefined): string {
  if (value === null || value === undefined) return ''
  return cleanText(value instanceof Date ? value.toISOString().slice(0, 10) : String(value))
}

/** Header words are compared without brackets and blanks, in both languages. */
function headerKey(text: string): string {
  return cleanText(text).toLowerCase().replace(/[\s()*::]/g, '')
}
const headers = new Map(workListColumns.flatMap((c) => [[headerKey(c.zh), c.key], [headerKey(c.en), c.key]] as [string, ColumnKey][]))

function findResult(kind: WorkItemKind, text: string): string | undefined {
  const squeeze = (s: string): string => cleanText(s).toLowerCase().replace(/[\s,,、。.()]/g, '')
  const wanted = squeeze(text)
  return workItemResults[kind].find((r) => [r.code, r.zh, r.en, r.zh.replace(/\(.*\)/, '')].some((word) => squeeze(word) === wanted))?.code
}

class ResultReader {
  sawList = false
  readonly #options: ReadWorkResultsOptions
  readonly #problems: ProblemData[] = []
  readonly #results = new Map<string, WorkResult>()
  #blank = 0

  constructor(options: ReadWorkResultsOptions) { this.#options = options }

  outcome(): WorkResults {
    return { results: [...this.#results.values()], problems: this.#problems, blank: this.#blank }
  }

  read(sheet: Sheet): void {
    const at = sheet.rows.findIndex((row) => row.some((cell) => headers.get(headerKey(textOf(cell))) === 'item'))
    if (at < 0) return
    this.sawList = true
    const columns = new Map<ColumnKey, number>()
    sheet.rows[at]!.forEach((cell, i) => {
      const key = headers.get(headerKey(textOf(cell)))
      if (key && !columns.has(key)) columns.set(key, i)
    })
    if (!columns.has('result')) {
      this.#problems.push(problemData('measures/work-list-no-result-column', { sheet: sheet.name }))
      return
    }
    sheet.rows.slice(at + 1).forEach((row, i) => {
      const cell = (key: ColumnKey): string | undefined => (columns.has(key) ? textOf(row[columns.get(key)!]) : undefined)
      this.#row(cell, { sheet: sheet.name, row: at + 2 + i })
    })
  }

  #row(cell: (key: ColumnKey) => string | undefined, where: { sheet: string; row: number }): void {
    const [sealed, result, answer, note] = [cell('item') ?? '', cell('result') ?? '', cell('answer') ?? '', cell('note') ?? '']
    if (sealed === '') {
      if (result !== '' && headers.get(headerKey(result)) === undefined) this.#problems.push(problemData('measures/work-list-key-missing', { ...where, result }))
      return
    }
    if (headers.get(headerKey(sealed)) === 'item') return // a header repeated by a pasted page
    const item = openItem(sealed, cell('name'), cell('matter'))
    // A total or a remark of somebody's own under the key column is no item.
    if (!item && result === '' && answer === '' && !sealed.includes(':')) return
    if (!item || !kindOf(item.key) || this.#options.knows?.(item.key) === false) {
      this.#problems.push(problemData('measures/work-list-key-unknown', where))
      return
    }
    if (result === '' && answer === '') {
      this.#blank += 1
      return
    }
    if (item.shifted) {
      this.#problems.push(problemData('measures/work-list-row-changed', { ...where, column: '姓名或名称/事项' }))
      return
    }
    this.#take(item.key, kindOf(item.key)!, { result, answer, note }, where)
  }

  #take(key: string, kind: WorkItemKind, written: { result: string; answer: string; note: string }, where: { sheet: string; row: number }): void {
    // An answer without a result says that the question was answered.
    const result = written.result === '' && kind === 'verify' ? 'answered' : findResult(kind, written.result)
    if (result === undefined) {
      this.#problems.push(problemData('measures/work-list-result-unknown', { ...where, result: written.result, allowed: workItemResults[kind].map((r) => `${r.zh} / ${r.en}`).join('; ') }))
      return
    }
    const answer = kind === 'verify' && result === 'answered' ? this.#answer(key, written.answer, where) : { value: undefined }
    if (!answer) return
    const taken: WorkResult = { key, kind, result, ...(answer.value === undefined ? {} : { answer: answer.value }), ...(written.note === '' ? {} : { note: written.note }), ...where }
    const before = this.#results.get(key)
    if (before && (before.result !== taken.result || before.answer !== taken.answer)) this.#problems.push(problemData('measures/work-list-key-twice', { ...where, other: before.row }))
    else if (!before) this.#results.set(key, taken)
  }

  #answer(key: string, written: string, where: { sheet: string; row: number }): { readonly value: string } | undefined {
    const name = key.split(':').slice(2).join(':')
    const field = name.startsWith('match/') ? undefined : questionField(this.#options.entityOf?.(key), name)
    if (!field && !name.startsWith('match/')) {
      this.#problems.push(problemData('measures/work-list-key-unknown', where))
      return undefined
    }
    const needs = answerNeeds(field)
    const allowed = `${needs.zh} / ${needs.en}`
    if (written === '') {
      this.#problems.push(problemData('measures/work-list-answer-missing', { ...where, allowed }))
      return undefined
    }
    const value = findAnswer(field, written)
    if (value === undefined) {
      this.#problems.push(problemData('measures/work-list-answer-bad', { ...where, field: field ? `${field.zh} / ${field.en}` : '是否同一人 / same person', allowed }))
      return undefined
    }
    return { value }
  }
}

function kindOf(key: string): WorkItemKind | undefined {
  return workItemKinds.find((kind) => key.startsWith(`${kind}:`))
}
