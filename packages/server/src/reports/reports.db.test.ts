import { strFromU8, unzipSync } from 'fflate'
import { seedActors } from '@bangfu/register'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, ClauseDetail, DutyList, Matrix, ObligationReport, ObligationReports, Plan, Problem } from '../contract/index.ts'
import { readActors } from '../handlers/session.ts'
import { openTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

interface Shown { readonly obligation: string; readonly reports: ObligationReports; readonly all: readonly ObligationReport[] }
const office = () => house.actor('county-office')
const codes = (reply: { json(): unknown }) => (reply.json() as { problems: Problem[] }).problems.map((p) => p.code)
const found = (kind: string, unit?: string) => house.house.pack.obligations.obligations.find((o) => o.proof.kind === 'reported' && o.kind === kind && (unit === undefined || house.house.pack.targets.targets.find((t) => t.id === o.target)?.unit === unit))!
const base = (obligation: string) => ({ request: crypto.randomUUID(), obligation, place: '211322', state: 'under-way', value: null, on: '2018-06-30', evidence: null, reporter: '李某', authority: '县脱贫攻坚领导小组 2018 年第 3 次会议' })
const send = (payload: object, actor: Actor = office()) => house.as(actor, { method: 'POST', url: '/api/plan/reports', payload })
const undo = (report: number, actor: Actor = office()) => house.as(actor, { method: 'POST', url: '/api/plan/reports/undo', payload: { request: crypto.randomUUID(), report, authority: '更正' } })
const shown = async (id: string, actor: Actor = office()) => (await house.as(actor, { method: 'GET', url: `/api/plan/obligations/${id}/reports` })).json<Shown>()

describe('refusals', () => {
  test('an auditor records nothing, and an obligation that is unknown or not reported takes no report', async () => {
    const computed = house.house.pack.obligations.obligations.find((o) => o.proof.kind === 'computed')!
    expect(codes(await send(base(found('event').id), house.actor('auditor')))).toEqual(['server/not-allowed'])
    expect(codes(await send(base('nothing')))).toEqual(['server/not-found'])
    expect(codes(await send(base(computed.id)))).toEqual(['server/report-not-owed'])
  })

  test('nobody reports for a place outside the own one, for a higher body itself, or as a township for a bureau of the province', async () => {
    const { id } = found('event')
    for (const place of ['2113', '21', '211321', '211322101']) expect([place, codes(await send({ ...base(id), place }))]).toEqual([place, ['server/report-not-yours']])
    const township = house.actor('township-office')
    expect(codes(await send({ ...base(id), place: township.place.code }, township))).toEqual(['server/report-not-yours'])
    expect((await shown(id, township)).reports.mayReport).toEqual([])
    expect((await shown(id)).all).toEqual([])
  })

  test('every thing that a report lacks is said at once: the day, the figure, the evidence; a figure where there is none', async () => {
    const day = new Date(Date.now() + 3 * 86_400_000).toISOString().slice(0, 10)
    expect(codes(await send({ ...base(found('count').id), state: 'done', on: day }))).toEqual(['server/report-incomplete', 'server/report-incomplete', 'server/report-incomplete'])
    expect(codes(await send({ ...base(found('event').id), value: '3' }))).toEqual(['server/report-incomplete'])
    for (const missing of [{ reporter: ' ' }, { authority: '' }, { value: '1.23456' }, { on: '2018-02-30' }]) expect((await send({ ...base(found('count').id), ...missing })).statusCode, JSON.stringify(missing)).toBe(422)
  })

  test('the same request is recorded once', async () => {
    const report = base(found('mechanism').id)
    expect((await send(report)).statusCode).toBe(200)
    expect(codes(await send({ ...report, state: 'not-begun' }))).toEqual(['register/request-repeated'])
    expect((await shown(report.obligation)).all.map((r) => r.state)).toEqual(['under-way'])
  })
})

test('a report says who, on what authority, of which day and place; the next counts, and both stay', async () => {
  const { id } = found('document')
  await send({ ...base(id), state: 'not-begun' })
  const { reports, all } = (await send({ ...base(id), state: 'done', evidence: '建政办发〔2018〕5号', on: '2018-07-02' })).json<Shown>()
  expect(reports.standing).toMatchObject([{ state: 'done', on: '2018-07-02', reporter: '李某', evidence: '建政办发〔2018〕5号', place: { code: '211322' }, actor: office().name }])
  expect(reports.standing[0]!.line.zh).toContain('已完成，2018-07-02，李某（县脱贫攻坚领导小组 2018 年第 3 次会议）；建政办发〔2018〕5号')
  expect(all.map((r) => r.state)).toEqual(['done', 'not-begun'])
  expect(reports.mayReport).toEqual([{ code: '211322', name: '建平县', level: 'county', part: true }])
})

test('it is undone only by a new act, once, and then what was said before counts again', async () => {
  const { id } = found('ban')
  await send({ ...base(id), state: 'not-begun' })
  const second = (await send(base(id))).json<Shown>().reports.standing[0]!
  const after = (await undo(second.no)).json<Shown>()
  expect(after.reports.standing.map((r) => r.state)).toEqual(['not-begun'])
  expect(after.all[0]).toMatchObject({ no: second.no, undone: { actor: office().name, authority: '更正' } })
  expect(codes(await undo(second.no))).toEqual(['server/report-undone'])
  expect(codes(await undo(999_999))).toEqual(['server/not-found'])
})

test('a figure that is reported for a target is its value everywhere', async () => {
  const obligation = found('count')
  await send({ ...base(obligation.id), state: 'done', value: '12', evidence: '验收单' })
  const plan = (await house.as(office(), { method: 'GET', url: '/api/plan' })).json<Plan>()
  expect(plan.targets.find((t) => t.id === obligation.target)).toMatchObject({ reported: { value: '12', period: '2018-06-30' }, owedBy: null })
})

test('the plan page, the duty list, the matrix and the Word file say the same', async () => {
  const { id, proof, clauses } = found('standing')
  const by = proof.kind === 'reported' ? proof.by : ''
  await send({ ...base(id), state: 'done', evidence: '年度核查报告第四节' })
  const line = (await shown(id)).reports.standing[0]!.line
  const clause = (await house.as(office(), { method: 'GET', url: `/api/plan/clauses/${encodeURIComponent(clauses![0]!)}` })).json<ClauseDetail>()
  expect(clause.obligations.find((o) => o.id === id)!.reports!.standing.map((r) => r.line)).toEqual([line])
  const list = (await house.as(office(), { method: 'GET', url: `/api/plan/duties/${by}` })).json<DutyList>()
  expect(list.reports.find((r) => r.obligation === id)!.latest).toEqual([line])
  const { bodies } = (await house.as(office(), { method: 'GET', url: '/api/plan/matrix' })).json<Matrix>()
  const { reports } = bodies.find((b) => b.id === by)!
  expect([reports.owed, reports.done + reports.underWay + reports.notBegun + reports.silent]).toEqual([list.reports.filter((r) => r.obligation !== null).length, reports.owed])
  expect(reports.done).toBeGreaterThan(0)
  const word = await house.as(office(), { method: 'GET', url: `/api/plan/duties/${by}/list.docx?language=zh` })
  const text = strFromU8(unzipSync(word.rawPayload)['word/document.xml']!).replace(/<[^>]+>/g, '')
  expect(text).toContain(line.zh)
})

test('what the county reports is read in its townships and not in another county', async () => {
  const { id } = found('preference')
  await send(base(id))
  expect((await shown(id, house.actor('township-office'))).reports.standing).toHaveLength(1)
  await seedActors(house.house.register, { county: '211321', countyName: '另一县', townships: [], village: { place: '211321101201', name: '无' } })
  const other = (await readActors(house.house)).find((a) => a.role === 'county-office' && a.place.code === '211321')!
  expect((await shown(id, other)).reports.standing).toEqual([])
})
