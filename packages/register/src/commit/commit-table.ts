/**
 * Commits one understood sheet as one action: the list, statements, deliveries, coverage, unmatched rows and the fold, or nothing.
 * Bad rows never block good ones: they are kept with their problems, ready to be handed back.
 */
import { canonicalJson, problemData, sha256Hex, sheetRowOf, uuidv7, type ProblemData } from '@bangfu/kernel'
import type { ListHeader, MappedRow, MappedTable } from '../mapped-table.ts'
import type { Register } from '../session/register.ts'
import type { Session } from '../session/session.ts'
import { withAction, type ActionClient } from '../session/with-action.ts'
import { refreshSearch } from '../search/refresh-search.ts'
import { lastStatement } from '../statements/apply-fold.ts'
import { sourceOf } from '../statements/merge-policy.ts'
import { nameKeySql } from '../statements/name-key-sql.ts'
import { commitAbsences } from './commit-absences.ts'
import { commitCoverage, commitDeliveries, commitUnmatched } from './commit-deliveries.ts'
import { keepEarlierInDoubt } from './earlier-list.ts'
import { matchHouseholds, registerPersons, spokenColumns, statedNumbers, stateHouseholds, statePersons } from './commit-persons.ts'
import { commitThings } from './commit-things.ts'
import { doubtRows } from './doubt-rows.ts'
import { endRowsTakenBack } from './end-rows-taken-back.ts'
import { foldImport } from './fold-import.ts'
import { coverHouseholds } from './household-rows.ts'
import { step, type ImportContext, type RowProblem } from './import-context.ts'
import { matchPersons } from './match-persons.ts'
import { completeRow, stageRows } from './stage-rows.ts'

export interface ImportOutcome {
  readonly listId: string
  /** Set when this call did the work; absent when the same sheet had been taken before. */
  readonly actionId?: string
  /** True: the same sheet was already there and nothing changed. */
  readonly sameAsBefore: boolean
  readonly rows: number
  readonly taken: number
  readonly rejected: number
  readonly personsNew: number
  readonly householdsNew: number
  readonly thingsNew: number
  /** Known subjects about whom the list spoke. */
  readonly subjectsKnown: number
  readonly deliveries: number
  readonly unmatched: number
  readonly candidates: number
  /** Persons of whom a complete list said, by not naming them, that they lack what it states. */
  readonly absences: number
  /** Problems that the register found, one per row; the reader's own are in the mapped table. */
  readonly problems: readonly ProblemData[]
}

export interface CommitOptions {
  readonly authority?: string
  readonly requestId?: string
  /** Title for lists and reasons; default file and sheet name. */
  readonly title?: string
}

const emptyOutcome = { personsNew: 0, householdsNew: 0, thingsNew: 0, subjectsKnown: 0, deliveries: 0, unmatched: 0, candidates: 0, absences: 0, problems: [] as readonly ProblemData[] }

/** Ends a transaction whose list turned out to be there already. */
class AlreadyThere extends Error {
  readonly listId: string
  constructor(listId: string) {
    super('the list is already in the register')
    this.listId = listId
  }
}

export async function commitTable(register: Register, session: Session, table: MappedTable, options: CommitOptions = {}): Promise<ImportOutcome> {
  const rows = table.rows.length
  const request = { kind: 'import-list', authority: options.authority ?? table.header.source, requestId: options.requestId ?? uuidv7(), payload: { layout: table.header.layout, rows, sha256: table.header.sha256 } } as const
  try {
    return await withAction(register, session, request, (tx) => commitInAction(tx, session, table, options))
  } catch (error) {
    if (error instanceof AlreadyThere) return { ...emptyOutcome, listId: error.listId, sameAsBefore: true, rows, taken: 0, rejected: table.rejected.length }
    throw error
  }
}

async function commitInAction(tx: ActionClient, session: Session, table: MappedTable, options: CommitOptions): Promise<ImportOutcome> {
  // One import at a time: two that name the same new person would each make one, and folds must see each other's statements.
  await lockStatements(tx)
  const { inside, outside, elsewhere } = splitByScope(table, session)
  const listId = await insertList(tx, session, table, options)
  // For rows by the thousand a join by index, row by row, would be the slow way, and the tables' statistics are of before this import.
  // What a short list asks for lies in memory mostly: going through a whole county for it is the dearer way.
  if (await isLarge(tx, inside.length)) await tx.query(`set local enable_nestloop = off; set local work_mem = '256MB'; set local default_statistics_target = 10`)
  else await tx.query('set local random_page_cost = 1.1')
  const staged = await stageRows(tx, inside, table.header.entity)
  const context: ImportContext = { tx, session, table, staged, listId, source: sourceOf(table.header.layout), elsewhere }
  const counts = table.header.entity === 'village' || table.header.entity === 'facility' ? await commitThingList(context, table.header.entity) : await commitPersonList(context)
  const problems = [...outside, ...(await rowProblems(context))]
  await saveRejected(context, problems)
  // Whoever asks next, the next list too, should not find tables that seem to be empty.
  if (staged.rows > 500) await tx.query('select register.refresh_statistics()')
  return { listId, actionId: tx.actionId, sameAsBefore: false, rows: table.rows.length, taken: table.rows.length - problems.length, rejected: table.rejected.length + problems.length, ...emptyOutcome, ...counts, problems: problems.map((p) => p.problem) }
}

