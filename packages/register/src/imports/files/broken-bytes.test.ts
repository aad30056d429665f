/** Whatever is done to a file's bytes, reading ends in sheets or in one clear problem, never in an error of ours. */
import { readFileSync } from 'node:fs'
import { ProblemError } from '@bangfu/kernel'
import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readSheets } from './read-sheets.ts'

const folder = new URL('../../../fixtures/foreign/', import.meta.url)
const workbook = readFileSync(new URL('clinics.xlsx', folder))
const text = readFileSync(new URL('school-gb18030.csv', folder))

async function outcome(bytes: Uint8Array, file: string): Promise<string> {
  try {
    return (await readSheets(bytes, file)).length > 0 ? 'sheets' : 'nothing'
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    return error.problems.length === 1 && error.problems[0]!.code.startsWith('imports/') ? 'problem' : error.message
  }
}

const changes = fc.array(fc.record({ at: fc.nat(), byte: fc.integer({ min: 0, max: 255 }) }), { minLength: 1, maxLength: 8 })
const cut = fc.double({ min: 0, max: 1, noNaN: true })

test.each([['clinics.xlsx', workbook], ['school-gb18030.csv', text]] as const)('%s with bytes changed, cut or doubled', async (file, original) => {
  await fc.assert(fc.asyncProperty(changes, cut, fc.boolean(), async (spots, share, whole) => {
    const bytes = Buffer.from(original.subarray(0, whole ? original.length : Math.floor(original.length * share)))
    for (const { at, byte } of spots) if (bytes.length > 0) bytes[at % bytes.length] = byte
    expect(['sheets', 'problem']).toContain(await outcome(bytes, file))
  }), { numRuns: 150 })
})

test('noise under any name', async () => {
  await fc.assert(fc.asyncProperty(fc.uint8Array({ maxLength: 400 }), fc.constantFrom('x.xlsx', 'x.csv', 'x.xls', 'x'), async (bytes, file) => {
    expect(['sheets', 'problem']).toContain(await outcome(bytes, file))
  }), { numRuns: 300 })
})
