/** What somebody may try on purpose, through the real application: each is refused or harmless. */
import { writeXlsx } from 'hucre/xlsx'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Problem } from '../contract/index.ts'
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
})