/**
 * True when the rows are many beside the numbers that are registered; always true until these were first analyzed, because the planner then
 * expects one number of a kind and goes through all of them for every row of a short list too.
 */
async function isLarge(tx: ActionClient, rows: number): Promise<boolean> {
  const { rows: [numbers] } = await tx.query<{ n: number }>(`select reltuples as n from pg_class where oid = 'register.external_number'::regclass`)
  return numbers!.n < 0 || (rows > 2000 && rows * 20 > numbers!.n)
}

export async function lockStatements(tx: ActionClient): Promise<void> {
  await tx.query(`select pg_advisory_xact_lock(hashtext('bangfu statements'))`)
}

async function commitThingList(context: ImportContext, entity: 'village' | 'facility'): Promise<Partial<ImportOutcome>> {
  const after = await lastStatement(context.tx, entity)
  const thingsNew = await commitThings(context, entity)
  const folded = await foldImport(context, entity, [], after)
  const deliveries = await commitDeliveries(context)
  await commitCoverage(context)
  return { thingsNew, subjectsKnown: folded.changed, deliveries }
}

async function commitPersonList(context: ImportContext): Promise<Partial<ImportOutcome>> {
  const national = context.source === 'national'
  const after = { person: await lastStatement(context.tx, 'person'), household: await lastStatement(context.tx, 'household') }
  const made = national ? await registerPersons(context) : { personsNew: 0, householdsNew: 0 }
  if (!national) {
    await matchPersons(context.tx, context.staged)
    await refuseElsewhere(context)
    await endRowsTakenBack(context)
    await doubtRows(context)
    await coverHouseholds(context)
  }
  await matchHouseholds(context)
  await statePersons(context)
  await stateHouseholds(context)
  const households = await foldImport(context, 'household', spokenColumns(context, 'household'), after.household)
  const persons = await foldImport(context, 'person', spokenColumns(context, 'person'), after.person)
  if (national) await refreshSearch(context.tx, persons.renamed, { fresh: persons.changed === 0, numbers: statedNumbers })
  else if (spokenColumns(context, 'person').includes('name')) await refreshRenamed(context, persons.renamed)
  if (national) return { ...made, subjectsKnown: persons.changed + households.changed }
  const deliveries = await commitDeliveries(context)
  await commitCoverage(context)
  const lost = await commitUnmatched(context)
  await keepEarlierInDoubt(context)
  const absences = await commitAbsences(context)
  return { ...made, subjectsKnown: persons.changed + households.changed, deliveries, unmatched: lost.rows, candidates: lost.candidates, absences }
}

/** After a list that brings no numbers: those whose search row is missing or has another name or place. Mostly nobody. */
async function refreshRenamed(context: ImportContext, persons: string): Promise<void> {
  const renamed = await step(context, `create temp table import_renamed on commit drop as
    select c.person_id from ${persons} s join register.person_current c using (person_id) left join register.person_search p on p.person_id = c.person_id
    where p.name_key is distinct from coalesce(${nameKeySql('c.name')}, '') or p.place <> c.place`)
  if (renamed > 0) await refreshSearch(context.tx, 'import_renamed')
}

/** Where a row of the list stands in its file. */
function placeInFile(header: ListHeader, listRow: number): { readonly sheet: string; readonly row: number } {
  if (!header.sheetNames) return { sheet: header.sheetName, row: listRow }
  const { sheet, row } = sheetRowOf(listRow)
  return { sheet: header.sheetNames[sheet] ?? header.sheetName, row }
}

interface SplitRows {
  readonly inside: readonly MappedRow[]
  readonly outside: readonly RowProblem[]
  /** Rows among `inside` whose place is outside: theirs is a place only if their number is registered here. */
  readonly elsewhere: ReadonlyMap<number, RowProblem>
}

/**
 * Rows of places outside the session's scope are refused one by one; a wider place than the scope is taken as the scope itself. On a department's
 * list the place may be that of a school or a post far away: such a row is taken for the person of its number, if he is registered here.
 */
