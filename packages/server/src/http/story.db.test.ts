import { mkdtemp, readFile, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parseDivisionCode, parsePlainDate } from '@bangfu/kernel'
import { writeCountyFiles, type CountyFiles, type ImportStep } from '@bangfu/demo'
import type { CellValue } from 'hucre'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { CountLink, Household, Job, Preview, ResultsOutcome, Today, TodayFigure, Uploaded, Why, WorkItem } from '../contract/index.ts'
import { choicesOfStep } from '../imports/step-choices.ts'
import { county, openTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
let folder: string
let files: CountyFiles
beforeAll(async () => {
  house = await openTestHouse()
  folder = await mkdtemp(join(tmpdir(), 'bangfu-story-'))
  files = await writeCountyFiles({ seed: 7, county: parseDivisionCode(county), people: 500, townships: 3, asOf: parsePlainDate('2018-06-30'), folder, format: 'xlsx' })
})
afterAll(async () => {
  await house.close()
  await rm(folder, { recursive: true, force: true })
})

const office = () => house.actor('county-office')
const get = async <T>(url: string, actor = office()): Promise<T> => {
  const reply = await house.as(actor, { method: 'GET', url })
  expect([url, reply.statusCode, reply.statusCode === 200 ? '' : reply.body]).toEqual([url, 200, ''])
  return reply.json<T>()
}
const post = async <T>(url: string, payload: object): Promise<T> => {
  const reply = await house.as(office(), { method: 'POST', url, payload })
  expect([url, reply.statusCode, reply.statusCode === 200 ? '' : reply.body]).toEqual([url, 200, ''])
  return reply.json<T>()
}

async function upload(url: string, name: string, bytes: Uint8Array) {
  const form = new FormData()
  form.append('file', new Blob([Uint8Array.from(bytes)]), name)
  const encoded = new Response(form)
  return house.as(office(), { method: 'POST', url, headers: { 'content-type': encoded.headers.get('content-type')! }, payload: Buffer.from(await encoded.arrayBuffer()) })
}

async function wait(job: Job): Promise<Job> {
  await house.house.jobs.idle()
  const done = await get<Job>(`/api/jobs/${job.id}`)
  expect([done.state, done.problems, house.log.filter((l) => l.includes('Error'))]).toEqual(['done', [], []])
  return done
}

async function importStep(step: ImportStep): Promise<Preview> {
  const up = (await upload('/api/imports', step.fileName, await readFile(join(folder, step.fileName)))).json<Uploaded>()
  const preview = await post<Preview>(`/api/imports/${up.id}/preview`, choicesOfStep(step, up.sheets[0]!.name))
  await wait(await post<Job>(`/api/imports/${up.id}/commit`, { preview: preview.preview }))
  return preview
}

/** Total of the list that a figure opens, by the page's own call. */
async function countOf({ list }: CountLink | TodayFigure): Promise<number> {
  const call = { '/households': '/api/households', '/persons': '/api/persons', '/work-items': '/api/work-items' }[list.path]!
  return (await get<{ total: number }>(`${call}?${new URLSearchParams(list.filters)}`)).total
}

/** The file as a person hands it back: the result column filled in some rows of the first sheet. */
async function fill(bytes: Buffer, results: readonly string[]): Promise<Uint8Array> {
  const { sheets } = await readXlsx(bytes)
  return writeXlsx({ sheets: sheets.map((sheet, s) => {
    const at = sheet.rows.findIndex((row) => row.some((cell) => /^结果/.test(String(cell ?? ''))))
    const column = at < 0 ? -1 : sheet.rows[at]!.findIndex((cell) => /^结果/.test(String(cell ?? '')))
    const rows = sheet.rows.map((row, i): CellValue[] => (s === 0 && i > at && results[i - at - 1] !== undefined ? row.map((cell, c) => (c === column ? results[i - at - 1]! : cell)) : [...row]))
    return { name: sheet.name, rows }
  }) })
}

describe('the story', { timeout: 120_000 }, () => {
  it('refuses a file that is no table, with the reader\'s own problem', async () => {
    const reply = await upload('/api/imports', 'empty.xlsx', new Uint8Array())
    expect(reply.statusCode).toBe(422)
    expect(reply.json<{ problems: { code: string }[] }>().problems[0]?.code).toMatch(/^imports\//)
  })

  it('takes every list of the county, and says what each changes before it is taken', async () => {
    const previews: Preview[] = []
    for (const step of files.steps) previews.push(await importStep(step))
    expect(previews.every((p) => p.taken > 0)).toBe(true)
    expect(previews[0]!.changes.new).toBe(previews[0]!.taken)
    const history = await get<{ total: number; rows: { state: string }[] }>('/api/imports?size=50')
    expect(history.total).toBe(files.steps.length)
    expect(history.rows.every((r) => r.state === 'committed')).toBe(true)
  })

  it('refuses a stale preview, says that the same file was taken before, and changes nothing when it is taken again', async () => {
    const step = files.steps[0]!
    const up = (await upload('/api/imports', step.fileName, await readFile(join(folder, step.fileName)))).json<Uploaded>()
    expect(up.sameAs).not.toBeNull()
    const preview = await post<Preview>(`/api/imports/${up.id}/preview`, { sheet: up.sheets[0]!.name, layout: step.layout, source: step.source, asOf: step.asOf })
    // Where departments' lists have decided since, the preview shows the difference; nobody is new.
    expect([preview.changes.new, preview.changes.same + preview.changes.changed]).toEqual([0, preview.taken])
    const stale = await house.as(office(), { method: 'POST', url: `/api/imports/${up.id}/commit`, payload: { preview: 'another' } })
    expect(stale.json<{ problems: { code: string }[] }>().problems[0]?.code).toBe('server/preview-stale')
    const before = await get<Today>('/api/today')
    await wait(await post<Job>(`/api/imports/${up.id}/commit`, { preview: preview.preview }))
    expect((await get<{ total: number }>('/api/lists')).total).toBe(files.steps.length)
    expect(await get<Today>('/api/today')).toEqual(before)
  })

  it('runs, and every figure of the first screen opens a list of the same count, also by township', async () => {
    await wait(await post<Job>('/api/runs', {}))
    const today = await get<Today>('/api/today')
    expect(today.run?.asOf).toBe('2018-06-30')
    const figures = [...today.register, ...today.unsolved, today.owed, ...today.owedByDepartment, today.verify, today.lead, today.answered]
    for (const figure of figures) {
      for (const link of [figure, ...figure.townships, ...(figure.unknown ? [figure.unknown] : []), ...(figure.elsewhere ? [figure.elsewhere] : [])]) {
        expect([figure.key, link.list.filters, await countOf(link)]).toEqual([figure.key, link.list.filters, link.count])
      }
      expect([figure.key, figure.townships.reduce((n, t) => n + t.count, 0) + (figure.elsewhere?.count ?? 0)]).toEqual([figure.key, figure.count])
    }
    expect(today.owed.count).toBeGreaterThan(0)
  })

  it('keeps the county\'s counts of a run from those who stand over a part of it', async () => {
    const countsOf = async (role: string) => (await house.as(house.actor(role), { method: 'GET', url: '/api/runs' })).json<{ rows: { counts: unknown }[] }>().rows[0]?.counts
    expect([await countsOf('township-office'), await countsOf('village-team')]).toEqual([null, null])
    expect(await countsOf('auditor')).toMatchObject({ owed: expect.any(Number) })
  })

  it('shows a household with sources and entitlements, and says why, aloud, without its numbers', async () => {
    const { rows: [item] } = await get<{ rows: WorkItem[] }>('/api/work-items?kind=owed&size=1&sort=name')
    expect(item!.facts.length).toBeGreaterThan(0)
    expect(item!.facts.every((f) => f.value === null || f.source !== null)).toBe(true)
    const page = await get<Household>(`/api/households/${item!.subject.householdId}`)
    expect(page.entitlements.some((e) => e.measure.id === item!.measure!.id && e.eligible === 'yes' && e.delivered === 'no')).toBe(true)
    expect(page.members[0]!.facts.find((f) => f.field === 'sex')?.source).toContain('《')
    const why = await get<Why>(`/api/why?measure=${item!.measure!.id}&subject=${item!.subject.id}`)
    expect([why.eligible, why.delivered]).toEqual(['yes', 'no'])
    expect(why.conditions.length).toBeGreaterThan(0)
    expect(JSON.stringify([page, why])).not.toMatch(/2199\d{2}\d{8}\d{3}[\dX]/)
  })

  it('hands out a township\'s list, takes it back filled, and what was answered does not come up again', async () => {
    const before = await get<Today>('/api/today')
    const township = before.owed.townships[0]!
    const refused = await house.as(office(), { method: 'GET', url: '/api/work-items/export?format=xlsx' })
    expect(refused.json<{ problems: { code: string }[] }>().problems[0]?.code).toBe('server/export-needs-place')
    const file = await house.as(office(), { method: 'GET', url: `/api/work-items/export?format=xlsx&township=${township.place.code}` })
    const outcome = (await upload('/api/work-items/upload', 'back.xlsx', await fill(file.rawPayload, ['已落实', '胡写']))).json<ResultsOutcome>()
    expect([outcome.taken, outcome.rejected.map((r) => r.problems[0]?.code)]).toEqual([1, ['measures/work-list-result-unknown']])
    const after = await get<Today>('/api/today')
    expect([after.owed.count, after.answered.count, after.behind]).toEqual([before.owed.count - 1, 1, true])
    await wait(await post<Job>('/api/runs', {}))
    expect((await get<Today>('/api/today')).owed.count).toBe(before.owed.count - 1)
  })

  it('shows a township only itself, in counts, lists and files', async () => {
    const today = await get<Today>('/api/today')
    const actor = house.actor('township-office', today.owed.townships[0]!.place.code)
    const own = await get<Today>('/api/today', actor)
    expect(own.owed.count).toBe(today.owed.townships[0]!.count)
    expect((await get<{ rows: { place: { code: string } }[] }>('/api/persons?size=200', actor)).rows.every((r) => r.place.code.startsWith(actor.place.code))).toBe(true)
    const elsewhere = (await get<{ rows: { id: string; place: { code: string } }[] }>('/api/households?size=200')).rows.find((r) => !r.place.code.startsWith(actor.place.code))!
    expect((await house.as(actor, { method: 'GET', url: `/api/households/${elsewhere.id}` })).statusCode).toBe(404)
    const csv = await house.as(actor, { method: 'GET', url: '/api/work-items/export?format=csv' })
    expect(csv.body.split('\r\n').length - 2).toBe((await get<{ total: number }>('/api/work-items', actor)).total)
  })

  it('unmasks only for a reason, as an action that the household\'s history shows', async () => {
    const { rows: [row] } = await get<{ rows: { id: string }[] }>('/api/households?size=1')
    expect((await house.as(office(), { method: 'POST', url: `/api/households/${row!.id}/reveal`, payload: { reason: ' ' } })).statusCode).toBe(422)
    const shown = await post<{ persons: { idNumber: string | null }[] }>(`/api/households/${row!.id}/reveal`, { reason: '入户核对' })
    expect(shown.persons.some((p) => p.idNumber?.length === 18)).toBe(true)
    expect((await get<Household>(`/api/households/${row!.id}`)).timeline.some((t) => t.kind === 'reveal' && t.text.zh.includes('入户核对'))).toBe(true)
  })

  it('finds people by name, pinyin and part of the number, and never logs what was asked', async () => {
    const { rows: [person] } = await get<{ rows: { id: string; name: string }[] }>('/api/persons?size=1')
    expect((await get<{ rows: { id: string }[] }>(`/api/persons?q=${encodeURIComponent(person!.name)}`)).rows.map((r) => r.id)).toContain(person!.id)
    expect(house.log.join('')).not.toContain(person!.name)
    expect(house.log.join('')).not.toMatch(/2199\d{2}\d{8}\d{3}[\dX]/)
  })
})
