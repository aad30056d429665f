import { checkDraftFiles } from '@bangfu/plan'
import { seedActors } from '@bangfu/register'
import { strFromU8, unzipSync } from 'fflate'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Actor, Decided, DraftBuild, DraftDetail, DraftPack, DraftRow, Problem } from '../contract/index.ts'
import { readActors } from '../handlers/session.ts'
import { openTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

const text = [
  '云沙县养蜂产业帮扶方案(2025-2026年)', '云政办发〔2025〕6号', '一、总体目标', '到2026年底,全县蜂群达到9000箱,养蜂户年收入不低于1.8万元。', '二、主要任务',
  '(一)建设标准蜂场。2025年建设标准蜂场12个,每个补助5万元。', '县农业农村局牵头,县林业局、县财政局配合', '(二)培训蜂农。按《云沙县农民培训办法》(云政发〔2023〕4号)培训蜂农500人次。', '县人社局负责', '',
].join('\n')

const county = () => house.actor('county-office')
const errors = (reply: { json(): unknown }) => (reply.json() as { problems: Problem[] }).problems.map((p) => p.code)

function send(url: string, content: string, actor = county()) {
  const boundary = 'bangfu-test'
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="plan.txt"\r\ncontent-type: text/plain\r\n\r\n${content}\r\n--${boundary}--\r\n`
  return house.as(actor, { method: 'POST', url, payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })
}
const detail = async (id: string) => (await house.as(county(), { method: 'GET', url: `/api/drafts/${id}` })).json<DraftDetail>()
const decide = (id: string, verdicts: object[], request: string = crypto.randomUUID()) => house.as(county(), { method: 'POST', url: `/api/drafts/${id}/decisions`, payload: { request, verdicts } })
const uploaded = async (content = text) => (await send('/api/drafts', content)).json<DraftRow>().id

describe('refusals', () => {
  test('a township, an auditor and a department may look but not decide', async () => {
    const id = await uploaded()
    for (const role of ['township-office', 'auditor', 'department']) {
      expect(errors(await send('/api/drafts', text, house.actor(role))), role).toEqual(['server/not-allowed'])
      expect((await house.as(house.actor(role), { method: 'GET', url: `/api/drafts/${id}` })).statusCode, role).toBe(200)
    }
  })

  test('what is no Chinese text makes no draft', async () => {
    const before = (await house.as(county(), { method: 'GET', url: '/api/drafts' })).json<{ total: number }>().total
    expect(errors(await send('/api/drafts', 'This is an English letter about nothing in particular.'))).toEqual(['plan/text-not-chinese'])
    expect((await house.as(county(), { method: 'GET', url: '/api/drafts' })).json<{ total: number }>().total).toBe(before)
  })

  test('one wrong verdict among many decides none of them', async () => {
    const id = await uploaded()
    const [first] = (await detail(id)).items
    expect(errors(await decide(id, [{ item: first!.id, act: 'accept' }, { item: 'target:九:1', act: 'accept' }]))).toEqual(['plan/draft-no-item'])
    expect((await detail(id)).items.every((i) => i.state === 'proposed')).toBe(true)
  })

  test('nothing to undo is said, and a repeated request decides nothing twice', async () => {
    const id = await uploaded()
    expect(errors(await house.as(county(), { method: 'POST', url: `/api/drafts/${id}/undo`, payload: { request: crypto.randomUUID() } }))).toEqual(['server/nothing-to-undo'])
    const [first] = (await detail(id)).items
    const request = crypto.randomUUID()
    await decide(id, [{ item: first!.id, act: 'accept' }], request)
    expect(errors(await decide(id, [{ item: first!.id, act: 'reject' }], request))).toEqual(['register/request-repeated'])
    expect((await detail(id)).items[0]!.state).toBe('accepted')
  })
})

test('decisions are actions with actor and time, survive, are undone act by act, and are counted', async () => {
  const id = await uploaded()
  const { items } = await detail(id)
  const target = items.find((i) => i.kind === 'target')!
  await decide(id, items.filter((i) => i.kind === 'clause').map((i) => ({ item: i.id, act: 'accept' })))
  const corrected = (await decide(id, [{ item: target.id, act: 'correct', fields: { ...target.fields, value: '9500' } }])).json<Decided>()
  expect(corrected.items.map((i) => [i.id, i.state, i.proposal?.['value'], i.fields['value'], i.actor])).toEqual([[target.id, 'corrected', '9000', '9500', county().name.zh]])
  const start = text.indexOf('标准蜂场')
  await decide(id, [{ item: 'added:a', act: 'add', added: { kind: 'citation', clause: '二.(一)', start, end: start + 4 }, fields: { number: null, title: '蜂场标准' } }])
  expect((await detail(id)).effort.byState).toMatchObject({ accepted: 4, corrected: 1, added: 1, rejected: 0 })
  const undone = (await house.as(county(), { method: 'POST', url: `/api/drafts/${id}/undo`, payload: { request: crypto.randomUUID() } })).json<Decided>()
  expect([undone.removed, undone.effort.byState.added]).toEqual([['added:a'], 0])
  await house.as(county(), { method: 'POST', url: `/api/drafts/${id}/undo`, payload: { request: crypto.randomUUID() } })
  expect((await detail(id)).items.find((i) => i.id === target.id)).toMatchObject({ state: 'proposed', actor: null })
})

describe('undo with two people in one draft', () => {
  const undo = (id: string, actor = county()) => house.as(actor, { method: 'POST', url: `/api/drafts/${id}/undo`, payload: { request: crypto.randomUUID() } })
  const decideAs = (actor: Actor, id: string, verdicts: object[]) => house.as(actor, { method: 'POST', url: `/api/drafts/${id}/decisions`, payload: { request: crypto.randomUUID(), verdicts } })
  let second: Actor
  beforeAll(async () => {
    const [township] = house.actors.filter((a) => a.role === 'township-office')
    await seedActors(house.house.register, { county: house.house.environment.county, countyName: '第二个', townships: [], village: { place: township!.place.code, name: '无' } })
    second = (await readActors(house.house)).find((a) => a.role === 'county-office' && a.name.zh.startsWith('第二个'))!
  })

  test('is refused with item and actor when somebody else changed the same item since', async () => {
    const id = await uploaded()
    const [first, next] = (await detail(id)).items
    await decide(id, [{ item: first!.id, act: 'accept' }, { item: next!.id, act: 'accept' }])
    await decideAs(second, id, [{ item: next!.id, act: 'reject' }])
    const refused = await undo(id)
    expect([refused.statusCode, errors(refused)]).toEqual([409, ['server/undo-overtaken']])
    expect((refused.json() as { problems: Problem[] }).problems[0]!.zh).toContain(second.name.zh)
    expect((await detail(id)).items.slice(0, 2).map((i) => i.state)).toEqual(['accepted', 'rejected'])
    // When the other takes it back, nothing stands in the way any more.
    await undo(id, second)
    expect((await undo(id)).statusCode).toBe(200)
    expect((await detail(id)).items.slice(0, 2).map((i) => i.state)).toEqual(['proposed', 'proposed'])
  })

  test('takes the own latest act, never the one of somebody else', async () => {
    const id = await uploaded()
    const [first, next] = (await detail(id)).items
    await decide(id, [{ item: first!.id, act: 'accept' }])
    expect(errors(await undo(id, second))).toEqual(['server/nothing-to-undo'])
    await decideAs(second, id, [{ item: next!.id, act: 'reject' }])
    expect((await undo(id)).statusCode).toBe(200)
    expect((await detail(id)).items.slice(0, 2).map((i) => i.state)).toEqual(['proposed', 'rejected'])
    expect([(await detail(id)).canUndo, (await house.as(second, { method: 'GET', url: `/api/drafts/${id}` })).json<DraftDetail>().canUndo]).toEqual([false, true])
  })
})

describe('a pack from the page', () => {
  const built = (id: string, query = '') => house.as(county(), { method: 'GET', url: `/api/drafts/${id}/built${query}` })

  test('is refused while something is undecided, and without what only a person can say', async () => {
    const id = await uploaded()
    expect(errors(await built(id, '?place=211322'))).toContain('plan/draft-undecided')
    await decide(id, (await detail(id)).items.map((i) => ({ item: i.id, act: 'accept' })))
    expect(errors(await built(id))).toEqual(['plan/build-head'])
    expect((await built(id, '?place=朝阳')).statusCode).toBe(422)
  })

  test('holds what was decided, says what is left, and the zip is the folder that the command writes', async () => {
    const id = await uploaded()
    const { items } = await detail(id)
    await decide(id, items.map((i) => ({ item: i.id, act: i.kind === 'citation' ? 'reject' : 'accept' })))
    const build = (await built(id, '?place=211322&reported=yes')).json<DraftBuild>()
    expect([build.faults, build.counts.documents, build.inForce]).toEqual([[], 0, { from: '2025-01-01', until: '2026-12-31' }])
    expect(build.counts.targets).toBe(items.filter((i) => i.kind === 'target').length)
    expect(build.open.some((line) => line.zh.includes('摘要'))).toBe(true)
    const zip = await house.as(county(), { method: 'GET', url: `/api/drafts/${id}/built.zip?place=211322&reported=yes` })
    expect(Object.keys(unzipSync(zip.rawPayload)).map((path) => path.split('/')[1]).sort()).toEqual(['built.json', 'clauses.yaml', 'duties.yaml', 'obligations.yaml', 'organisations.yaml', 'pack.yaml', 'parameters.yaml', 'places.yaml', 'quantities.yaml', 'targets.yaml'])
  })
})

test('the reviewed draft comes out as a zip whose files pass the check', async () => {
  const id = await uploaded()
  const open = (await house.as(county(), { method: 'GET', url: `/api/drafts/${id}/pack` })).json<DraftPack>()
  expect(open.open.undecided.length).toBeGreaterThan(0)
  await decide(id, (await detail(id)).items.map((i) => ({ item: i.id, act: 'accept' })))
  const reply = await house.as(county(), { method: 'GET', url: `/api/drafts/${id}/pack.zip` })
  expect(reply.headers['content-disposition']).toMatch(/\.zip$/)
  const files = Object.entries(unzipSync(reply.rawPayload))
  const { faults, open: left, folder } = checkDraftFiles(files.map(([path, bytes]) => ({ path: path.split('/')[1]!, text: strFromU8(bytes) })))
  expect([faults, left.undecided, left.unread]).toEqual([[], [], 0])
  expect(folder['targets.yaml'].targets.length).toBeGreaterThan(3)
})

test('a new version keeps decisions on the same words with their first time, asks changed ones again, and says what is gone', async () => {
  const id = await uploaded()
  await decide(id, (await detail(id)).items.map((i) => ({ item: i.id, act: 'accept' })))
  const first = await detail(id)
  const next = (await send(`/api/drafts/${id}/versions`, text.replace('9000箱', '9600箱').replace('培训蜂农500人次', '培训蜂农').replace('县人社局负责\n', '县人社局负责\n(三)产品销售。开设直营店3家。\n'))).json<DraftRow>()
  const second = await detail(next.id)
  const changed = second.items.filter((i) => i.change === 'changed')
  expect(changed.filter((i) => i.kind === 'target').map((i) => [i.state, i.fields['value'], i.before])).toEqual([['proposed', '9600', expect.stringContaining('9000箱')]])
  expect(changed.filter((i) => i.kind === 'target').map((i) => [i.beforeState, i.suggestion])).toEqual([['accepted', null]])
  expect(second.gone.map((g) => [g.kind, g.state])).toContainEqual(['target', 'accepted'])
  expect(second.items.filter((i) => i.change === 'new').every((i) => i.state === 'proposed' && i.clause === '二.(三)')).toBe(true)
  const kept = second.items.find((i) => i.kind === 'duty')!
  expect([kept.state, kept.kept, kept.at]).toEqual(['accepted', true, first.items.find((i) => i.kind === 'duty')!.at])
  expect(second.effort.minutes).toBe(0)
  expect(errors(await send(`/api/drafts/${id}/versions`, text))).toEqual(['server/draft-superseded'])
})

test('a correction on words that changed later is offered again, on the new figure', async () => {
  const id = await uploaded()
  const target = (await detail(id)).items.find((i) => i.fields['value'] === '9000')!
  await decide(id, [{ item: target.id, act: 'correct', fields: { ...target.fields, subject: '全县蜂群数' } }])
  const next = (await send(`/api/drafts/${id}/versions`, text.replace('9000箱', '9600箱'))).json<DraftRow>()
  expect((await detail(next.id)).items.find((i) => i.fields['value'] === '9600')).toMatchObject({ state: 'proposed', beforeState: 'corrected', suggestion: { subject: '全县蜂群数', value: '9600' } })
})
