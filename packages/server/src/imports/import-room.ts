/** The import procedure: upload, dry run, commit. Each step is refused unless the one before it was made of the same file and choices. */
import { canonicalJson, problem, sha256Hex } from '@bangfu/kernel'
import { commitTable, findActiveJobs, inScope, openSession, systemSession, type JobRow, type RawSheet, type Session } from '@bangfu/register'
import type { Actor, ImportChoices, Preview } from '../contract/index.ts'
import { queryOf, type House } from '../house/house.ts'
import { placeOf, readPlaceNames } from '../reading/places.ts'
import type { ReceivedFile } from '../http/handler.ts'
import type { Progress } from '../jobs/job-queue.ts'
import { cellProblemOf, problemsOfTable } from './cell-problems.ts'
import { mapInScope, readPlaceIndex, type MappedChoices } from './map-choices.ts'
import { describeSheets } from './describe-sheet.ts'
import { proposeLists } from './propose-lists.ts'
import { ImportStore, type ImportRecord } from './import-store.ts'
import { readChanges } from './preview-changes.ts'
import { SheetCache } from './sheet-cache.ts'
import { readFile } from 'node:fs/promises'

/** Problems that come with the preview; the rest is paged. */
const problemsShown = 50

/** One commit of a record is one request: carried out once, however often it is asked for. */
const requestOf = (record: ImportRecord): string => `import:${record.id}`

/** Sheets that the record takes, or is proposed to. */
export const sheetsOf = ({ choices, upload }: Pick<ImportRecord, 'choices' | 'upload'>): readonly string[] => choices?.sheets ?? (choices ? [choices.sheet] : upload.proposal?.sheets ?? [])

const sameSheets = (a: readonly string[], b: readonly string[]): boolean => a.length === b.length && a.every((name) => b.includes(name))

/** Sheets of the file that other imports take, and those that were said to be stepped over. */
function spokenFor({ id, upload }: ImportRecord): ReadonlySet<string> {
  return new Set([...(upload.lists ?? []).filter((list) => list.id !== id).flatMap((list) => list.sheets), ...(upload.skipped ?? []).map((one) => one.sheet)])
}

export class ImportRoom {
  readonly store: ImportStore
  readonly #house: House
  readonly #cache = new SheetCache()

  constructor(house: House) {
    this.#house = house
    this.store = new ImportStore(house.environment.dataFolder)
  }

