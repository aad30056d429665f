/** Files on their way into the register: one folder an import with the file and what was chosen so far. What is committed lives in the register. */
import { copyFile, link, mkdir, readdir, readFile, rename, rm, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problem, uuidv7 } from '@bangfu/kernel'
import type { Actor, CellProblem, ImportChoices, ImportRow, Preview, Uploaded } from '../contract/index.ts'

export interface ImportRecord {
  readonly id: string
  readonly at: string
  readonly actorName: string
  /** Scope of the actor who uploaded; only actors over this place see the record. */
  readonly place: string
  readonly state: ImportRow['state']
  readonly upload: Uploaded
  readonly choices: ImportChoices | null
  readonly preview: Preview | null
  readonly job: string | null
  /** List in the register that came of it. */
  readonly list: string | null
  readonly taken: number
  readonly rejected: number
  readonly problems: number
}

/** A list of a million bad cells is not to fill the disk with what is said of it; the reader counts alike ones after twenty. */
const problemsKept = 5000

export class ImportStore {
  readonly #folder: string
  #last: Promise<unknown> = Promise.resolve()

  constructor(dataFolder: string) {
    this.#folder = join(dataFolder, 'imports')
  }

  /** Keeps the file under a new id. Each import of a file of several lists has it for itself, until it is committed. */
  async keep(path: string): Promise<string> {
    const id = uuidv7()
    await mkdir(join(this.#folder, id), { recursive: true, mode: 0o700 })
    await copyFile(path, this.#content(id))
    return id
  }

  /** The same file once more, for a further list of it. Throws when the file is gone already. */
  async keepAgain(record: Pick<ImportRecord, 'id'>): Promise<string> {
    const id = uuidv7()
    await mkdir(join(this.#folder, id), { recursive: true, mode: 0o700 })
    try {
      await link(this.#content(record.id), this.#content(id)).catch(() => copyFile(this.#content(record.id), this.#content(id)))
    } catch (error) {
      await rm(join(this.#folder, id), { recursive: true, force: true })
      throw (error as NodeJS.ErrnoException).code === 'ENOENT' ? problem('server/not-found', { zhWhat: '上传的文件', enWhat: 'uploaded file' }) : error
    }
    return id
  }

  /** The record of a kept file. */
  async add(id: string, actor: Actor, upload: Omit<Uploaded, 'id'>): Promise<ImportRecord> {
    const record: ImportRecord = {
      id, at: new Date().toISOString(), actorName: actor.name.zh, place: actor.place.code, state: 'uploaded', upload: { ...upload, id },
      choices: null, preview: null, job: null, list: null, taken: 0, rejected: 0, problems: 0,
    }
    await this.#write(record)
    return record
  }

  async find(id: string): Promise<ImportRecord | undefined> {
    if (!/^[0-9a-f-]{36}$/.test(id)) return undefined
    const text = await readFile(join(this.#folder, id, 'record.json'), 'utf8').catch(() => undefined)
    return text === undefined ? undefined : (JSON.parse(text) as ImportRecord)
  }

  /** Changes the record as it stands now; changes of one record follow each other, as a page and the work in the background may both write. */
  async change(record: ImportRecord, change: Partial<ImportRecord>): Promise<ImportRecord> {
    return (await this.#alter(record.id, () => change)) ?? { ...record, ...change }
  }

  /** The same, only while the record is as `holds` wants it; whether it was. What somebody saw of it may be older than what it is. */
  async changeIf(id: string, holds: (now: ImportRecord) => boolean, change: Partial<ImportRecord>): Promise<boolean> {
    let held = false
    await this.#alter(id, (now) => {
      held = holds(now)
      return held ? change : undefined
    })
    return held
  }

  #alter(id: string, changeOf: (now: ImportRecord) => Partial<ImportRecord> | undefined): Promise<ImportRecord | undefined> {
    const done = this.#last.then(async () => {
      const now = await this.find(id)
      const change = now && changeOf(now)
      if (!now || !change) return now
      const next = { ...now, ...change }
      await this.#write(next)
      return next
    })
    this.#last = done.catch(() => undefined)
    return done
  }

  /** Records that an actor over `place` may see, newest first (ids sort by time). */
  async list(place: string): Promise<ImportRecord[]> {
    const ids = (await readdir(this.#folder).catch(() => [])).sort().reverse()
    const records = await Promise.all(ids.map((id) => this.find(id)))
    return records.filter((record) => record !== undefined).filter((record) => record.place.startsWith(place))
  }

  async content(record: ImportRecord): Promise<Uint8Array> {
    return readFile(this.#content(record.id))
  }

  /** The file has served: it holds id numbers, so it goes; the rows that were not taken are in the register. */
  async forgetContent(record: ImportRecord): Promise<void> {
    await rm(this.#content(record.id), { force: true })
  }

  /** What was to be said of a list that is committed, values masked as they were shown: its file is gone by then. */
  async keepProblems(id: string, problems: readonly CellProblem[]): Promise<void> {
    await writeFile(join(this.#folder, id, 'problems.json'), JSON.stringify(problems.slice(0, problemsKept)), { mode: 0o600 })
  }

  /** Undefined for records of earlier versions. */
  async problems(id: string): Promise<readonly CellProblem[] | undefined> {
    const text = await readFile(join(this.#folder, id, 'problems.json'), 'utf8').catch(() => undefined)
    return text === undefined ? undefined : (JSON.parse(text) as CellProblem[])
  }

  #content(id: string): string {
    return join(this.#folder, id, 'content')
  }

  async #write(record: ImportRecord): Promise<void> {
    const file = join(this.#folder, record.id, 'record.json')
    await writeFile(`${file}.new`, JSON.stringify(record), { mode: 0o600 })
    await rename(`${file}.new`, file)
  }
}
