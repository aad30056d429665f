/** One township's work lists as a workbook: a sheet per kind, the item key locked, a result column with a drop-down, ready to print. */
import { maskIdentity, safeText, workItemResults, type Language } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import { cellRef, colToLetter, type Cell, type CellStyle, type CellValue, type DataValidation, type WriteSheet } from 'hucre'
import { writeXlsx } from 'hucre/xlsx'
import { answerChoices, questionField } from './answer-value.ts'
import { sealItem } from './item-check.ts'
import type { WorkListItem, WorkListName } from './work-list-item.ts'
import { choicesSheet, columnsOf, headerRow, sheetNames, titleOf, workSheets, type WorkListColumn, type WorkSheet } from './work-list-layout.ts'

export interface WorkListOptions {
  readonly items: readonly WorkListItem[]
  readonly township: { readonly code: string; readonly name: string }
  readonly pack: Pack
  /** By subject id. */
  readonly names: ReadonlyMap<string, WorkListName>
  readonly run: { readonly id: string; readonly asOf: string }
  readonly language?: Language
}

/** Bytes of the .xlsx. Items that are answered already are left out. */
export async function writeWorkList(options: WorkListOptions): Promise<Uint8Array> {
  const writer = new WorkListWriter(options)
  const sheets = workSheets.map((sheet) => writer.sheet(sheet)).filter((sheet) => sheet !== undefined)
  return writeXlsx({ sheets: [...sheets, writer.choices()], properties: { title: `${options.township.name} ${options.run.asOf}` } })
}

const thin = { style: 'thin' as const, color: { rgb: 'B0B0B0' } }
const border = { top: thin, right: thin, bottom: thin, left: thin }
const styles = {
  title: { font: { bold: true, size: 16 }, alignment: { horizontal: 'left' } },
  note: { font: { size: 10, color: { rgb: '555555' } } },
  header: { font: { bold: true }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'E8EEF7' } }, border, alignment: { wrapText: true, vertical: 'center' } },
  locked: { border, alignment: { wrapText: true, vertical: 'top' }, protection: { locked: true } },
  open: { border, alignment: { wrapText: true, vertical: 'top' }, fill: { type: 'pattern', pattern: 'solid', fgColor: { rgb: 'FFFBE6' } }, protection: { locked: false } },
  key: { border, font: { size: 8, color: { rgb: '808080' } }, protection: { locked: true } },
} as const satisfies Record<string, CellStyle>

