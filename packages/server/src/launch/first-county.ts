/** First start only: makes a synthetic county's files, imports them as an officer would, and makes one run. No shortcut into the database. */
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDivisionCode, parsePlainDate, sha256Hex, uuidv7 } from '@bangfu/kernel'
import { writeCountyFiles, type ImportStep } from '@bangfu/demo'
import { inScope, systemSession, type Register, type Session } from '@bangfu/register'
import type { Actor } from '../contract/index.ts'
import type { Environment } from '../environment/environment.ts'
import { readActors } from '../handlers/session.ts'
import { queryOf, sessionOf, type House } from '../house/house.ts'
import { ImportRoom } from '../imports/import-room.ts'
import { choicesOfStep } from '../imports/step-choices.ts'
import { performRun } from '../runs/perform-run.ts'
import type { Steps } from './steps.ts'

const seed = 20180630
const asOf = '2018-06-30'

async function importStep(room: ImportRoom, actor: Actor, session: Session, folder: string, step: ImportStep): Promise<void> {
  const path = join(folder, step.fileName)
  const bytes = await readFile(path)
  await room.take({ fileName: step.fileName, path, bytes: bytes.length, sha256: sha256Hex(bytes) }, actor, session, (sheet) => choicesOfStep(step, sheet))
}

/** The marker says that the register holds a synthetic county, or half of one: a start that was killed half-way goes on where it stopped. */
const markerOf = (dataFolder: string): string => join(dataFolder, 'synthetic-county.json')

export type FirstCounty = 'none' | 'to-make' | 'made'

/** Whether the register holds a synthetic county, or shall: only an empty register is ever given one, never one with somebody's own lists. */
export async function readFirstCounty(environment: Environment, register: Register): Promise<FirstCounty> {
  const text = await readFile(markerOf(environment.dataFolder), 'utf8').catch(() => undefined)
  if (text !== undefined) return (JSON.parse(text) as { making?: boolean }).making === true ? 'to-make' : 'made'
  if (environment.demoPeople === 0) return 'none'
  const [row] = await inScope(register, systemSession, (tx) => queryOf(tx)<{ held: boolean }>('select exists (select from register.list) as held'))
  return row?.held === true ? 'none' : 'to-make'
}

function writeMarker(environment: Environment, people: number, making: boolean): Promise<void> {
  return writeFile(markerOf(environment.dataFolder), JSON.stringify({ seed, people, county: environment.county, making, at: new Date().toISOString() }))
}

/** People of the county under way when it was stopped; its files must be the same again. */
async function peopleOf(environment: Environment): Promise<number> {
  const text = await readFile(markerOf(environment.dataFolder), 'utf8').catch(() => '{}')
  return (JSON.parse(text) as { people?: number }).people ?? environment.demoPeople
}

export async function makeFirstCounty(house: House, steps: Steps): Promise<void> {
  const { environment } = house
  const people = await peopleOf(environment)
  await writeMarker(environment, people, true)
  const folder = await mkdtemp(join(tmpdir(), 'bangfu-county-'))
  try {
    const files = await steps.time({ zh: `虚构的县已生成（${people} 人，无真实的人）`, en: `synthetic county made (${people} people, none real)` }, () => writeCountyFiles({
      county: parseDivisionCode(environment.county), people, seed, asOf: parsePlainDate(asOf), folder, format: 'xlsx',
    }))
    const office = (await readActors(house)).find((a) => a.role === 'county-office')!
    const session = await sessionOf(house, office)
    const room = new ImportRoom(house)
    // The same file twice changes nothing, so steps that were committed before a kill are simply repeated.
    // The county's offices hand out what the Liaoning plan asks: another plan's pack knows nothing of those measures.
    const known = new Set(house.pack.measures.map((m) => m.id))
    const lists = files.steps.filter((step) => step.delivery?.measures.every((id) => known.has(id)) ?? true)
    await steps.time({ zh: `${lists.length} 个名单已导入`, en: `${lists.length} lists imported` }, async () => {
      for (const step of lists) await importStep(room, office, session, folder, step)
    })
    await steps.time({ zh: '第一次核算完成', en: 'first run done' }, () => performRun(house, { session, requestId: uuidv7(), asOf }, () => undefined))
    await writeMarker(environment, people, false)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
