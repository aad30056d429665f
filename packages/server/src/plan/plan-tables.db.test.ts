import { execFile } from 'node:child_process'
import { existsSync } from 'node:fs'
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { promisify } from 'node:util'
import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { Clause, Coverage, CoverageRow, DutyList, Matrix, Plan, Quantities } from '../contract/index.ts'
import { county, openTestHouse, type TestHouse } from '../testing/test-house.ts'
import { dutyLines } from './duty-lines.ts'

interface CoverageRows { readonly total: number; readonly rows: readonly CoverageRow[] }

let house: TestHouse
beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

const get = async (url: string) => house.as(house.actor('county-office'), { method: 'GET', url })
const json = async <T>(url: string): Promise<T> => (await get(url)).json<T>()

/** Parts of a zip by name. */
const zipParts = (bytes: Uint8Array): Map<string, string> => new Map(Object.entries(unzipSync(bytes)).map(([name, part]) => [name, strFromU8(part)]))

const plain = (xml: string): string => xml.replace(/<[^>]+>/g, '').replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&amp;/g, '&')
/** Cells of every table row, each as its paragraphs. */
const rowsOf = (xml: string): string[][][] => [...xml.matchAll(/<w:tr[ >].*?<\/w:tr>/gs)].map(([row]) => [...row.matchAll(/<w:tc>.*?<\/w:tc>/gs)].map(([cell]) => [...cell.matchAll(/<w:p>.*?<\/w:p>|<w:p [^>]*>.*?<\/w:p>/gs)].map(([p]) => plain(p))))

describe('the matrix', () => {
  it('shows first what nobody has taken, and that is exactly the lowest clauses without any mark', async () => {
    const matrix = await json<Matrix>('/api/plan/matrix')
    const marked = new Set(matrix.bodies.flatMap((b) => b.marks.map((m) => m.clause)))
    expect(matrix.nobody).toEqual(matrix.clauses.map((c) => c.id).filter((id) => !marked.has(id)))
    expect(matrix.clauses.every((c) => matrix.sections.some((s) => s.id === c.section))).toBe(true)
  })

  it('agrees with the clauses of the plan page, mark by mark', async () => {
    const matrix = await json<Matrix>('/api/plan/matrix')
    const plan = await json<Plan>('/api/plan')
    const parents = new Set(plan.clauses.map((c) => c.parent))
    const marks = (clause: Clause) => clause.duties.map((d) => `${d.id} ${d.role} ${d.assigned === clause.id}`).sort()
    for (const clause of plan.clauses.filter((c) => !parents.has(c.id))) {
      const own = matrix.bodies.flatMap((b) => b.marks.filter((m) => m.clause === clause.id).map((m) => `${b.id} ${m.role} ${m.own}`)).sort()
      expect([clause.id, own]).toEqual([clause.id, marks(clause)])
    }
  })

  it('spells a class out over the places of the register and keeps the history of names', async () => {
    const matrix = await json<Matrix>('/api/plan/matrix')
    const local = matrix.bodies.find((b) => b.id === 'city-county-party-government')!
    expect(local.members.map((m) => m.place.code)).toEqual(expect.arrayContaining([county.slice(0, 4), county]))
    expect(local.members.find((m) => m.place.code === county)!.names.map((n) => n.zh)).toEqual(['建平县委', '建平县人民政府'])
    const culture = matrix.bodies.find((b) => b.id === 'prov-culture')!
    expect(culture.successors.map((s) => s.id)).toEqual(['prov-culture-tourism'])
    expect(matrix.bodies.find((b) => b.id === 'prov-culture-tourism')!.takenOver).toBe(culture.duties)
  })

  it('leaves as a workbook with the same bodies, marks and totals', async () => {
    const matrix = await json<Matrix>('/api/plan/matrix')
    const { sheets: [sheet] } = await readXlsx((await get('/api/plan/matrix.xlsx')).rawPayload)
    const rows = sheet!.rows.slice(3)
    const withDuty = matrix.bodies.filter((b) => b.marks.length > 0)
    expect(rows.map((r) => r[0])).toEqual(['无人负责', ...withDuty.map((b) => b.name.zh)])
    const filled = rows.slice(1).flatMap((r) => r.slice(3)).filter((c) => c !== null && c !== undefined && c !== '')
    expect(filled.length).toBe(new Set(withDuty.flatMap((b) => b.marks.map((m) => `${b.id} ${m.clause}`))).size)
    expect(rows.slice(1).map((r) => r[2] ?? null)).toEqual(withDuty.map((b) => b.reports.words?.zh ?? null))
    expect(rows[0]![1]).toBe(matrix.nobody.length)
  })
})