  async upload(file: ReceivedFile, actor: Actor): Promise<ImportRecord> {
    const sheets = await this.#cache.read(file.sha256, file.fileName, () => readFile(file.path))
    const places = await inScope(this.#house.register, await openSession(this.#house.register, actor.id), (tx) => readPlaceIndex(queryOf(tx)))
    const today = new Date().toISOString().slice(0, 10)
    const described = describeSheets(sheets, this.#house.pack, today, places)
    const { lists, skipped } = proposeLists(sheets, described, places)
    const before = (await this.store.list(actor.place.code)).filter((r) => r.upload.sha256 === file.sha256 && r.state === 'committed')
    const base = { fileName: file.fileName, sha256: file.sha256, bytes: file.bytes, skipped: [...skipped], problems: [] }
    // Each record describes its own sheets and those that nobody takes: a book of a hundred lists would be written a hundred times otherwise.
    const free = new Set(skipped.map((one) => one.sheet))
    const ownOf = (names: readonly string[]) => described.filter((sheet) => names.includes(sheet.name) || free.has(sheet.name))
    const first = await this.store.keep(file.path)
    const ids = [first, ...(await Promise.all(lists.slice(1).map(() => this.store.keepAgain({ id: first }))))]
    const all = lists.map((proposal, i) => ({ id: ids[i]!, sheets: proposal.sheets }))
    const records = await Promise.all(lists.map((proposal, i) => this.store.add(ids[i]!, actor, { ...base, sheets: ownOf(proposal.sheets), proposal, lists: all, sameAs: before.find((r) => sameSheets(sheetsOf(r), proposal.sheets))?.id ?? null })))
    return records[0]!
  }

  /** A sheet that was stepped over, or was to be part of another list, as an import of its own. */
  async takeSheet(record: ImportRecord, actor: Actor, name: string): Promise<ImportRecord> {
    const raw = (await this.sheets(record)).find((sheet) => sheet.name === name)
    const described = record.upload.sheets.find((sheet) => sheet.name === name)
    if (!raw || !described) throw problem('server/not-found', { zhWhat: '工作表', enWhat: 'sheet' })
    const places = await inScope(this.#house.register, await openSession(this.#house.register, actor.id), (tx) => readPlaceIndex(queryOf(tx)))
    const [proposal] = proposeLists([raw], [described], places).lists
    const id = await this.store.keepAgain(record)
    return this.store.add(id, actor, { ...record.upload, proposal: proposal!, lists: [...(record.upload.lists ?? []), { id, sheets: [name] }], skipped: (record.upload.skipped ?? []).filter((one) => one.sheet !== name), sameAs: null })
  }

  /** The record, when it lies in the actor's scope. */
  async get(id: string, actor: Actor): Promise<ImportRecord> {
    const record = await this.store.find(id)
    if (!record?.place.startsWith(actor.place.code)) throw problem('server/not-found', { zhWhat: '导入', enWhat: 'import' })
    return record
  }

  sheets(record: ImportRecord): Promise<readonly RawSheet[]> {
    return this.#cache.read(record.upload.sha256, record.upload.fileName, () => this.store.content(record))
  }

  async map(record: ImportRecord, session: Session, choices: ImportChoices): Promise<MappedChoices> {
    return mapInScope(this.#house, session, await this.sheets(record), choices, spokenFor(record))
  }

  async preview(record: ImportRecord, session: Session, choices: ImportChoices): Promise<Preview> {
    if (record.state === 'committed' || record.state === 'committing') throw problem('server/preview-stale')
    const { table, left } = await this.map(record, session, choices)
    const problems = problemsOfTable(table)
    const changes = await readChanges(this.#house.register, session, table)
    const preview: Preview = {
      preview: await this.#token(record, session, choices), taken: table.rows.length, rejected: table.rejected.length, accounted: { ...table.accounted },
      problemCount: problems.length, noticeCount: table.notices.length, rowNoticesOnly: table.rejected.length === 0 && table.notices.every((n) => typeof n.details['row'] === 'number' || n.code === 'imports/more-like-this'), problems: problems.slice(0, problemsShown), changes,
      covers: table.header.delivery ? await this.#covers(session, table.header.delivery.places, left) : null,
    }
    // Working it out takes a while: what was confirmed in another window meanwhile goes in as it was confirmed there.
    const open = (now: ImportRecord) => now.state !== 'committed' && now.state !== 'committing'
    const kept = await this.store.changeIf(record.id, open, { state: 'previewed', choices, preview, job: null, taken: preview.taken, rejected: preview.rejected, problems: problems.length })
    if (!kept) throw problem('server/preview-stale')
    return preview
  }

  async #covers(session: Session, places: readonly string[], left: readonly string[]): Promise<NonNullable<Preview['covers']>> {
    const names = await inScope(this.#house.register, session, (tx) => readPlaceNames(queryOf(tx), [...places, ...left]))
    return { places: places.map((code) => placeOf(code, names)), left: left.map((code) => placeOf(code, names)) }
  }

  /** Queues the commit of what was previewed; refuses when choices or register have changed since. */
  async commit(record: ImportRecord, session: Session, token: string): Promise<JobRow> {
    const { choices, preview } = record
    if (!choices || !preview || record.state !== 'previewed' || preview.preview !== token || token !== await this.#token(record, session, choices)) throw problem('server/preview-stale')
    // Said before it is asked for: a process that is killed in between leaves a record that the next start puts back.
    if (!await this.store.changeIf(record.id, (now) => now.state === 'previewed' && now.preview?.preview === token, { state: 'committing' })) throw problem('server/preview-stale')
    const isCommitting = (now: ImportRecord) => now.state === 'committing'
    try {
      const job = await this.#house.jobs.start(session, { kind: 'import', subject: record.id })
      await this.store.changeIf(record.id, isCommitting, { job: job.id })
      return job
    } catch (error) {
      await this.store.changeIf(record.id, isCommitting, { state: 'previewed' })
      throw error
    }
  }

  /** The work of a commit that was asked for, perhaps before this process began. */
  async perform(job: JobRow, progress: Progress): Promise<string> {
    const record = await this.store.find(job.subject)
    if (!record?.choices) throw problem('server/not-found', { zhWhat: '导入', enWhat: 'import' })
    const session = await openSession(this.#house.register, job.actorId, job.place)
    await this.store.change(record, { state: 'committing', job: job.id })
    const rows = Math.max(1, record.taken)
    progress({ zh: '读表、逐行核对', en: 'reading and checking the rows' }, 0, rows)
    return this.#carryOut({ ...record, job: job.id }, session, record.choices, () => progress({ zh: '写入登记册', en: 'writing into the register' }, Math.floor(rows / 3), rows))
  }

  /** After a process that was killed: each commit was either made whole or left nothing, and the register knows which. */
  async recover(): Promise<void> {
    const active = new Set((await findActiveJobs(this.#house.register, systemSession)).map((job) => job.subject))
    for (const record of await this.store.list('')) {
      if (record.state !== 'committing' || active.has(record.id)) continue
      const list = await this.#listOf(record)
      if (list === undefined) await this.store.change(record, { state: record.choices && record.preview ? 'previewed' : 'uploaded' })
      else await this.#close(record, { list })
    }
  }

  /** The list that the commit of this record made, if it did. */
  async #listOf(record: ImportRecord): Promise<string | undefined> {
    const [row] = await inScope(this.#house.register, systemSession, (tx) => queryOf(tx)<{ id: string }>('select l.list_id::text as id from register.list l join register.action a on a.action_id = l.action_id where a.request_id = $1', [requestOf(record)]))
    return row?.id
  }

  async #close(record: ImportRecord, change: Partial<ImportRecord>): Promise<void> {
    await this.store.change(record, { ...change, state: 'committed' })
    await this.store.forgetContent(record)
    // Reading a county's workbook takes seconds: it is kept while another list of it waits.
    const others = await Promise.all((record.upload.lists ?? []).filter(({ id }) => id !== record.id).map(({ id }) => this.store.find(id)))
    if (!others.some((other) => other?.state === 'previewed' || other?.state === 'committing')) this.#cache.forget()
  }

  /** Upload and commit in one go, for choices that were made beforehand (first start); kept in the history like any other import. */
  async take(file: ReceivedFile, actor: Actor, session: Session, choicesFor: (sheet: string) => ImportChoices): Promise<ImportRecord> {
    const record = await this.upload(file, actor)
    const choices = choicesFor(record.upload.proposal?.sheets[0] ?? record.upload.sheets[0]?.name ?? '')
    await this.#carryOut(await this.store.change(record, { state: 'committing', choices }), session, choices)
    return (await this.store.find(record.id)) ?? record
  }

  async #carryOut(record: ImportRecord, session: Session, choices: ImportChoices, writing: () => void = () => undefined): Promise<string> {
    try {
      const { table } = await this.map(record, session, choices)
      writing()
      const outcome = await commitTable(this.#house.register, session, table, { requestId: requestOf(record) })
      const found = [...problemsOfTable(table), ...outcome.problems.map(cellProblemOf)]
      if (!outcome.sameAsBefore) await this.store.keepProblems(record.id, found)
      await this.#close((await this.store.find(record.id)) ?? record, { list: outcome.listId, taken: outcome.taken, rejected: outcome.rejected, problems: found.length })
      return record.id
    } catch (error) {
      // The transaction left nothing: the same preview may be committed again.
      await this.store.change((await this.store.find(record.id)) ?? record, { state: record.preview ? 'previewed' : 'uploaded' })
      throw error
    }
  }

  /** Names file, choices and the newest list that the scope sees: any of them changed, and the preview is stale. */
  async #token(record: ImportRecord, session: Session, choices: ImportChoices): Promise<string> {
    const [newest] = await inScope(this.#house.register, session, (tx) => queryOf(tx)<{ id: string }>('select list_id::text as id from register.list order by list_id desc limit 1'))
    return sha256Hex(canonicalJson({ file: record.upload.sha256, choices, newest: newest?.id ?? null, actor: session.actorId }))
  }
}
