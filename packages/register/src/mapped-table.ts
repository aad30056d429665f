/**
 * The seam between reading a file (`imports/`) and committing it (`statements/`, `deliveries/`): one sheet, understood.
 * Reading decides columns, values and problems; committing decides identity, differences and history. Neither does the other's work.
 */
import type { EntityKey, Period, PlainDate, ProblemData } from '@bangfu/kernel'

/** Which known layout a sheet follows; see `imports/layouts/`. */
export type LayoutKey =
  | 'national-persons' // national export, one row a person, household fields repeated (DOMAIN 1.2-1.4)
  | 'national-households' // national export, one row a household
  | 'dibao' // 民政 低保 list
  | 'disability' // 残联 certificate list and subsidies
  | 'school' // 教育 学籍 list
  | 'house' // 住建 危房 list
  | 'clinic' // 卫健 卫生院 list (facilities)
  | 'villages' // 行政村 list
  | 'delivery' // any other list of help delivered: measure and period are chosen at import

/** A text cell value ready for COPY: canonical code, ISO date, plain decimal, 'true'/'false'; `string[]` for multi-select. */
export type CanonicalValue = string | readonly string[]

/** What a row says of one of several measures of its list; `perhaps`: it cannot be told, and its subject is never said to miss it. */
export interface RowMeasure {
  readonly given: 'yes' | 'no' | 'perhaps'
  /** Fen, where an amount is this measure's own; otherwise not known. */
  readonly amountFen?: string
}

export interface MappedRow {
  /** Row number as Excel shows it, 1-based; of a list of several sheets as `listRowOf` numbers it. */
  readonly row: number
  /** 18-character upper-case id number, checked; absent when the file has none for the row. */
  readonly idNumber?: string
  /** The 18 signs of a number that was refused as wrong or rounded: nobody's, but it still says whose it may be. */
  readonly idHint?: string
  readonly householdNo?: string
  readonly personNo?: string
  readonly disabilityCertificate?: string
  readonly name?: string
  /** Significant division code (12, 9 or 6 digits), from a code column or resolved from place names. */
  readonly place?: string
  /** Field key → value, for the entity of the row. Keys that the file leaves blank or cannot state are in `unknown`, with a reason. */
  readonly person: Readonly<Record<string, CanonicalValue>>
  readonly household: Readonly<Record<string, CanonicalValue>>
  readonly other: Readonly<Record<string, CanonicalValue>>
  readonly unknown: Readonly<Record<string, 'blank' | 'unreadable' | 'refused'>>
  /** Help that the row says was delivered, when the list is one of deliveries. */
  readonly amountFen?: string
  /** The row is marked as ended (停发, 已故, 退出): it counts as perhaps about its subject, never as help given. */
  readonly ended?: true
  /** A column says of the row that what the list is about was not given (是否签约: 否): on a list of help it is nobody's delivery. */
  readonly notGiven?: true
  /** Set when columns decide which of the list's measures the row has, by measure. A measure that is absent here is had by every row. */
  readonly measures?: Readonly<Record<string, RowMeasure>>
  /** The row stands for a household though the list is one of persons: how many of its members it covers, 0 when it does not say. */
  readonly members?: number
}

export interface ListHeader {
  readonly layout: LayoutKey
  readonly fileName: string
  readonly sheetName: string
  /** Set when the list stands on several sheets: their names, in the order that row numbers count. `sheetName` is the first. */
  readonly sheetNames?: readonly string[]
  readonly sha256: string
  /** Department that vouches for the list, as an organisation id or words. */
  readonly source: string
  readonly asOf: PlainDate
  /** Entity that `other` is about (village, facility); person or household otherwise. */
  readonly entity: EntityKey
  /** Set when the list states deliveries: which measure, which period, which places the list claims to cover completely. */
  /**
   * Set when the list is complete for these places: who is not on it does not have what it states. The register then records the absence
   * (no certificate, not enrolled, not on 低保) for persons whom no row may be about; see `statements/absence`.
   */
  readonly complete?: { readonly places: readonly string[] }
  readonly delivery?: { readonly measures: readonly string[]; readonly period: Period; readonly places: readonly string[] }
}

export interface MappedTable {
  readonly header: ListHeader
  readonly rows: readonly MappedRow[]
  /** Rows not taken, with cell-level problems: row, column, masked value, rule, remedy in the details. */
  readonly rejected: readonly { readonly row: number; readonly cells: readonly string[]; readonly problems: readonly ProblemData[] }[]
  /** Notices about rows that were taken (e.g. blank code, unknown label kept out). */
  readonly notices: readonly ProblemData[]
  /** Header texts in file order: for the file of rejected rows. */
  readonly headers: readonly string[]
  /** Rows recognised as title, header, blank, total or note, by kind: every row of the sheet is accounted for. */
  readonly accounted: Readonly<Record<'title' | 'header' | 'blank' | 'total' | 'note', number>>
}