function yuan(fen: bigint): string {
  const size = fen < 0n ? -fen : fen
  return `${fen < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
}

class WorkListWriter {
  readonly #options: WorkListOptions
  readonly #language: Language
  readonly #choices: string[][] = []

  constructor(options: WorkListOptions) {
    this.#options = options
    this.#language = options.language ?? 'zh'
  }

  /** The sheet of a kind; undefined when it would be empty, except for 应享未享, which says that there is nobody. */
  sheet(kind: WorkSheet): WriteSheet | undefined {
    const open = this.#options.items.filter((item) => item.state === 'open' && sheetOf(item) === kind)
    const items = kind === 'verify' ? mostSettledFirst(open) : open
    if (items.length === 0 && kind !== 'owed') return undefined
    const columns = columnsOf(kind)
    const rows = items.map((item, i) => columns.map((column) => { const value = this.#value(item, column, i); return typeof value === 'string' ? safeText(value) : value }))
    const last = columns.length - 1
    const lastRow = headerRow + Math.max(rows.length, 1)
    return {
      name: sheetNames[kind][this.#language],
      columns: columns.map((c) => ({ width: c.width })),
      rows: [[titleOf(kind, this.#options.township.name, this.#language)], [this.#note(rows.length)], columns.map((c) => c[this.#language]), ...rows],
      cells: this.#cells(columns, rows),
      merges: [{ startRow: 0, startCol: 0, endRow: 0, endCol: last }, { startRow: 1, startCol: 0, endRow: 1, endCol: last }],
      dataValidations: this.#validations(kind, columns, items),
      autoFilter: { range: `A${headerRow + 1}:${colToLetter(last)}${lastRow + 1}` },
      freezePane: { rows: headerRow + 1 },
      protection: { sheet: true, selectLockedCells: true, selectUnlockedCells: true, formatColumns: true, formatRows: true, sort: true, autoFilter: true, deleteRows: true },
      pageSetup: { paperSize: 'a4', orientation: 'landscape', fitToPage: true, fitToWidth: 1, fitToHeight: 0, printTitlesRow: `$${headerRow + 1}:$${headerRow + 1}`, margins: { top: 0.6, right: 0.4, bottom: 0.6, left: 0.4, header: 0.3, footer: 0.3 } },
      headerFooter: { oddFooter: `&L${this.#options.run.asOf}&C&P / &N&R${this.#options.run.id.slice(0, 12)}` },
    }
  }

  /** Hidden sheet with one column per distinct set of choices; asked for after all other sheets. */
  choices(): WriteSheet {
    const longest = Math.max(1, ...this.#choices.map((c) => c.length))
    const rows = Array.from({ length: longest }, (_, i) => this.#choices.map((c) => c[i] ?? null))
    return { name: choicesSheet, rows, hidden: true, protection: { sheet: true } }
  }

  #note(count: number): string {
    const { township, run, pack } = this.#options
    const demonstration = pack.overlay?.demonstration ? { zh: ' 演示参数，金额和资格不作依据', en: ' Demonstration parameters: amounts and eligibility prove nothing' } : { zh: '', en: '' }
    return this.#language === 'zh'
      ? `区划 ${township.code}  截至 ${run.asOf}  核算编号 ${run.id.slice(0, 12)}  共 ${count} 条${demonstration.zh}`
      : `Place ${township.code}  as of ${run.asOf}  run ${run.id.slice(0, 12)}  ${count} items${demonstration.en}`
  }

  #cells(columns: readonly WorkListColumn[], rows: readonly CellValue[][]): Map<string, Partial<Cell>> {
    const cells = new Map<string, Partial<Cell>>([['0,0', { style: styles.title }], ['1,0', { style: styles.note }]])
    columns.forEach((column, c) => {
      cells.set(`${headerRow},${c}`, { style: styles.header })
      const style = column.open ? styles.open : column.key === 'item' ? styles.key : styles.locked
      rows.forEach((_, r) => cells.set(`${headerRow + 1 + r},${c}`, { style }))
    })
    return cells
  }

  #name(item: WorkListItem): WorkListName {
    return this.#options.names.get(item.subjectId) ?? {}
  }

  #matter(item: WorkListItem): string {
    const measure = this.#options.pack.measures.find((m) => m.id === item.measure)
    if (item.kind !== 'verify') return measure ? measure.name[this.#language] : ''
    if (item.basis === 'unclear-row') return this.#unclearMatter(item, measure?.name[this.#language] ?? '')
    return questionField(item.entity, item.field ?? '')?.[this.#language] ?? item.field ?? ''
  }

  /** A row below zero is none of its list: an earlier list has the subject, and the question is whether the help goes on. */
  #unclearMatter(item: WorkListItem, measure: string): string {
    const goesOn = item.field?.split('/')[2]?.startsWith('-') === true
    if (this.#language === 'zh') return `${goesOn ? '是否仍在享受' : '是否同一人'}（${measure}）`
    return `${goesOn ? 'Does the help go on?' : 'Same person?'} (${measure})`
  }

  #value(item: WorkListItem, column: WorkListColumn, index: number): CellValue {
    const name = this.#name(item)
    switch (column.key) {
      case 'number': return index + 1
      case 'village': return name.villageName ?? item.place ?? ''
      case 'household': return name.householdNo ?? ''
      case 'head': return name.headName ?? ''
      case 'name': return name.name ?? ''
      case 'identity': return name.identity === undefined ? '' : name.identity.includes('*') ? name.identity : maskIdentity(name.identity)
      case 'matter': return this.#matter(item)
      case 'reason': return item.reason[this.#language]
      case 'amount': return item.amountFen === undefined ? '' : yuan(item.amountFen) + (item.amountToFen === undefined || item.amountToFen === item.amountFen ? '' : `~${yuan(item.amountToFen)}`)
      case 'settles': return item.settlesAlone ?? ''
      case 'clauses': return item.clauses.join(' ')
      case 'department': return this.#department(item)
      case 'item': return sealItem(item.itemKey, name.name ?? '', this.#matter(item))
      case 'result': case 'answer': case 'note': return null
    }
  }

  #department(item: WorkListItem): string {
    const { organisations, classes } = this.#options.pack.organisations
    const body = organisations.find((o) => o.id === item.deliveredBy)
    if (body) return body.names.at(-1)![this.#language]
    return classes.find((c) => c.id === item.deliveredBy)?.[this.#language] ?? item.deliveredBy ?? ''
  }

  #validations(kind: WorkSheet, columns: readonly WorkListColumn[], items: readonly WorkListItem[]): DataValidation[] {
    if (items.length === 0) return []
    const column = (key: WorkListColumn['key']): string => colToLetter(columns.findIndex((c) => c.key === key))
    const [first, last] = [headerRow + 2, headerRow + 1 + items.length]
    const results = workItemResults[kind === 'unregistered' ? 'lead' : kind].map((r) => r[this.#language])
    const validations = [this.#dropDown(results, `${column('result')}${first}:${column('result')}${last}`)]
    if (kind !== 'verify') return validations
    // Rows that ask for the same kind of answer share one drop-down; neighbours share a range.
    const ranges = new Map<string, { choices: readonly string[]; refs: string[] }>()
    items.forEach((item, i) => {
      const choices = answerChoices(item.basis === 'unclear-row' ? undefined : questionField(item.entity, item.field ?? ''), this.#language)
      if (choices.length === 0) return
      const entry = ranges.get(choices.join('\n')) ?? { choices, refs: [] }
      entry.refs.push(cellRef(first - 1 + i, columns.findIndex((c) => c.key === 'answer')))
      ranges.set(choices.join('\n'), entry)
    })
    for (const { choices, refs } of ranges.values()) validations.push(this.#dropDown(choices, joinRows(refs)))
    return validations
  }

  #dropDown(choices: readonly string[], range: string): DataValidation {
    let at = this.#choices.findIndex((known) => known.join('\n') === choices.join('\n'))
    if (at < 0) at = this.#choices.push([...choices]) - 1
    const letter = colToLetter(at)
    // A warning, not a stop: a person may type a code or the words in another way, and the reader takes those too.
    return { type: 'list', formula1: `${choicesSheet}!$${letter}$1:$${letter}$${choices.length}`, range, allowBlank: true, showErrorMessage: true, errorStyle: 'warning' }
  }
}

/** Refs of one column, ascending, with runs of neighbouring rows written as ranges. */
function joinRows(refs: readonly string[]): string {
  const rows = refs.map((ref) => Number(ref.replace(/\D/g, '')))
  const column = refs[0]!.replace(/\d/g, '')
  const parts: string[] = []
  for (let i = 0; i < rows.length; i += 1) {
    let j = i
    while (rows[j + 1] === rows[j]! + 1) j += 1
    parts.push(i === j ? `${column}${rows[i]}` : `${column}${rows[i]}:${column}${rows[j]}`)
    i = j
  }
  return parts.join(' ')
}

/** The question that settles most first; one that settles none by itself stays, last, because others must be asked with it. */
function mostSettledFirst(items: readonly WorkListItem[]): readonly WorkListItem[] {
  return [...items].sort((a, b) => (b.settlesAlone ?? 0) - (a.settlesAlone ?? 0) || (b.involved ?? 0) - (a.involved ?? 0))
}

function sheetOf(item: WorkListItem): WorkSheet {
  return item.basis === 'not-in-register' ? 'unregistered' : item.kind
}
