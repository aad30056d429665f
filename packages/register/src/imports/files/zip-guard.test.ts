/** The guard reads ZIP64 directories as large exports have them, and lies in them are seen. */
import { zipSync } from './zip-for-tests.ts'
import { expect, test } from 'vitest'
import { guardWorkbook, zipEntries } from './zip-guard.ts'

test('sizes in a ZIP64 extra field are the sizes', () => {
  const entries = zipEntries(zipSync({ '[Content_Types].xml': '<Types/>' }, { wide: true }), 'x.xlsx')
  expect(entries.map(({ name, unpacked }) => ({ name, unpacked }))).toEqual([{ name: '[Content_Types].xml', unpacked: 8 }])
})

test('a ZIP64 size of terabytes is refused', () => {
  expect(() => guardWorkbook(zipSync({ '[Content_Types].xml': '<Types/>' }, { wide: true, size: 2 ** 42 }), 'x.xlsx')).toThrow('imports/zip-bomb')
})

test('an archive whose directory lies beyond its end is damaged', () => {
  const bytes = zipSync({ '[Content_Types].xml': '<Types/>' }, {})
  expect(() => zipEntries(bytes.subarray(0, bytes.length - 1), 'x.xlsx')).toThrow('imports/damaged-file')
  bytes.writeUInt32LE(bytes.length - 10, bytes.length - 6)
  expect(() => zipEntries(bytes, 'x.xlsx')).toThrow('imports/damaged-file')
})