describe('a body\'s own duties', () => {
  it('refuses a body that the plan does not know, and a place where the class has none', async () => {
    expect((await get('/api/plan/duties/nobody')).statusCode).toBe(404)
    expect((await get('/api/plan/duties/city-county-party-government?place=2199')).statusCode).toBe(404)
    expect((await get('/api/plan/duties/city-county-party-government?place=x')).statusCode).toBe(422)
  })

  it('are numbered without a gap over all sections, and cover every lowest clause of the body in the matrix', async () => {
    const matrix = await json<Matrix>('/api/plan/matrix')
    for (const body of matrix.bodies.filter((b) => b.marks.length > 0)) {
      const list = await json<DutyList>(`/api/plan/duties/${body.id}`)
      const rows = list.sections.flatMap((s) => s.duties)
      expect(rows.map((r) => r.number)).toEqual(rows.map((_, i) => i + 1))
      const clauses = new Set(rows.map((r) => r.clause))
      expect([body.id, body.marks.filter((m) => !clauses.has(m.clause))]).toEqual([body.id, []])
      expect(list.total).toBe(rows.length)
    }
  })

  it('pass to the body that took over, which says from whom', async () => {
    const before = await json<DutyList>('/api/plan/duties/prov-culture')
    const after = await json<DutyList>('/api/plan/duties/prov-culture-tourism')
    expect(after.sections.flatMap((s) => s.duties.map((d) => d.clause))).toEqual(before.sections.flatMap((s) => s.duties.map((d) => d.clause)))
    expect(after.sections[0]!.duties[0]!.roles[0]!.through?.id).toBe('prov-culture')
  })

  it('name every report that the plan asks for with the very body that owes it', async () => {
    const { pack } = house.house
    const bodies = [...pack.organisations.organisations, ...pack.organisations.classes]
    const before = new Set(pack.organisations.organisations.filter((o) => o.successors.length > 0).map((o) => o.id))
    const reports = new Set<string>()
    for (const { id } of bodies.filter((b) => !before.has(b.id))) for (const report of (await json<DutyList>(`/api/plan/duties/${id}`)).reports) reports.add(report.key)
    const obliged = pack.obligations.obligations.filter((o) => o.proof.kind === 'reported')
    const said = new Set(obliged.map((o) => o.target))
    const figures = pack.targets.targets.filter((t) => t.proof.kind === 'reported' && !said.has(t.id)).map((t) => `target:${t.id}`)
    expect([...reports].sort()).toEqual([...obliged.map((o) => o.id), ...figures].sort())
    expect(reports.size).toBeGreaterThan(0)
  })

  it.each(['zh', 'en'] as const)('leave as a Word file that says in %s, cell by cell, what the page says', async (language) => {
    const cookie = `bangfu-80=${house.actor('county-office').id}.${language}`
    const reply = await house.as(undefined, { method: 'GET', url: '/api/plan/duties/prov-civil-affairs/list.docx', headers: { cookie } })
    const list = await json<DutyList>('/api/plan/duties/prov-civil-affairs')
    const parts = zipParts(reply.rawPayload)
    expect([...parts.keys()]).toEqual(expect.arrayContaining(['[Content_Types].xml', '_rels/.rels', 'word/document.xml', 'word/styles.xml']))
    const rows = rowsOf(parts.get('word/document.xml')!).filter((r) => /^\d+$/.test(r[0]![0] ?? ''))
    const expected = list.sections.flatMap((s) => s.duties).map((d) => {
      const { number, clause, task, roles, targets, today } = dutyLines(d, language)
      return [[number], [clause], task, roles, targets, today].map((lines) => (lines.length === 0 ? [''] : [...lines]))
    })
    expect(rows).toEqual(expected)
    const header = [...parts].filter(([name]) => /word\/header\d/.test(name)).map(([, xml]) => plain(xml)).join('')
    expect(header).toContain(list.heading[language])
    expect(header).toContain(list.plan.title[language])
    expect([...parts].some(([name, xml]) => /word\/footer\d/.test(name) && xml.includes('NUMPAGES'))).toBe(true)
  })
})

const office = ['/usr/bin/soffice', '/opt/homebrew/bin/soffice'].find((path) => existsSync(path))

