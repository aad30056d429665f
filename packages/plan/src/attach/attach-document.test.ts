import { expect, test } from 'vitest'
import { sha256Hex } from '@bangfu/kernel'
import type { Pack } from '../pack/format.ts'
import { loadPack } from '../pack/loader.ts'
import { readPlan } from '../read/read-plan.ts'
import { openDocument } from '../document/open-document.ts'
import { makeDocx, paragraph } from '../../test/office-file.ts'
import { soundFiles, writePack } from '../../test/write-pack.ts'
import { attachDocument } from './attach-document.ts'

const document = '果园三年计划\n一、目标\n三年建成果园三十处,人人有活干。\n(一)分年\n2021年建成15处,2022年建成9处。\n'
const bytes = (text: string) => new TextEncoder().encode(text)

/** The pack of the tests, bound to the document above. */
function packOf(text: string): Pack {
  const clauses = readPlan(text).clauses
  const yaml = clauses.map((c) => `- { id: '${c.id}', parent: ${c.parent === null ? 'null' : `'${c.parent}'`}, title: { zh: 题, en: title }, summary: { zh: 要, en: sum }, start: ${c.start}, end: ${c.ownEnd} }\n`).join('')
  const pack = soundFiles['pack.yaml']!.replace('0'.repeat(64), sha256Hex(text)).replace('characters: 100', `characters: ${text.length}`)
  return loadPack(writePack({ 'clauses.yaml': yaml, 'pack.yaml': pack }))
}

test('a file that is no text is refused', () => {
  expect(() => attachDocument(packOf(document), Uint8Array.from([0x50, 0x4b, 3, 4]), { fileName: 'a.txt' })).toThrow('plan/text-binary')
})

test('a copy without a clause says which one is missing and is not ok', () => {
  const attached = attachDocument(packOf(document), bytes(document.replace('(一)分年\n', '')))
  expect(attached.ok).toBe(false)
  expect(attached.clauses.map((c) => c.state)).toEqual(['differs', 'missing'])
  expect(attached.differences.map((d) => d.en)).toContain('1 clauses are missing: 一.(一)')
})

test('the very document joins by hash and span', () => {
  const attached = attachDocument(packOf(document), bytes(document))
  expect(attached).toMatchObject({ ok: true, hashMatch: true, differences: [], extra: [] })
  expect(attached.clauses.map((c) => c.text)).toEqual(['目标\n三年建成果园三十处,人人有活干。', '分年\n2021年建成15处,2022年建成9处。'])
})

test('a copy from a web page is aligned by its numbers, and what differs is said', () => {
  const attached = attachDocument(packOf(document), bytes(`浏览量: 12\n\n${document.replaceAll('\n', '\n\n')}\n(二)新增\n添一条。\n`))
  expect(attached).toMatchObject({ ok: true, hashMatch: false, extra: ['一.(二)'] })
  expect(attached.clauses.map((c) => c.state)).toEqual(['found', 'found'])
  expect(attached.clauses[1]!.text).toContain('2022年建成9处')
})

test('a Word file with the very words is the very document, a page with others around it is aligned by numbers', async () => {
  const lines = document.trimEnd().split('\n')
  const word = attachDocument(packOf(document), await openDocument(makeDocx({ body: lines.map((line) => paragraph(line)).join('') })))
  expect([word.hashMatch, word.clauses.map((c) => c.text)]).toEqual([true, attachDocument(packOf(document), bytes(document)).clauses.map((c) => c.text)])
  const page = attachDocument(packOf(document), await openDocument(bytes(`<html><body><ul><li><a href="1">首页</a></li></ul><div>${lines.map((line) => `<p>${line}</p>`).join('')}</div></body></html>`)))
  expect([page.hashMatch, page.ok, page.clauses.map((c) => c.state)]).toEqual([false, true, ['found', 'found']])
})
