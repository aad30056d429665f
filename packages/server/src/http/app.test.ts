import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { Writable } from 'node:stream'
import type { FastifyInstance } from 'fastify'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes, type Actor, type RouteName } from '../contract/index.ts'
import { buildApp } from './app.ts'
import type { Handlers } from './handler.ts'

const reader: Actor = { id: 'reader', name: { zh: '读者', en: 'reader' }, role: 'auditor', roleName: { zh: '审计', en: 'auditor' }, place: { code: '2113', name: '朝阳市', level: 'city' }, organisation: null, capabilities: [] }
const lines: string[] = []
let app: FastifyInstance
let folder: string

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'bangfu-app-'))
  // The rooms behind the routes are not what is tested here: every handler that is reached fails loudly.
  const handlers = Object.fromEntries(Object.keys(routes).map((name) => [name, async () => { throw new Error('secret 13800138000 in a message') }])) as unknown as Handlers
  app = await buildApp({
    handlers, uploadFolder: folder, findActor: async (id) => (id === 'reader' ? reader : undefined), version: '0.0.0', webFolder: join(folder, 'none'), logLevel: 'debug',
    logTo: new Writable({ write(chunk, _encoding, done) { lines.push(String(chunk)); done() } }),
  })
})
afterAll(async () => {
  await app.close()
  await rm(folder, { recursive: true, force: true })
})

const asReader = { cookie: 'bangfu-80=reader.zh', host: '127.0.0.1:80' }
const codes = (body: string): string[] => (JSON.parse(body) as { problems: { code: string }[] }).problems.map((p) => p.code)

