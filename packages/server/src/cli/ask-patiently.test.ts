import { expect, test } from 'vitest'
import { askPatiently } from './ask-patiently.ts'

const failed = (code: string) => new TypeError('fetch failed', { cause: Object.assign(new Error(code), { code }) })
/** Fails with one error after the other, then answers. */
function question(...errors: Error[]) {
  let asked = 0
  return { ask: async () => { const error = errors[asked]; asked += 1; if (error) throw error; return `answer ${asked}` }, count: () => asked }
}

test('a server that is away, or that refuses, is not asked again', async () => {
  for (const error of [failed('ECONNREFUSED'), failed('UND_ERR_SOCKET'), new TypeError('fetch failed'), new Error('UND_ERR_HEADERS_TIMEOUT')]) {
    const once = question(error)
    await expect(askPatiently(once.ask)).rejects.toBe(error)
    expect(once.count()).toBe(1)
  }
})

test('a server that is still at it is asked again until it answers', async () => {
  const twice = question(failed('UND_ERR_HEADERS_TIMEOUT'), failed('UND_ERR_HEADERS_TIMEOUT'))
  expect(await askPatiently(twice.ask)).toBe('answer 3')
})
