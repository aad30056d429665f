import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, expect, test } from 'vitest'
import type { DraftRow, PlanChoice, PlanComparison, Problem } from '../contract/index.ts'
import { openTestHouse, root, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
let draft: string
beforeAll(async () => {
  house = await openTestHouse()
  draft = await drafted(readFileSync(join(root, 'packages/plan/samples/compare/county-under-province.txt'), 'utf8'))
})
afterAll(() => house.close())

async function drafted(text: string): Promise<string> {
  const boundary = 'bangfu-test'
  const payload = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="county.txt"\r\ncontent-type: text/plain\r\n\r\n${text}\r\n--${boundary}--\r\n`
  return (await house.as(house.actor('county-office'), { method: 'POST', url: '/api/drafts', payload, headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })).json<DraftRow>().id
}
const compare = async () => (await house.as(house.actor('auditor'), { method: 'GET', url: `/api/compare?upper=pack&lower=${draft}` })).json<PlanComparison>()
const decide = (verdicts: object[], actor = house.actor('county-office')) => house.as(actor, { method: 'POST', url: '/api/compare/verdicts', payload: { request: crypto.randomUUID(), upper: 'pack', lower: draft, verdicts } })
const targetOf = (comparison: PlanComparison, words: string) => comparison.clauses.flatMap((c) => c.targets).find((t) => t.upper.words.includes(words))!
const codes = (reply: { json(): unknown }) => (reply.json() as { problems: Problem[] }).problems.map((p) => p.code)

test('an auditor decides nothing, and what is in neither plan is refused', async () => {
  expect(codes(await decide([{ upper: 'clause:一.(二)', lower: 'clause:一.(二)', act: 'confirm' }], house.actor('auditor')))).toEqual(['server/not-allowed'])
  expect(codes(await decide([{ upper: 'clause:九', lower: 'clause:一.(二)', act: 'confirm' }]))).toEqual(['server/not-found'])
  expect(codes(await house.as(house.actor('auditor'), { method: 'GET', url: '/api/compare?upper=pack&lower=nothing' }))).toEqual(['server/not-found'])
})

test('the pack and every draft can be chosen, and their matches come with reasons in both languages', async () => {
  const { plans } = (await house.as(house.actor('auditor'), { method: 'GET', url: '/api/compare/plans' })).json<{ plans: PlanChoice[] }>()
  expect(plans.map((p) => p.id)).toEqual(['pack', draft])
  const share = targetOf(await compare(), '自付比例')
  expect([share.state, share.upper.figure.zh, share.lower?.figure.zh]).toEqual(['other-figure', '≤ 20 %', '≤ 15 %'])
  expect(share.basis.every((b) => b.zh !== '' && b.en !== '')).toBe(true)
})

test('a match is confirmed, parted and opened again, each with its actor', async () => {
  const share = targetOf(await compare(), '自付比例')
  const pair = { upper: share.upper.id, lower: share.lower!.id }
  const confirmed = (await decide([{ ...pair, act: 'confirm' }])).json<PlanComparison>()
  expect(targetOf(confirmed, '自付比例').decided).toBe(true)
  expect(confirmed.verdicts).toMatchObject([{ ...pair, act: 'confirm', actor: house.actor('county-office').name.zh }])
  const parted = (await decide([{ ...pair, act: 'part' }])).json<PlanComparison>()
  expect(targetOf(parted, '自付比例').state).toBe('not-answered')
  expect(parted.own.map((o) => o.id)).toContain(pair.lower)
  const open = (await decide([{ ...pair, act: 'open' }])).json<PlanComparison>()
  expect([targetOf(open, '自付比例').state, open.verdicts]).toEqual(['other-figure', []])
})

test('a total that the county gives in parts is answered by them, parted and opened again under their ids', async () => {
  const total = targetOf(await compare(), '贫困村销号(总数)')
  expect([total.state, total.lower?.figure.zh, total.mayBeShare, total.basis.map((b) => b.zh)]).toEqual(['other-figure', '21 个', true, ['各部分相加：14 + 7']])
  const pair = { upper: total.upper.id, lower: total.lower!.id }
  expect(codes(await decide([{ ...pair, lower: `${pair.lower}+nothing`, act: 'part' }]))).toEqual(['server/not-found'])
  expect(targetOf((await decide([{ ...pair, act: 'part' }])).json<PlanComparison>(), '贫困村销号(总数)').state).toBe('not-answered')
  expect(targetOf((await decide([{ ...pair, act: 'open' }])).json<PlanComparison>(), '贫困村销号(总数)').state).toBe('other-figure')
})

test('the files hold what the page shows, row for row', async () => {
  const comparison = await compare()
  const rows = comparison.clauses.reduce((sum, c) => sum + Math.max(1, c.targets.length), 0)
  const csv = (await house.as(house.actor('auditor'), { method: 'GET', url: `/api/compare/export?upper=pack&lower=${draft}&format=csv` })).body
  expect(csv.trim().split('\r\n')).toHaveLength(rows + 1)
  const xlsx = await house.as(house.actor('auditor'), { method: 'GET', url: `/api/compare/export?upper=pack&lower=${draft}&format=xlsx&language=en` })
  const { sheets } = await readXlsx(xlsx.rawPayload)
  expect([sheets[0]!.name, sheets[0]!.rows.length]).toEqual(['Comparison', rows + 3])
})

test('two plans of thousands of clauses each are not laid side by side while everybody waits', async () => {
  const long = await drafted('一、扶贫任务\n'.repeat(2_300))
  expect(codes(await house.as(house.actor('auditor'), { method: 'GET', url: `/api/compare?upper=${long}&lower=${long}` }))).toEqual(['server/too-large'])
})