describe('the HTTP application', () => {
  it.each(['evil.example:80', 'bangfu.evil.example', '10.0.0.1:80', '127.0.0.1.evil.example'])('refuses the host name "%s", which DNS rebinding would use', async (host) => {
    const reply = await app.inject({ method: 'GET', url: '/api/health', headers: { host } })
    expect([reply.statusCode, codes(reply.body)]).toEqual([403, ['server/host-refused']])
  })

  it.each([{ origin: 'http://evil.example' }, { origin: 'null' }, { origin: 'http://127.0.0.1:81' }, { 'sec-fetch-site': 'cross-site' }, { 'sec-fetch-site': 'same-site' }])('refuses a write from another site: %o', async (headers) => {
    const reply = await app.inject({ method: 'POST', url: '/api/session', headers: { ...asReader, ...headers }, payload: { actor: 'reader' } })
    expect([reply.statusCode, codes(reply.body)]).toEqual([403, ['server/cross-site']])
  })

  it('answers a read from another site, or from another port of this machine, with nothing; a page may be opened from anywhere', async () => {
    for (const site of ['cross-site', 'same-site']) {
      const reply = await app.inject({ method: 'GET', url: '/%61pi/work-items/export?format=csv', headers: { ...asReader, 'sec-fetch-site': site } })
      expect([reply.statusCode, codes(reply.body)]).toEqual([403, ['server/cross-site']])
      expect(codes((await app.inject({ method: 'GET', url: '/work-items', headers: { ...asReader, 'sec-fetch-site': site } })).body)).toEqual(['server/web-not-built'])
    }
  })

  it('answers a method that an address does not take with 405 and the methods that it takes, whatever the body', async () => {
    const other = (method: 'GET' | 'PUT' | 'DELETE' | 'PATCH' | 'OPTIONS' | 'POST', url: string) => app.inject({ method, url, headers: { ...asReader, 'content-type': 'text/plain' }, ...(method !== 'GET' && { payload: 'x' }) })
    const told = async (...request: Parameters<typeof other>) => { const reply = await other(...request); return [reply.statusCode, reply.headers['allow'], codes(reply.body)] }
    expect(await told('DELETE', '/api/session')).toEqual([405, 'GET, HEAD, POST', ['server/wrong-method']])
    expect(await told('PUT', '/api/plan/clauses/x')).toEqual([405, 'GET, HEAD', ['server/wrong-method']])
    expect(await told('GET', '/api/households/x/reveal')).toEqual([405, 'POST', ['server/wrong-method']])
    expect(await told('OPTIONS', '/api/imports/x/rejected.xlsx')).toEqual([405, 'GET, HEAD', ['server/wrong-method']])
    expect(await told('POST', '/api/imports/x/rejectedAxlsx')).toEqual([404, undefined, ['server/no-such-route']])
  })

  it('asks for an actor on every route that shows or changes anything', async () => {
    for (const name of Object.keys(routes) as RouteName[]) {
      const { method, path, needs } = routes[name]
      const reply = await app.inject({ method, url: path.replace(/:\w+/, 'x'), headers: { host: '127.0.0.1:80' } })
      if (needs !== 'none') expect([name, reply.statusCode, codes(reply.body)]).toEqual([name, 403, ['server/no-actor']])
    }
  })

  it('refuses an actor without the capability, before looking at the input', async () => {
    for (const name of Object.keys(routes) as RouteName[]) {
      const { method, path, needs } = routes[name]
      if (needs === 'none' || needs === 'read') continue
      const reply = await app.inject({ method, url: path.replace(/:\w+/, 'x'), headers: asReader })
      expect([name, reply.statusCode, codes(reply.body)]).toEqual([name, 403, ['server/not-allowed']])
    }
  })

  it('refuses unknown fields and wrong values by field name, without repeating the value', async () => {
    const reply = await app.inject({ method: 'GET', url: '/api/persons?page=0&secret=13800138000&status=rich', headers: asReader })
    expect(reply.statusCode).toBe(422)
    expect(reply.json<{ problems: { details: { field: string } }[] }>().problems.map((p) => p.details.field).sort()).toEqual(['page', 'secret', 'status'])
    expect(reply.body).not.toContain('13800138000')
  })

  it('answers broken JSON, a wrong content type, a too large body and an unknown address with a problem each', async () => {
    const post = (payload: string, type: string) => app.inject({ method: 'POST', url: '/api/session', headers: { ...asReader, 'content-type': type }, payload })
    expect(codes((await post('{', 'application/json')).body)).toEqual(['server/bad-json'])
    expect(codes((await post('<a/>', 'application/xml')).body)).toEqual(['server/media-type'])
    expect(codes((await post(`{"actor":"${'x'.repeat(1_100_000)}"}`, 'application/json')).body)).toEqual(['server/too-large'])
    expect(codes((await app.inject({ method: 'GET', url: '/api/nothing', headers: asReader })).body)).toEqual(['server/no-such-route'])
    expect(codes((await app.inject({ method: 'GET', url: '/%zz', headers: asReader })).body)).toEqual(['server/no-such-route'])
  })

  it('hides its own faults behind a reference, in the answer and in the log', async () => {
    const reply = await app.inject({ method: 'GET', url: '/api/health', headers: asReader })
    expect([reply.statusCode, codes(reply.body)]).toEqual([500, ['kernel/internal']])
    expect(reply.body).not.toMatch(/secret|at |\.ts/)
    expect(lines.join('')).toContain(reply.json<{ problems: { details: { reference: string } }[] }>().problems[0]!.details.reference)
    expect(lines.join('')).not.toContain('13800138000')
  })

  it('sends the security headers with every answer, and no-store with every answer of the interface', async () => {
    for (const url of ['/api/health', '/api/nothing', '/', '/missing.js']) {
      const { headers } = await app.inject({ method: 'GET', url, headers: asReader })
      expect(headers['content-security-policy']).toMatch(/script-src 'self';/)
      expect(headers['x-content-type-options']).toBe('nosniff')
      if (url.startsWith('/api/')) expect(headers['cache-control']).toBe('no-store')
    }
  })

  it('never logs an address with what was asked, nor a body', async () => {
    const canary = ['219', '900', '19800101', '001X'].join('')
    await app.inject({ method: 'GET', url: `/api/persons?q=${canary}`, headers: asReader })
    await app.inject({ method: 'GET', url: `/api/households/${canary}`, headers: asReader })
    await app.inject({ method: 'GET', url: `/${canary}`, headers: asReader })
    await app.inject({ method: 'POST', url: '/api/session', headers: asReader, payload: { actor: canary, [canary]: canary } })
    expect(lines.length).toBeGreaterThan(4)
    expect(lines.join('')).not.toContain(canary)
  })

  it('describes every route of the contract and nothing else', async () => {
    const document = (await app.inject({ method: 'GET', url: '/api/openapi.json', headers: asReader })).json<{ openapi: string; paths: Record<string, Record<string, { operationId: string }>> }>()
    const described = Object.values(document.paths).flatMap((path) => Object.values(path).map((operation) => operation.operationId))
    expect(document.openapi).toBe('3.1.0')
    expect(described.sort()).toEqual(Object.keys(routes).sort())
  })
})
