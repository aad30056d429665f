/** Sheets are read one file after the other, and the file read last is not read again. */
import { expect, test } from 'vitest'
import { SheetCache } from './sheet-cache.ts'

const csv = (text: string): Uint8Array => new TextEncoder().encode(text)

test('a file that cannot be read does not hold up the next one', async () => {
  const cache = new SheetCache()
  const broken = cache.read('a', 'a.csv', () => Promise.reject(new Error('gone')))
  const good = cache.read('b', 'b.csv', () => Promise.resolve(csv('姓名,证件\n张三,1\n')))
  await expect(broken).rejects.toThrow('gone')
  expect((await good)[0]!.rows).toHaveLength(2)
})

test('of files sent at once, each is opened only when the one before is read', async () => {
  const cache = new SheetCache()
  const events: string[] = []
  const read = (name: string) => cache.read(name, `${name}.csv`, async () => {
    events.push(`open ${name}`)
    await new Promise((resolve) => setTimeout(resolve, 20))
    return csv('姓名,证件\n张三,1\n')
  }).then(() => events.push(`read ${name}`))
  await Promise.all([read('a'), read('b'), read('b')])
  expect(events).toEqual(['open a', 'read a', 'open b', 'read b', 'read b'])
})