function splitByScope(table: MappedTable, session: Session): SplitRows {
  const inside: MappedRow[] = []
  const outside: RowProblem[] = []
  const elsewhere = new Map<number, RowProblem>()
  const { layout, entity } = table.header
  const byNumber = sourceOf(layout) !== 'national' && (entity === 'person' || entity === 'household')
  for (const row of table.rows) {
    const complete = completeRow(row, table)
    if (row.place === undefined || session.place === '0' || row.place.startsWith(session.place)) inside.push(complete)
    else if (session.place.startsWith(row.place)) inside.push({ ...complete, place: session.place })
    else {
      const refused = { row: row.row, place: session.place, problem: problemData('register/row-outside-scope', { ...placeInFile(table.header, row.row), place: row.place, scope: session.place }) }
      if (!byNumber || complete.idNumber === undefined) { outside.push(refused); continue }
      const { place: _, ...placeless } = complete
      inside.push(placeless)
      elsewhere.set(row.row, refused)
    }
  }
  return { inside, outside, elsewhere }
}

/** Rows of other places whose number nobody here has are refused after all. */
async function refuseElsewhere(context: ImportContext): Promise<void> {
  if (context.elsewhere.size === 0) return
  await context.tx.query(`update import_match set problem = 'register/row-outside-scope' where person_id is null and problem is null and row_no = any($1::integer[])`, [[...context.elsewhere.keys()]])
}

/** What makes a sheet the same sheet: its bytes, and what is said of it. */
export function fingerprintOf(table: MappedTable, session: Session): string {
  const { sha256, sheetName, sheetNames, layout, source, asOf, delivery, complete } = table.header
  return sha256Hex(canonicalJson({ sha256, sheetName, ...(sheetNames && { sheetNames }), layout, source, asOf, delivery, complete, headers: table.headers, rows: table.rows.length, scope: session.place }))
}

/** Name of the list for lists and reasons: its file and its sheet, or how many sheets it stands on. */
function titleOf({ fileName, sheetName, sheetNames }: ListHeader): string {
  return (sheetNames ? `${fileName} ${sheetName}等 ${sheetNames.length} 张工作表` : `${fileName} ${sheetName}`).trim()
}

async function insertList(tx: ActionClient, session: Session, table: MappedTable, options: CommitOptions): Promise<string> {
  const { header } = table
  const fingerprint = await unusedFingerprint(tx, fingerprintOf(table, session))
  const { rows } = await tx.query<{ list_id: string }>(`
    insert into register.list (kind, title, source, as_of, sha256, sheet, row_count, measures, period, places, entity, fingerprint, place, action_id, sheets)
    values ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15) returning list_id`,
  [header.layout, options.title ?? titleOf(header), header.source, header.asOf, header.sha256, (header.sheetNames ?? [header.sheetName]).join('、'), table.rows.length,
    [...(header.delivery?.measures ?? [])], header.delivery?.period ?? null, [...(header.delivery?.places ?? header.complete?.places ?? [])], header.entity, fingerprint, session.place, tx.actionId, [...(header.sheetNames ?? [])]])
  return rows[0]!.list_id
}

/**
 * Throws `AlreadyThere` when the sheet was taken before. One exception: rows of it found nobody then, and a national export has
 * come since. Taking it again is then no repetition: it finds the people it could not find.
 */
async function unusedFingerprint(tx: ActionClient, fingerprint: string): Promise<string> {
  const { rows } = await tx.query<{ list_id: string; since: string | null }>(`
    select l.list_id, (
      select max(n.list_id::text) from register.list n where n.kind like 'national-%' and n.list_id > l.list_id
        and exists (select from register.unmatched u where u.list_id = l.list_id and u.candidate_id is null)) as since
    from register.list l where l.fingerprint = $1 or starts_with(l.fingerprint, $1 || ' ') order by l.list_id desc limit 1`, [fingerprint])
  if (rows[0] && rows[0].since === null) throw new AlreadyThere(rows[0].list_id)
  return rows[0] ? `${fingerprint} ${rows[0].since}` : fingerprint
}

async function rowProblems(context: ImportContext): Promise<readonly RowProblem[]> {
  const { rows } = await context.tx.query<{ row_no: number; place: string | null; problem: string }>('select m.row_no, r.place, m.problem from import_match m join import_row r using (row_no) where m.problem is not null order by m.row_no')
  const codes = ['register/numbers-disagree', 'register/number-elsewhere', 'register/row-without-key'] as const
  return rows.map((row) => context.elsewhere.get(row.row_no) ?? ({
    row: row.row_no, place: row.place ?? context.session.place,
    problem: problemData(codes.find((code) => code === row.problem)!, placeInFile(context.table.header, row.row_no)),
  }))
}

async function saveRejected(context: ImportContext, problems: readonly RowProblem[]): Promise<void> {
  const kept = [
    ...context.table.rejected.map((r) => ({ row: r.row, place: context.session.place, cells: r.cells, problems: r.problems })),
    ...problems.map((p) => ({ row: p.row, place: p.place, cells: [] as readonly string[], problems: [p.problem] })),
  ]
  await context.tx.query(`
    insert into register.list_row_problem (list_id, row, place, cells, problems)
    select $1, (x ->> 'row')::integer, x ->> 'place', x -> 'cells', x -> 'problems' from jsonb_array_elements($2::jsonb) x on conflict do nothing`, [context.listId, JSON.stringify(kept)])
}
