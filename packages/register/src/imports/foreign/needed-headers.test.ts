/** Every header by which a column is known is needed: without it some foreign file is read otherwise. */
import { expect, test } from 'vitest'
import type { LayoutKey } from '../../mapped-table.ts'
import { cellText, type RawSheet } from '../files/raw-sheet.ts'
import { layouts } from '../layouts/index.ts'
import { HeaderDictionary, headerEntries, type OmittedHeader } from '../mapping/header-dictionary.ts'
import { headerKey } from '../mapping/header-text.ts'
import { recogniseSheet } from '../mapping/recognise-sheet.ts'
import { foreignFiles } from './foreign-files.ts'

const sheets = (await foreignFiles()).flatMap((file) => file.sheets.map((expected, i) => ({ expected, raw: file.raw[i]! })))

/** Column letters and confidence by target: what a person sees in the preview. */
function seen(raw: RawSheet, layout: LayoutKey, dictionary?: HeaderDictionary): string {
  const { columns } = recogniseSheet(raw, { layout, ...(dictionary ? { dictionary } : {}) })
  return columns.filter((c) => c.target !== undefined && c.target !== 'aside').map((c) => `${c.letter}:${c.target}:${c.confidence.toFixed(3)}`).join(' ')
}

const headersOf = (raw: RawSheet): ReadonlySet<string> => new Set(raw.rows.slice(0, 4).flat().map((cell) => headerKey(cellText(cell))))
const prepared = sheets.map(({ expected, raw }) => ({ layout: expected.layout, expected, raw, headers: headersOf(raw), seen: seen(raw, expected.layout) }))

/** Whether some file is read otherwise without it. */
function changes(omitted: OmittedHeader): boolean {
  const dictionary = new HeaderDictionary([omitted])
  return prepared.some((sheet) => sheet.layout === omitted.layout && (omitted.header === undefined || sheet.headers.has(headerKey(omitted.header))) && seen(sheet.raw, sheet.layout, dictionary) !== sheet.seen)
}

test('every sheet of header spellings maps each column to its letter', () => {
  for (const { expected, raw } of prepared) {
    const { columns } = recogniseSheet(raw, { layout: expected.layout })
    expect(Object.fromEntries(columns.filter((c) => c.target && c.target !== 'aside').map((c) => [c.target, c.letter])), expected.sheet).toEqual(expected.columns)
  }
})

test.each(Object.keys(layouts) as LayoutKey[])('%s: leaving out any one column changes what a file yields', (layout) => {
  const targets = [...new Set(headerEntries(layouts[layout]).map(({ target }) => target))].filter((target) => target !== 'aside')
  const useless = targets.filter((target) => !changes({ layout, target }))
  expect(targets.length).toBeGreaterThan(5)
  expect(useless).toEqual([])
})

test.each(Object.keys(layouts) as LayoutKey[])('%s: leaving out any one spelling changes how a file is read', (layout) => {
  const entries = headerEntries(layouts[layout]).filter(({ target }) => target !== 'aside')
  const useless = entries.filter(({ target, header }) => !changes({ layout, target, header })).map(({ target, header }) => `${target}: ${header}`)
  expect(useless).toEqual([])
})
