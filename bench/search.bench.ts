/**
 * Finding people: a million persons, fifty officers asking at once over the product's own pool of connections, beside the same
 * number of look-ups by primary key without any scope; then the same texts in the work lists of a county of 240,000, one asker. Run: node bench/search.bench.ts [people] [questions per kind]
 */
import { countWorkItemFacets, countWorkItems, findWorkItems, inScope, searchPersons, systemSession, type Register, type ScopedClient, type SearchKind, type WorkItemFilter } from '@bangfu/register'
import { pinyinKeys } from '@bangfu/kernel'
import pg from 'pg'
import { startBenchServer } from './bench-database.ts'
import { distinctNames, fillPersons } from './fill-persons.ts'
import { benchRunId, fillWorkItems } from './fill-work-items.ts'

const people = Number(process.argv[2] ?? 1_000_000)
const questions = Number(process.argv[3] ?? 2_000)
const concurrent = 50
/** All of the people lie in this scope: the hard case, nothing is left out early. */
const session = { ...systemSession, place: '2113' }

let seed = 20180630
/** From 0 to 1, the same at every run (mulberry32). */
function random(): number {
  seed = (seed + 0x6d2b79f5) | 0
  let t = Math.imul(seed ^ (seed >>> 15), 1 | seed)
  t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
  return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
}
const among = (n: number): number => Math.floor(random() * n)

interface Known { readonly person_id: string; readonly name: string; readonly id_number: string }

/** Persons that are really there, drawn at random: frequent names are drawn often. */
async function draw(admin: pg.Client, count: number): Promise<readonly Known[]> {
  const wanted = Array.from({ length: count }, () => among(people))
  const { rows } = await admin.query<Known>('select p.person_id, b.name, p.id_number from unnest($1::integer[]) w join bench_person p on p.n = w join bench_name b on b.n = p.name_no', [wanted])
  return rows
}

/** Milliseconds of each call, `concurrent` of them under way at any time. */
async function ask<T>(all: readonly T[], one: (item: T) => Promise<void>): Promise<{ readonly each: readonly number[]; readonly seconds: number }> {
  const each: number[] = []
  const queue = all.values()
  const start = performance.now()
  await Promise.all(Array.from({ length: concurrent }, async () => {
    for (const item of queue) {
      const from = performance.now()
      await one(item)
      each.push(performance.now() - from)
    }
  }))
  return { each: each.sort((a, b) => a - b), seconds: (performance.now() - start) / 1000 }
}

const at = (sorted: readonly number[], share: number): number => sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]!
const figures = (m: { readonly each: readonly number[]; readonly seconds: number }): string => `p50 ${at(m.each, 0.5).toFixed(1).padStart(6)} ms, p95 ${at(m.each, 0.95).toFixed(1).padStart(6)} ms, ${Math.round(m.each.length / m.seconds).toLocaleString('en')} a second`

function questionsOf(kind: string, known: readonly Known[], names: ReadonlySet<string>): readonly string[] {
  const texts: Readonly<Record<string, (k: Known) => string>> = {
    exact: (k) => k.name,
    'exact id number': (k) => k.id_number,
    prefix: (k) => [...k.name].slice(0, -1).join(''),
    pinyin: (k) => pinyinKeys(k.name).full,
    'id-part': (k) => { const from = 6 + among(7); return k.id_number.slice(from, from + 6) },
  }
  const all = known.map(texts[kind]!)
  // What is somebody's whole name is no beginning of one.
  return kind === 'prefix' ? all.filter((text) => [...text].length >= 2 && !names.has(text)) : all
}

