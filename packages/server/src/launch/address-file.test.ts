import { mkdtempSync, readFileSync, writeFileSync } from 'node:fs'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { findRunningServer, writeAddress } from './address-file.ts'

let server: Server
let url: string
beforeAll(async () => {
  server = createServer((_request, response) => { response.end('{}') })
  await new Promise<void>((resolve) => { server.listen(0, '127.0.0.1', resolve) })
  url = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
afterAll(() => { server.close() })

test.each([
  ['a process that is gone', (left: object) => ({ ...left, pid: 2 ** 22 + 1 })],
  ['another process that has its number by now', (left: object) => ({ ...left, pid: 1 })],
  ['a process begun at another time', (left: object) => ({ ...left, begin: '1' })],
])('a port left by %s is not believed, whoever answers there', async (_, altered) => {
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-address-'))
  await writeAddress(folder, url)
  const file = join(folder, 'address.json')
  writeFileSync(file, JSON.stringify(altered(JSON.parse(readFileSync(file, 'utf8')) as object)))
  expect(await findRunningServer(folder)).toBeUndefined()
})

test('the server that wrote its address is found', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-address-'))
  expect(await findRunningServer(folder)).toBeUndefined()
  await writeAddress(folder, url)
  expect(await findRunningServer(folder)).toBe(url)
})
