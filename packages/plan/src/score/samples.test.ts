/** The reader against the invented plans in samples/, by the rules of docs/plan-reading.md. Prints F1 per class. */
import { readdirSync, readFileSync } from 'node:fs'
import { expect, test } from 'vitest'
import { decodePlanText } from '../read/decode-text.ts'
import { readPlan } from '../read/read-plan.ts'
import { goldFileSchema, resolveGold } from './gold.ts'
import { addScores, f1, scoreReading, type ReadingScore } from './score-reading.ts'

const folder = new URL('../../samples/', import.meta.url)
const names = readdirSync(folder).filter((name) => name.endsWith('.gold.json')).map((name) => name.replace('.gold.json', ''))

const scores = new Map<string, ReadingScore>(names.map((name) => {
  const bytes = readFileSync(new URL(`${name}.txt`, folder))
  const gold = goldFileSchema.parse(JSON.parse(readFileSync(new URL(`${name}.gold.json`, folder), 'utf8')))
  return [name, scoreReading(readPlan(bytes), resolveGold(gold, decodePlanText(bytes, name).text))]
}))
const classes = ['clauses', 'citations', 'targets', 'duties'] as const
const total = (key: (typeof classes)[number]) => f1(addScores([...scores.values()].map((s) => s[key])))

test('the samples are at least twelve plans in different styles', () => {
  expect(names.length).toBeGreaterThanOrEqual(12)
})

test('the reader reaches the bars on the samples', () => {
  const rows = [...scores].map(([name, s]) => [name, ...classes.map((key) => f1(s[key]).toFixed(3)), `${s.operators.right}/${s.operators.of}`, `${s.deadlines.right}/${s.deadlines.of}`, (s.unread.characters / s.unread.of).toFixed(4)])
  const header = ['sample', ...classes, 'operator', 'deadline', 'unread']
  process.stdout.write(`${[header, ...rows, ['all', ...classes.map((key) => total(key).toFixed(3))]].map((row) => row.map((cell, i) => cell.padEnd(i === 0 ? 22 : 10)).join('')).join('\n')}\n`)
  const wrong = [...scores].flatMap(([name, s]) => classes.flatMap((key) => s[key].wrong.map((w) => `${name} ${key}: ${w}`)))
  expect(total('clauses'), wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(total('citations'), wrong.join('\n')).toBeGreaterThanOrEqual(0.95)
  expect(total('targets'), wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
  expect(total('duties'), wrong.join('\n')).toBeGreaterThanOrEqual(0.9)
})

test('at most one character in twenty is left unread', () => {
  for (const [name, s] of scores) expect(s.unread.characters / s.unread.of, name).toBeLessThanOrEqual(0.05)
})

test('operators and deadlines of the targets found are right in nine of ten', () => {
  const sum = (pick: (s: ReadingScore) => number) => [...scores.values()].reduce((n, s) => n + pick(s), 0)
  expect(sum((s) => s.operators.right) / sum((s) => s.operators.of)).toBeGreaterThanOrEqual(0.9)
  expect(sum((s) => s.deadlines.right) / sum((s) => s.deadlines.of)).toBeGreaterThanOrEqual(0.9)
})
