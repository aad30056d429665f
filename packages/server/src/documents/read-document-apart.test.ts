import { readFileSync } from 'node:fs'
import { ProblemError } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { carryOut, type ProposeTask } from './document-tasks.ts'
import { DocumentReader } from './read-document-apart.ts'

const fixture = (name: string): ProposeTask => ({ kind: 'propose', file: { name, bytes: new Uint8Array(readFileSync(new URL(`../../../plan/fixtures/${name}`, import.meta.url))) }, before: undefined })
const usual = { seconds: 120, memoryMb: 1500, waiting: 4 }
const codeOf = (promise: Promise<unknown>): Promise<unknown> => promise.then(() => 'read', (error: unknown) => (error instanceof ProblemError ? error.problems[0]!.code : error))

test('what is not read in time is given up with one clear refusal', async () => {
  expect(await codeOf(new DocumentReader({ ...usual, seconds: 0 }).read(fixture('township.pdf')))).toBe('server/document-too-hard')
})

test('what needs more memory than it may have ends its own thread, not the house, and the next document is read', async () => {
  const long = '扶贫工作'.repeat(5_000_000)
  const reader = new DocumentReader({ ...usual, memoryMb: 60 })
  expect(await codeOf(reader.read({ kind: 'propose', file: { name: 'long.txt', bytes: new TextEncoder().encode(long) }, before: undefined }))).toBe('server/document-too-hard')
  expect(await codeOf(reader.read(fixture('water-county.docx')))).toBe('read')
})

test('a text of headings without an end is no plan that somebody could review', async () => {
  const headings = '一、扶贫任务\n'.repeat(5_001)
  expect(await codeOf(carryOut({ kind: 'propose', file: { name: 'headings.txt', bytes: new TextEncoder().encode(headings) }, before: undefined }))).toBe('server/too-large')
})

test('documents wait for their turn, and one too many is refused', async () => {
  const reader = new DocumentReader({ ...usual, waiting: 0 })
  const first = reader.read(fixture('water-county.docx'))
  expect(await codeOf(reader.read(fixture('township.pdf')))).toBe('server/reader-busy')
  expect((await first).title).not.toBe('')
})

test('documents read the same apart as in place, one after another on one thread; what is no plan is refused alike', async () => {
  const reader = new DocumentReader(usual)
  for (const name of ['water-county.docx', 'township.pdf']) {
    const broken: ProposeTask = { ...fixture(name), file: { name, bytes: new Uint8Array([0x50, 0x4b, 3, 4, 0]) } }
    expect(await codeOf(reader.read(broken))).toBe(await codeOf(carryOut(broken)))
    expect(await reader.read(fixture(name)), name).toEqual(await carryOut(fixture(name)))
  }
})
