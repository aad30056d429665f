/** A county office's workbook of many sheets, written by another program (fixtures/make/write_book.py), through the interface from upload to what the register says. */
import { readFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { inScope, systemSession } from '@bangfu/register'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import type { ImportChoices, ImportDetail, Job, Preview, Proposal, Uploaded } from '../contract/index.ts'
import { openTestHouse, type TestHouse } from '../testing/test-house.ts'

const book = readFileSync(fileURLToPath(new URL('../../../register/fixtures/books/county-book.xlsx', import.meta.url)))
const townships = { 朱碌科镇: '211322101', 建平镇: '211322102' }
let house: TestHouse
beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

const office = () => house.actor('county-office')
async function answered<T>(reply: Awaited<ReturnType<TestHouse['as']>>): Promise<T> {
  expect([reply.statusCode, reply.statusCode === 200 ? '' : reply.body]).toEqual([200, ''])
  return reply.json<T>()
}
const get = async <T>(url: string) => answered<T>(await house.as(office(), { method: 'GET', url }))
const post = async <T>(url: string, payload: object) => answered<T>(await house.as(office(), { method: 'POST', url, payload }))
async function upload(bytes: Uint8Array, name = '全县.xlsx'): Promise<Uploaded> {
  const form = new FormData()
  form.append('file', new Blob([Uint8Array.from(bytes)]), name)
  const encoded = new Response(form)
  return answered(await house.as(office(), { method: 'POST', url: '/api/imports', headers: { 'content-type': encoded.headers.get('content-type')! }, payload: Buffer.from(await encoded.arrayBuffer()) }))
}
const detailOf = (id: string) => get<ImportDetail>(`/api/imports/${id}`)
const proposalsOf = async (uploaded: Uploaded): Promise<readonly Proposal[]> => Promise.all(uploaded.lists!.map(async ({ id }) => (await detailOf(id)).upload!.proposal!))

/** What an officer confirms who changes nothing of what is proposed. */
function choicesOf({ sheets, layout, source, asOf, measures, period, places }: Proposal): ImportChoices {
  return { sheet: sheets[0]!, ...(sheets.length > 1 && { sheets }), layout: layout!, source: source!, asOf: asOf!, ...(measures.length > 0 && { delivery: { measures, period: period!, places: places!, narrow: true } }) }
}
async function take(id: string): Promise<Preview> {
  const preview = await post<Preview>(`/api/imports/${id}/preview`, choicesOf((await detailOf(id)).upload!.proposal!))
  const job = await post<Job>(`/api/imports/${id}/commit`, { preview: preview.preview })
  await house.house.jobs.idle()
  expect((await get<Job>(`/api/jobs/${job.id}`)).problems).toEqual([])
  return preview
}
const rows = <T extends Record<string, unknown>>(sql: string) => inScope(house.house.register, systemSession, async (tx) => (await tx.query<T>(sql)).rows)
/** The file by a reader that knows nothing of lists. */
const plainSheets = async () => new Map((await readXlsx(book)).sheets.map((sheet) => [sheet.name, sheet.rows.map((row) => row.map((cell) => String(cell ?? '')))]))
const idsIn = (sheet: readonly (readonly string[])[]): string[] => sheet.flatMap((row) => row.flatMap((cell) => /2199\d{13}[\dX]/.exec(cell)?.[0] ?? []))

describe('a workbook of many sheets', { timeout: 120_000 }, () => {
  let uploaded: Uploaded

  it('is proposed list by list; what is stepped over is said, with why', async () => {
    uploaded = await upload(book)
    const proposals = await proposalsOf(uploaded)
    expect(proposals.map(({ sheets, layout }) => [sheets, layout])).toEqual([[['建档立卡人口'], 'national-persons'], [['建档立卡户'], 'national-households'], [['朱碌科镇', '建平镇'], 'delivery']])
    expect(proposals[2]).toMatchObject({ measures: ['pension-prepay'], measuresBasis: '养老保险费代缴', period: '2018', periodBasis: 'title', asOf: '2018-12-31', sourceBasis: 'measure', places: Object.values(townships), placesBasis: 'sheet-name', partial: null })
    expect(uploaded.skipped!.map(({ sheet, data }) => [sheet, data])).toEqual([['填表说明', 0], ['昌隆镇', 0], ['汇总', 2]])
    for (const { why } of uploaded.skipped!) expect(why.zh).toMatch(/[\u4e00-\u9fff]/)
  })

  it('goes in list by list out of the one upload, and every row of every sheet is counted', async () => {
    const plain = await plainSheets()
    const previews: Preview[] = []
    for (const { id } of uploaded.lists!) previews.push(await take(id))
    expect(previews.map(({ taken, rejected, problemCount }) => [taken, rejected, problemCount])).toEqual([[idsIn(plain.get('建档立卡人口')!).length, 0, 0], [idsIn(plain.get('建档立卡户')!).length, 0, 0], [idsIn(plain.get('朱碌科镇')!).length + idsIn(plain.get('建平镇')!).length, 0, 0]])
    expect(previews[2]!.covers).toMatchObject({ places: [{ code: '211322101' }, { code: '211322102' }], left: [] })
    const [list] = await rows<{ sheets: string[]; sheet: string; row_count: number }>("select sheets, sheet, row_count from register.list where kind = 'delivery'")
    expect(list).toEqual({ sheets: ['朱碌科镇', '建平镇'], sheet: '朱碌科镇、建平镇', row_count: previews[2]!.taken })
    const paid = await rows<{ id: string }>("select n.value as id from register.delivery d join register.external_number n on n.subject_id = d.subject_id and n.kind = 'identity' order by 1")
    expect(paid.map((row) => row.id)).toEqual([...idsIn(plain.get('朱碌科镇')!), ...idsIn(plain.get('建平镇')!)].sort())
  })

  it('covers the townships it has sheets of; an empty form covers nobody', async () => {
    expect(await rows('select place, measure, period from register.coverage order by place')).toEqual(Object.values(townships).map((place) => ({ place, measure: 'pension-prepay', period: '2018' })))
  })

  it('taken again changes nothing, and says of each list that it was there', async () => {
    const counts = () => rows('select (select count(*) from register.list) as l, (select count(*) from register.delivery) as d, (select count(*) from register.person_statement) as s')
    const before = await counts()
    const again = await upload(book)
    for (const { id } of again.lists!) {
      expect((await detailOf(id)).upload!.sameAs).not.toBeNull()
      await take(id)
    }
    expect(await counts()).toEqual(before)
  })

  it('a row is named by its sheet and its own number on the household page, not by its place in the list', async () => {
    const plain = await plainSheets()
    const [household] = await rows<{ id: string }>(`select p.household_id as id from register.person_current p join register.external_number n on n.subject_id = p.person_id where n.value = '${idsIn(plain.get('建平镇')!)[0]}'`)
    const page = await get<{ deliveries: { list: { title: string; where: { zh: string } } }[] }>(`/api/households/${household!.id}`)
    expect(page.deliveries.map((one) => [one.list.title, one.list.where.zh])).toEqual([['全县.xlsx 朱碌科镇等 2 张工作表', '工作表“建平镇”第 3 行']])
  })

  it('a sheet that was stepped over can be taken all the same while the file is there, and another that it has not is not found', async () => {
    const other = await upload(book, '又一份.xlsx')
    expect((await house.as(office(), { method: 'POST', url: `/api/imports/${other.id}/sheets`, payload: { sheet: '没有这张' } })).statusCode).toBe(404)
    const made = await post<Uploaded>(`/api/imports/${other.id}/sheets`, { sheet: '昌隆镇' })
    expect(made).toMatchObject({ proposal: { sheets: ['昌隆镇'] } })
    expect(made.skipped!.map((one) => one.sheet)).toEqual(['填表说明', '汇总'])
    expect((await house.as(office(), { method: 'POST', url: `/api/imports/${uploaded.id}/sheets`, payload: { sheet: '昌隆镇' } })).statusCode).toBe(404)
  })

  it('a book of very many lists keeps small records, and offers each sheet once', async () => {
    const spellings = readFileSync(fileURLToPath(new URL('../../../register/fixtures/foreign/header-spellings.xlsx', import.meta.url)))
    const many = await upload(spellings, '表头.xlsx')
    expect(many.lists!.length).toBeGreaterThan(50)
    const taken = [...many.lists!.flatMap((list) => list.sheets), ...many.skipped!.map((one) => one.sheet)]
    expect(new Set(taken).size).toBe(taken.length)
    for (const { id, sheets } of many.lists!.slice(0, 3)) expect((await detailOf(id)).upload!.sheets.map((sheet) => sheet.name)).toEqual([...sheets, ...many.skipped!.map((one) => one.sheet)])
  })

  it('rows to correct come back on a sheet for each sheet of the list', async () => {
    const header = ['县', '乡', '村', '户编号', '人编号', '姓名', '证件号码', '与户主关系', '健康状况']
    const person = (no: string, id: string, village: string) => ['建平县', '朱碌科镇', village, `2113229${no}`, `2113229${no}01`, '王某', id, '户主', '健康']
    const sheets = [['朱碌科村', '219901195001010012'], ['西梁村', '219901195001010013']].map(([village, id], i) => ({ name: village!, rows: [header, person(`${i}1`, id!, village!), person(`${i}2`, '219901195001019999', village!)] }))
    const { id, proposal } = await upload(Buffer.from(await writeXlsx({ sheets })), '人口 2018-12-31.xlsx')
    expect(proposal!.sheets).toEqual(['朱碌科村', '西梁村'])
    const preview = await post<Preview>(`/api/imports/${id}/preview`, choicesOf(proposal!))
    expect(preview.problems.map((p) => [p.sheet, p.row])).toEqual(expect.arrayContaining([['朱碌科村', 3], ['西梁村', 3]]))
    const file = await house.as(office(), { method: 'GET', url: `/api/imports/${id}/rejected.xlsx` })
    expect((await readXlsx(file.rawPayload)).sheets.map((sheet) => sheet.name)).toEqual(['朱碌科村', '西梁村'])
  })

  it('a row with a wrong township covers no township: nobody there is registered in it', async () => {
    const [person] = await rows<{ id: string; name: string }>("select s.id_number as id, c.name from register.person_current c join register.person_search s using (person_id) where starts_with(c.place, '211322102') limit 1")
    const sheet = { name: '名单', rows: [['建平县2018年重度残疾人护理补贴发放名单'], ['乡镇', '姓名', '身份证号'], ['建平镇', person!.name, person!.id], ['昌隆镇', person!.name, person!.id]] }
    const { id, proposal } = await upload(Buffer.from(await writeXlsx({ sheets: [sheet] })), '护理.xlsx')
    expect(proposal!.places).toEqual(['211322102', '211322115'])
    const preview = await take(id)
    expect(preview.covers).toMatchObject({ places: [{ name: '建平镇' }], left: [{ name: '昌隆镇' }] })
    expect(await rows("select c.place from register.coverage c where measure = 'disability-care'")).toEqual([{ place: '211322102' }])
  })

  it('what was said of rows that were taken can still be read when the list is in the register', async () => {
    const sheet = { name: '名单', rows: [['建平县2018年重度残疾人护理补贴发放名单'], ['乡镇', '姓名', '身份证号'], ['建平镇', '王某', '2199011950010199']] }
    const { id } = await upload(Buffer.from(await writeXlsx({ sheets: [sheet] })), '护理二.xlsx')
    expect(await take(id)).toMatchObject({ taken: 1, rejected: 0, rowNoticesOnly: true })
    const { rows: problems } = await get<{ rows: { code: string; row: number }[] }>(`/api/imports/${id}/problems`)
    expect(problems.map(({ code, row }) => [code, row])).toEqual([['imports/id-kept-out', 3]])
  })
})