describe('the Word file', () => {
  it('is whole: every part is well-formed and every relation leads to a part', async () => {
    const parts = zipParts((await get('/api/plan/duties/prov-civil-affairs/list.docx')).rawPayload)
    for (const [name, xml] of parts) {
      const open: string[] = []
      for (const [, close, tag, self] of xml.replace(/<\?.*?\?>/g, '').matchAll(/<(\/?)([\w:]+)(?:\s[^<>]*?)?(\/?)>/g)) {
        if (close) expect([name, open.pop()]).toEqual([name, tag])
        else if (!self) open.push(tag!)
      }
      expect([name, open]).toEqual([name, []])
    }
    for (const [, target] of parts.get('word/_rels/document.xml.rels')!.matchAll(/Target="([^"]+)"/g)) expect([...parts.keys()]).toContain(`word/${target}`)
  })

  it.skipIf(office === undefined)('opens in LibreOffice, where there is one, with all its tables', async () => {
    const folder = await mkdtemp(join(tmpdir(), 'bangfu-office-'))
    try {
      const list = await json<DutyList>('/api/plan/duties/prov-civil-affairs')
      await writeFile(join(folder, 'list.docx'), (await get('/api/plan/duties/prov-civil-affairs/list.docx')).rawPayload)
      await promisify(execFile)(office!, [`-env:UserInstallation=file://${folder}/profile`, '--headless', '--convert-to', 'txt:Text (encoded):UTF8', '--outdir', folder, join(folder, 'list.docx')], { timeout: 60_000 })
      const text = await readFile(join(folder, 'list.txt'), 'utf8')
      for (const row of list.sections.flatMap((s) => s.duties)) expect(text).toContain(row.title.zh)
    } finally {
      await rm(folder, { recursive: true, force: true })
    }
  }, 90_000)
})

describe('the quantities', () => {
  it('hold every target and every value of a parameter once, each with a state', async () => {
    const all = await json<Quantities>('/api/plan/quantities?size=200')
    const { pack } = house.house
    expect(all.total).toBe(pack.targets.targets.length + pack.parameters.reduce((sum, p) => sum + p.values.length, 0) + pack.quantities.filter((q) => q.target === undefined && q.parameter === undefined).length)
    expect(all.held.reduce((sum, f) => sum + f.count, 0)).toBe(all.total)
    expect(all.rows.filter((r) => r.now.zh === '')).toEqual([])
  })

  it('open lists of the very counts they show', async () => {
    const all = await json<Quantities>('/api/plan/quantities')
    for (const { key, count } of all.states) expect([key, (await json<Quantities>(`/api/plan/quantities?state=${key}`)).total]).toEqual([key, count])
    for (const { key, count } of all.held) expect([key, (await json<Quantities>(`/api/plan/quantities?held=${key}`)).total]).toEqual([key, count])
  })

  it('are ordered by value as numbers, with what has no number last in either direction', async () => {
    const values = async (direction: string) => (await json<Quantities>(`/api/plan/quantities?sort=value&direction=${direction}&size=200`)).rows.map((r) => r.value).map((v) => (v !== null && /^-?\d+(\.\d+)?$/.test(v) ? Number(v) : undefined))
    for (const direction of ['up', 'down']) {
      const found = await values(direction)
      const numbers = found.filter((v) => v !== undefined)
      expect(found.slice(0, numbers.length)).toEqual([...numbers].sort((a, b) => (direction === 'up' ? a - b : b - a)))
    }
  })

  it('leave as the workbook of the filtered list', async () => {
    const found = await json<Quantities>('/api/plan/quantities?held=target&q=2018&size=200')
    const { sheets: [sheet] } = await readXlsx((await get('/api/plan/quantities.xlsx?held=target&q=2018')).rawPayload)
    expect(sheet!.rows.slice(3).map((r) => r[1])).toEqual(found.rows.map((r) => r.subject.zh))
    expect(found.total).toBeGreaterThan(0)
  })
})

describe('the coverage', () => {
  it('refuses a list that there is not', async () => {
    expect((await get('/api/plan/coverage/rows?list=everything')).statusCode).toBe(422)
  })

  it('opens behind every count a list of that very length', async () => {
    const coverage = await json<Coverage>('/api/plan/coverage')
    const lines = [...coverage.groups.flatMap((g) => g.lines), ...coverage.kinds.flatMap((k) => [k.computed, k.reported, k.notYet])]
    for (const { count, list } of lines) {
      const rows = await json<CoverageRows>(`/api/plan/coverage/rows?${new URLSearchParams({ ...list.filters, size: '200' }).toString()}`)
      expect([list.filters, rows.total, rows.rows.length]).toEqual([list.filters, count, Math.min(count, 200)])
      expect([list.filters, new Set(rows.rows.map((r) => r.key)).size]).toEqual([list.filters, rows.rows.length])
    }
  })

  it('names the same clauses without a body as the matrix', async () => {
    const rows = await json<CoverageRows>('/api/plan/coverage/rows?list=clauses-naming-nobody&size=200')
    expect(rows.rows.map((r) => r.key)).toEqual((await json<Matrix>('/api/plan/matrix')).nobody)
  })

  it('counts each lowest clause once: bound, principle or unbound', async () => {
    const coverage = await json<Coverage>('/api/plan/coverage')
    const count = (key: string) => coverage.groups.flatMap((g) => g.lines).find((l) => l.key === key)!.count
    expect(count('clauses-bound') + count('clauses-principle') + count('clauses-unbound')).toBe((await json<Matrix>('/api/plan/matrix')).clauses.length)
    expect(count('obligations-computed') + count('obligations-reported') + count('obligations-not-yet')).toBe(count('obligations'))
  })
})
