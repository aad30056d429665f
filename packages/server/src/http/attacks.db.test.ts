/** What somebody may try on purpose, through the real application: each is refused or harmless. */
import { readdirSync } from 'node:fs'
import { join } from 'node:path'
import { strFromU8, strToU8, unzipSync, zipSync } from 'fflate'
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { withAction } from '@bangfu/register'
import type { Problem } from '../contract/index.ts'
import { sessionOf } from '../house/house.ts'
import { openTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

const codes = (reply: { json(): unknown }) => (reply.json() as { problems: Problem[] }).problems.map((p) => p.code)

function send(url: string, fileName: string, content: Uint8Array) {
  const boundary = 'bangfu-test'
  const head = `--${boundary}\r\ncontent-disposition: form-data; name="file"; filename="${fileName}"\r\n\r\n`
  return house.as(house.actor('county-office'), { method: 'POST', url, payload: Buffer.concat([Buffer.from(head), content, Buffer.from(`\r\n--${boundary}--\r\n`)]), headers: { 'content-type': `multipart/form-data; boundary=${boundary}` } })
}

describe('files', () => {
  test('a list that unpacks to hundreds of times its size is refused unopened, as results and as an import', async () => {
    const bomb = await writeXlsx({ sheets: [{ name: '清单', rows: [['条目编号', '结果'], ['x'.repeat(8 * 1024 * 1024)]] }] })
    for (const url of ['/api/work-items/upload', '/api/imports']) expect(codes(await send(url, '清单.xlsx', bomb)), url).toEqual(['imports/zip-bomb'])
  })

  test('a small list that spans millions of blank cells is refused before they are made, as results too', async () => {
    const wide = await writeXlsx({ sheets: [{ name: '清单', rows: Array.from({ length: 3000 }, (_, n) => [`结果${n}`]) }] })
    const parts = unzipSync(wide)
    const name = Object.keys(parts).find((part) => part.includes('worksheets/sheet'))!
    parts[name] = strToU8(strFromU8(parts[name]!).replaceAll(/ r="A(\d+)"/g, ' r="XFD$1"'))
    for (const url of ['/api/work-items/upload', '/api/imports']) expect(codes(await send(url, '清单.xlsx', zipSync(parts))), url).toEqual(['imports/too-large'])
  })

  test('a broken form is the caller\'s fault, and leaves no file behind', async () => {
    const part = '--b\r\ncontent-disposition: form-data; name="file"; filename="a.csv"\r\n\r\n姓名,金额\r\n'
    const forms: readonly [string, string][] = [
      ['multipart/form-data', 'x'], ['multipart/form-data; boundary=b', part], ['multipart/form-data; boundary=b', `${part.replace('"file"', '"__proto__"')}--b--\r\n`],
      ['multipart/form-data; boundary=b', `${'--b\r\ncontent-disposition: form-data; name="x"\r\n\r\n1\r\n'.repeat(20)}--b--\r\n`],
    ]
    for (const [type, payload] of forms) {
      expect(codes(await house.as(house.actor('county-office'), { method: 'POST', url: '/api/imports', payload, headers: { 'content-type': type } })), payload.slice(0, 80)).toEqual(['server/no-upload'])
    }
    expect(readdirSync(join(house.house.environment.dataFolder, 'uploads'))).toEqual([])
    expect(house.log.join('')).not.toContain('fault')
  })

  test('a file is named after nobody\'s number, leads to no folder and does not turn the reading direction', async () => {
    const number = `219982${'19600101'}${'123'}5`
    const content = Buffer.from('姓名,证件号码\n张三,1\n')
    const sent = await Promise.all([`名单${number}.csv`, '../../../tmp/名单.csv', '名单\u202evsc.csv'].map((name) => send('/api/imports', name, content)))
    const names = sent.map((reply) => reply.json<{ fileName: string }>().fileName)
    expect(names).toEqual([`名单219982**********${number.slice(-2)}.csv`, '名单.csv', '名单vsc.csv'])
    expect(sent.map((reply) => reply.body).join('') + house.log.join('')).not.toContain(number)
  })
})

describe('requests', () => {
  const json = (url: string, payload: object) => house.as(house.actor('county-office'), { method: 'POST', url, payload })

  test('NUL and half characters are the caller\'s fault, wherever they stand', async () => {
    for (const url of ['/api/persons?q=%00', '/api/households?q=a%00b', '/api/villages?q=%00', '/api/facilities?kind=%00', '/api/work-items?clause=%00', '/api/work-items/counts?measure=%00']) {
      const reply = await house.as(house.actor('county-office'), { method: 'GET', url })
      expect([reply.statusCode, codes(reply)], url).toEqual([422, ['server/bad-request']])
    }
    for (const text of ['核对\0证件号', '核对\ud800证件号']) {
      expect(codes(await json('/api/households/01a20f8a-43fc-738f-bdb1-e280df46b130/reveal', { reason: text }))).toEqual(['server/bad-request'])
      expect(codes(await json('/api/work-items/results', { items: [{ key: 'owed:x', result: 'applied', note: text }] }))).toEqual(['server/bad-request'])
      expect(codes(await json('/api/drafts/x/decisions', { request: crypto.randomUUID(), verdicts: [{ item: 'x', act: 'correct', fields: { [text]: null } }] }))).toEqual(['server/bad-request'])
    }
  })

  test('an item with two results in one request gets neither', async () => {
    const items = [{ key: 'owed:a', result: 'delivered' }, { key: 'owed:a', result: 'declined' }, { key: 'owed:b', result: 'delivered' }, { key: 'owed:b', result: 'delivered' }]
    const outcome = (await json('/api/work-items/results', { items })).json<{ rejected: { key: string; problems: Problem[] }[] }>()
    expect(outcome.rejected.map((r) => [r.key, r.problems[0]!.code])).toEqual([['owed:a', 'server/answered-twice'], ['owed:b', 'register/no-such-item']])
  })

  test('a day that no calendar has is the caller\'s fault', async () => {
    expect(codes(await json('/api/runs', { asOf: '2018-02-30' }))).toEqual(['server/bad-request'])
    expect(codes(await json('/api/work-items/results', { items: [{ key: 'owed:a', result: 'delivered', answeredOn: '0000-01-01' }] }))).toEqual(['server/bad-request'])
  })

  test('nothing of the interface is kept by a cache, however its address is spelled', async () => {
    for (const url of ['/api/session', '/%61pi/session', '/ap%69/today', '/api/nowhere']) {
      expect((await house.as(house.actor('auditor'), { method: 'GET', url })).headers['cache-control'], url).toBe('no-store')
    }
  })

  test('an address of any length is no fault of the server', async () => {
    for (const path of ['plan/clauses', 'households', 'imports', 'jobs', 'drafts']) {
      const reply = await house.as(house.actor('auditor'), { method: 'GET', url: `/api/${path}/${'a'.repeat(5000)}` })
      expect([reply.statusCode, codes(reply)], path).toEqual([404, ['server/no-such-route']])
    }
    expect(house.log.join('')).not.toContain('fault')
  })
})

describe('townships', () => {
  test('a list that says nothing of a village is not named there, and nobody below the county learns how long it is', async () => {
    const session = await sessionOf(house.house, house.actor('county-office'))
    const village = house.actor('village-team')
    const elsewhere = house.actors.find((a) => a.role === 'township-office' && !village.place.code.startsWith(a.place.code))!
    const list = (title: string, place: string) => withAction(house.house.register, session, { kind: 'import-list', authority: 'test', requestId: crypto.randomUUID() }, async (tx) => {
      await tx.query(`with l as (insert into register.list (kind, title, source, as_of, sha256, sheet, row_count, entity, fingerprint, place, action_id) values ('dibao', $1, '民政局', '2018-06-30', $1, '', 4711, 'person', $1, $2, $3) returning list_id)
        insert into register.coverage (measure, place, period, list_id, source, action_id) select 'dibao', $4, '2018', list_id, '民政局', $3 from l`, [title, session.place, tx.actionId, place])
    })
    await list('别处申诉.xlsx', elsewhere.place.code)
    await list('本村低保.xlsx', village.place.code)
    const seen = async (actor: typeof village) => (await house.as(actor, { method: 'GET', url: '/api/lists' })).json<{ total: number; rows: { title: string; rows: number | null; sha256: string | null }[] }>()
    expect(await seen(village)).toMatchObject({ total: 1, rows: [{ title: '本村低保.xlsx', rows: null, sha256: null }] })
    expect((await seen(house.actor('auditor'))).rows).toMatchObject([{ title: '本村低保.xlsx', rows: 4711 }, { title: '别处申诉.xlsx', rows: 4711 }])
  })
})
