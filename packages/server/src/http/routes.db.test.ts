import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { routes, type Plan, type Route, type RouteName, type Today, type Vocabulary } from '../contract/index.ts'
import { county, openTestHouse, type TestHouse } from '../testing/test-house.ts'

let house: TestHouse
beforeAll(async () => { house = await openTestHouse() })
afterAll(() => house.close())

describe('an empty register', () => {
  it('offers offices to pick and remembers the choice in this browser', async () => {
    const before = (await house.as(undefined, { method: 'GET', url: '/api/session' })).json<{ actors: { role: string }[]; current: null }>()
    expect(before.current).toBeNull()
    expect(new Set(before.actors.map((a) => a.role))).toEqual(new Set(['county-office', 'township-office', 'village-team', 'department', 'auditor']))
    const chosen = await house.as(undefined, { method: 'POST', url: '/api/session', payload: { actor: house.actor('auditor').id } })
    expect(chosen.headers['set-cookie']).toMatch(/HttpOnly; SameSite=Strict/)
    expect(chosen.json<{ current: { role: string } }>().current.role).toBe('auditor')
  })

  it('counts nobody, says that there is no run, and shows each figure with its list', async () => {
    const reply = await house.as(house.actor('county-office'), { method: 'GET', url: '/api/today' })
    expect(reply.statusCode).toBe(200)
    const today = reply.json<Today>()
    expect(today).toMatchObject({ run: null, behind: false, demonstration: true, place: { code: county } })
    expect(today.register.map((f) => [f.key, f.count])).toEqual([['people', 0], ['households', 0], ['poor', 0], ['exit-this-year', 0]])
    expect(today.unsolved.map((f) => f.key)).toEqual(['unsolved-schooling', 'unsolved-medical', 'unsolved-housing', 'unsolved-water'])
  })

  it('shows the plan: every clause in order, duties with names, measures with their rule', async () => {
    const plan = (await house.as(house.actor('auditor'), { method: 'GET', url: '/api/plan' })).json<Plan>()
    expect(plan.clauses.length).toBe(house.house.pack.clauses.length)
    expect(plan.measures.length).toBe(house.house.pack.measures.length)
    expect(plan.clauses.every((c) => c.text === null && c.parent !== undefined)).toBe(true)
    const clause = plan.clauses.find((c) => c.parent !== null)!
    const detail = await house.as(house.actor('auditor'), { method: 'GET', url: `/api/plan/clauses/${encodeURIComponent(clause.id)}` })
    expect(detail.json<{ ancestors: { id: string }[] }>().ancestors.at(-1)?.id).toBe(clause.parent)
  })

  it('answers an unknown clause, household and import with "not found", and a list without a run with none', async () => {
    const auditor = house.actor('auditor')
    expect((await house.as(auditor, { method: 'GET', url: '/api/plan/clauses/x' })).statusCode).toBe(404)
    expect((await house.as(auditor, { method: 'GET', url: '/api/work-items?kind=owed' })).json()).toMatchObject({ total: 0, rows: [] })
    expect((await house.as(auditor, { method: 'GET', url: '/api/work-items/export?format=csv' })).json<{ problems: { code: string }[] }>().problems[0]?.code).toBe('server/no-run')
  })

  it('gives the words of the vocabulary and the places of the scope only', async () => {
    const township = house.actor('township-office')
    const vocabulary = (await house.as(township, { method: 'GET', url: '/api/vocabulary' })).json<Vocabulary>()
    expect(vocabulary.layouts.map((l) => l.key)).toContain('national-persons')
    const places = (await house.as(township, { method: 'GET', url: '/api/places' })).json<{ root: string; places: { code: string }[] }>()
    expect(places.places.length).toBeGreaterThan(1)
    expect(places.places.every((p) => p.code.startsWith(township.place.code))).toBe(true)
  })
})

describe('every route', () => {
  const canary = ['219', '900', '19800101', '0019'].join('')
  const inputs: Readonly<Record<string, object>> = {
    chooseActor: { actor: canary }, revealHousehold: { reason: canary }, answerWorkItems: { items: [{ key: `verify:${canary}:age`, result: 'answered', value: canary, note: canary }] },
    previewImport: { sheet: canary, layout: 'dibao', source: canary, asOf: '2018-06-30' }, commitImport: { preview: canary }, startRun: { asOf: '2018-06-30' },
  }

  it('takes an id number anywhere in its input without a fault of our own and without a trace in the log', async () => {
    for (const name of Object.keys(routes) as RouteName[]) {
      const route: Route = routes[name]
      const query = route.query ? `?${new URLSearchParams(Object.fromEntries(['q', 'measure', 'subject', 'department'].filter((k) => k in route.query!.shape).map((k) => [k, canary])))}` : ''
      const reply = await house.as(house.actor('county-office'), { method: route.method, url: `${route.path.replace(/:\w+/, canary)}${query}`, ...(route.method === 'POST' && { payload: inputs[name] ?? { [canary]: canary } }) })
      expect([name, reply.statusCode]).not.toEqual([name, 500])
      expect([name, reply.statusCode === 200 || JSON.parse(reply.body).problems.length > 0]).toEqual([name, true])
    }
    await house.house.jobs.idle()
    expect(house.log.length).toBeGreaterThan(Object.keys(routes).length / 2)
    expect(house.log.join('')).not.toContain(canary)
  })

  it('gives an auditor no way to change anything', async () => {
    const auditor = house.actor('auditor')
    expect(auditor.capabilities).toEqual(['reveal'])
    for (const name of Object.keys(routes) as RouteName[]) {
      const route: Route = routes[name]
      if (route.method === 'GET' || route.needs === 'none' || route.needs === 'reveal') continue
      const reply = await house.as(auditor, { method: 'POST', url: route.path.replace(/:\w+/, 'x'), payload: {} })
      expect([name, reply.statusCode, JSON.parse(reply.body).problems[0].code]).toEqual([name, 403, 'server/not-allowed'])
    }
  })

  it('lets each role do what its rights say and nothing else', () => {
    const can = (role: string) => [...house.actor(role).capabilities].sort()
    expect(can('county-office')).toEqual(['answer', 'attach', 'import', 'report', 'reveal', 'review', 'run'])
    expect(can('township-office')).toEqual(['answer', 'import', 'report', 'reveal'])
    expect(can('village-team')).toEqual(['answer', 'report', 'reveal'])
    expect(can('department')).toEqual(['answer', 'import', 'report', 'reveal'])
  })
})
