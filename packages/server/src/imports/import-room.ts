/** The import procedure: upload, dry run, commit. Each step is refused unless the one before it was made of the same file and choices. */
import { canonicalJson, problem, sha256Hex } from '@bangfu/kernel'
import { inScope, type MappedTable, type RawSheet, type Session } from '@bangfu/register'
import type { Actor, ImportChoices, Preview } from '../contract/index.ts'
import { queryOf, type House } from '../house/house.ts'
import type { ReceivedFile } from '../http/handler.ts'
import type { JobRecord } from '../jobs/job-queue.ts'
import { problemsOfTable } from './cell-problems.ts'
import { commitFile, mapInScope } from './commit-file.ts'
import { describeSheet } from './describe-sheet.ts'
import { ImportStore, type ImportRecord } from './import-store.ts'
import { readChanges } from './preview-changes.ts'
import { SheetCache } from './sheet-cache.ts'
import { readFile } from 'node:fs/promises'

/** Problems that come with the preview; the rest is paged. */
const problemsShown = 50

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
    const before = (await this.store.list(actor.place.code)).find((r) => r.upload.sha256 === file.sha256 && r.state === 'committed')
    return this.store.add(file, actor, { fileName: file.fileName, sha256: file.sha256, bytes: file.bytes, sheets: sheets.map(describeSheet), sameAs: before?.id ?? null, problems: [] })
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

  async map(record: ImportRecord, session: Session, choices: ImportChoices): Promise<MappedTable> {
    return mapInScope(this.#house, session, await this.sheets(record), choices)
  }

  async preview(record: ImportRecord, session: Session, choices: ImportChoices): Promise<Preview> {
    if (record.state === 'committed' || record.state === 'committing') throw problem('server/preview-stale')
    const table = await this.map(record, session, choices)
    const problems = problemsOfTable(table)
    const changes = await readChanges(this.#house.register, session, table)
    const preview: Preview = {
      preview: await this.#token(record, session, choices), taken: table.rows.length, rejected: table.rejected.length, accounted: { ...table.accounted },
      problemCount: problems.length, noticeCount: table.notices.length, problems: problems.slice(0, problemsShown), changes,
    }
    await this.store.change(record, { state: 'previewed', choices, preview, taken: preview.taken, rejected: preview.rejected, problems: problems.length })
    return preview
  }

  /** Queues the commit of what was previewed; refuses when choices or register have changed since. */
  async commit(record: ImportRecord, session: Session, token: string): Promise<JobRecord> {
    const { choices, preview } = record
    if (!choices || !preview || record.state !== 'previewed' || preview.preview !== token || token !== await this.#token(record, session, choices)) throw problem('server/preview-stale')
    const job = this.#house.jobs.start({ kind: 'import', subject: record.id, work: (progress) => {
      progress({ zh: '逐行入库', en: 'taking the rows' }, 0, Math.max(1, preview.taken))
      return this.#carryOut(record, session, choices)
    } })
    await this.store.change(record, { state: 'committing', job: job.id })
    return job
  }

  /** Upload and commit in one go, for choices that were made beforehand (first start); kept in the history like any other import. */
  async take(file: ReceivedFile, actor: Actor, session: Session, choicesFor: (sheet: string) => ImportChoices): Promise<ImportRecord> {
    const record = await this.upload(file, actor)
    const choices = choicesFor(record.upload.sheets[0]?.name ?? '')
    await this.#carryOut(await this.store.change(record, { state: 'committing', choices }), session, choices)
    return (await this.store.find(record.id)) ?? record
  }

  async #carryOut(record: ImportRecord, session: Session, choices: ImportChoices): Promise<string> {
    try {
      const { outcome, table } = await commitFile(this.#house, session, await this.sheets(record), choices, `import:${record.id}`)
      const problems = problemsOfTable(table).length + outcome.problems.length
      const current = (await this.store.find(record.id)) ?? record
      await this.store.change(current, { state: 'committed', list: outcome.listId, taken: outcome.taken, rejected: outcome.rejected, problems })
      await this.store.forgetContent(record)
      this.#cache.forget()
      return record.id
    } catch (error) {
      // The transaction left nothing: the same preview may be committed again.
      await this.store.change((await this.store.find(record.id)) ?? record, { state: 'previewed' })
      throw error
    }
  }

  /** Names file, choices and the newest list that the scope sees: any of them changed, and the preview is stale. */
  async #token(record: ImportRecord, session: Session, choices: ImportChoices): Promise<string> {
    const [newest] = await inScope(this.#house.register, session, (tx) => queryOf(tx)<{ id: string }>('select list_id::text as id from register.list order by list_id desc limit 1'))
    return sha256Hex(canonicalJson({ file: record.upload.sha256, choices, newest: newest?.id ?? null, actor: session.actorId }))
  }
}
