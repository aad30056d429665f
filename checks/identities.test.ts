/** No real person anywhere: a checksum-valid identity number outside the never-issued area 2199xx fails the build (decision 0001). */
import { checkIdentityNumber } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { listFiles, readBytes } from './source-tree.ts'
import { zipEntries } from './zip-entries.ts'

const candidate = /(?<![0-9A-Za-z])[1-9]\d{16}[\dXx](?![0-9A-Za-z])/g

/** Valid numbers in the text whose area code may belong to a person. */
export function foreignIdentityNumbers(text: string): readonly string[] {
  return [...text.matchAll(candidate)].map((m) => m[0]).filter((n) => !n.startsWith('2199') && 'number' in checkIdentityNumber(n))
}

function textsOf(path: string): readonly string[] {
  const bytes = readBytes(path)
  const texts = [bytes.toString('latin1')]
  if (bytes.subarray(0, 2).toString('latin1') === 'PK') texts.push(...zipEntries(bytes).map((e) => e.data.toString('latin1')))
  if (bytes.subarray(0, 2).equals(Buffer.from([0xff, 0xfe]))) texts.push(bytes.toString('utf16le'))
  return texts
}

test('the check itself finds a valid number outside 2199', () => {
  const planted = ['210', '102', '19900101', '00'].join('') // built here so that the tree holds none
  const valid = [...'0123456789'].flatMap((d) => [...'0123456789X'].map((c) => planted + d + c)).filter((n) => 'number' in checkIdentityNumber(n))
  expect(valid.length).toBeGreaterThan(0)
  expect(foreignIdentityNumbers(`x ${valid[0]} y`)).toEqual([valid[0]])
})

test('no file of the tree holds a valid identity number outside 2199', () => {
  const found = listFiles().flatMap((path) => textsOf(path).flatMap((text) => foreignIdentityNumbers(text).map((n) => `${path}: ${n.slice(0, 6)}…`)))
  expect([...new Set(found)]).toEqual([])
})
