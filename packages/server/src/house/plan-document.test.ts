import { mkdtempSync, readFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { expect, test } from 'vitest'
import { openDocument, readPlan, type Pack } from '@bangfu/plan'
import { keepDocument, readDocument } from './plan-document.ts'

const fixture = (name: string): Uint8Array => new Uint8Array(readFileSync(new URL(`../../../plan/fixtures/${name}`, import.meta.url)))

/** What joining a document asks of a pack: the clauses of the plan in the fixtures. */
async function packOfFixture(): Promise<Pack> {
  const { clauses, document } = readPlan(await openDocument(fixture('water-county.docx')))
  return { pack: { id: 'water', document: { sha256: document.sha256, characters: document.characters } }, clauses: clauses.map((c) => ({ id: c.id, start: c.start, end: c.ownEnd })) } as unknown as Pack
}

test('another document is refused and nothing is kept', async () => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-document-'))
  await expect(keepDocument(folder, await packOfFixture(), { name: 'x.pdf', bytes: fixture('township.pdf') })).rejects.toThrow('server/other-document')
  expect((await readDocument(folder, await packOfFixture())).attached).toBeUndefined()
})

test.each(['water-county.docx', 'water-county.pdf', 'water-county.html'])('%s is kept as the file that it was and joined alike after a restart', async (name) => {
  const folder = mkdtempSync(join(tmpdir(), 'plan-document-'))
  const pack = await packOfFixture()
  const kept = await keepDocument(folder, pack, { name, bytes: fixture(name) })
  expect([kept.ok, kept.hashMatch]).toEqual([true, name.endsWith('.docx')])
  expect((await readDocument(folder, pack)).attached).toEqual(kept)
})