async function measure(register: Register, floor: pg.Pool, admin: pg.Client, names: ReadonlySet<string>): Promise<void> {
  const known = await draw(admin, questions)
  const byKey = (): ReturnType<typeof ask> => ask(known, async (k) => { await floor.query({ name: 'floor', text: 'select * from register.person_current where person_id = $1', values: [k.person_id] }) })
  await byKey()
  const anchor = await byKey()
  console.log(`  floor, by primary key without scope   ${figures(anchor)}`)
  for (const kind of ['exact', 'exact id number', 'prefix', 'pinyin', 'id-part'] as const) {
    const texts = questionsOf(kind, await draw(admin, questions), names)
    const kinds = new Map<SearchKind, number>()
    let found = 0
    const one = async (text: string): Promise<void> => {
      const result = await inScope(register, session, (tx) => searchPersons(tx, text, { offset: 0, limit: 20 }))
      kinds.set(result.kind, (kinds.get(result.kind) ?? 0) + 1)
      if (result.persons.length > 0) found += 1
    }
    const measured = await ask(texts, one)
    const others = [...kinds].filter(([k]) => k !== kind.split(' ')[0]).map(([k, n]) => `${n} as ${k}`)
    console.log(`  ${kind.padEnd(37)} ${figures(measured)}; p95 ÷ floor ${(at(measured.each, 0.95) / at(anchor.each, 0.95)).toFixed(1)}; ${found} of ${texts.length} found somebody${others.length > 0 ? ` (${others.join(', ')})` : ''}`)
  }
}

/** Work lists: a page, its count and the counts of its facets, one after another as a page of the web asks for them. */
async function measureLists(register: Register, admin: pg.Client): Promise<void> {
  const [known] = [await draw(admin, 60)]
  const filters: readonly (readonly [string, readonly WorkItemFilter[]])[] = [
    ['no text, questions', [{ kind: 'verify' }]], ['no text, owed', [{ kind: 'owed' }]], ['exact', known.map((k) => ({ text: k.name }))], ['prefix', known.map((k) => ({ text: [...k.name].slice(0, 2).join('') }))],
    ['pinyin', known.map((k) => ({ text: pinyinKeys(k.name).full }))], ['id-part', known.map((k) => ({ text: k.id_number.slice(8, 14) }))], ['one frequent surname', [{ text: '王' }]],
  ]
  for (const [name, asked] of filters) {
    const time = async (work: (tx: ScopedClient, filter: WorkItemFilter) => Promise<unknown>): Promise<string> => {
      const each: number[] = []
      for (const filter of [asked[0]!, ...asked]) {
        await inScope(register, session, async (tx) => {
          const from = performance.now()
          await work(tx, filter)
          each.push(performance.now() - from)
        })
      }
      return at(each.slice(1).sort((a, b) => a - b), 0.95).toFixed(0).padStart(5)
    }
    const sort = name.includes('questions') ? 'settles' as const : 'place' as const
    console.log(`  ${name.padEnd(37)} p95 page ${await time((tx, filter) => findWorkItems(tx, benchRunId, filter, { offset: 0, limit: 20, sort }))} ms, count ${await time((tx, filter) => countWorkItems(tx, benchRunId, filter))} ms, facets ${await time((tx, filter) => countWorkItemFacets(tx, benchRunId, filter))} ms`)
  }
}

const server = await startBenchServer()
try {
  const db = await server.openDatabase('bench_search')
  const names = distinctNames(Math.min(20_000, Math.ceil(people / 20)))
  const start = performance.now()
  await fillPersons(db.admin, people, names)
  const { rows: [size] } = await db.admin.query<{ persons: string; households: string }>(`select (select count(*) from register.person_search) as persons, (select count(*) from register.external_number where kind = 'household-no') as households`)
  console.log(`${Number(size!.persons).toLocaleString('en')} persons, ${names.length.toLocaleString('en')} distinct names, filled in ${((performance.now() - start) / 1000).toFixed(0)} s; ${concurrent} at once over 12 connections`)
  const floor = new pg.Pool({ host: db.admin.host, port: db.admin.port, user: db.admin.user, database: db.admin.database, max: 12 })
  await measure(db.register, floor, db.admin, new Set(names))
  await floor.end()
  const inCounty = Math.min(people, 240_000)
  console.log(`${(await fillWorkItems(db.admin, inCounty)).toLocaleString('en')} work items of ${inCounty.toLocaleString('en')} people`)
  await measureLists(db.register, db.admin)
  await db.close()
} finally {
  await server.stop()
}
