/** Two laws of the unknown on random rules: an answer once given never changes when more becomes known, and every operand of every kind was seen unknown. */
import { ProblemError } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { newContext } from '../src/check/check-context.ts'
import { resolve } from '../src/check/check.ts'
import { checkNode } from '../src/check/values.ts'
import { allNames } from '../src/check/names.ts'
import { evaluate } from '../src/evaluate/evaluate.ts'
import { Findings } from '../src/findings.ts'
import type { RuleContext, RuleScope } from '../src/index.ts'
import { parse } from '../src/syntax/parse.ts'
import { walk } from '../src/tree/children.ts'
import type { Node } from '../src/tree/node.ts'
import { Coverage } from './coverage.ts'
import { Random } from './random.ts'
import { parameters, RuleGenerator } from './rule-generator.ts'
import { completedContext, parameterRecord, recordOf } from './subject-generator.ts'
import { asText, today } from './subject-database.ts'

const seed = Number(process.env['FEEL_SEED'] ?? 2018)

/** The tree inside a compiled rule; undefined when the rule is refused. */
function treeOf(source: string, scope: RuleScope): Node | undefined {
  const findings = new Findings(source)
  const syntax = parse(findings, allNames(scope))
  const tree = syntax && checkNode(newContext(scope, findings, resolve), syntax)
  if (findings.any && !findings.problems.every((p) => ['feel/too-many-digits', 'feel/reversed-range', 'feel/units-differ', 'feel/not-supported'].includes(p.code))) throw new ProblemError(findings.problems)
  return findings.any ? undefined : tree
}

function randomContext(random: Random, unit: 'person' | 'household', unknown: number): RuleContext {
  const members = random.chance(0.1) ? undefined : Array.from({ length: random.below(4) }, () => recordOf(random, 'person', unknown))
  const household = recordOf(random, 'household', unknown)
  const self = unit === 'person' ? recordOf(random, 'person', unknown) : household
  return { self, household, village: recordOf(random, 'village', unknown), parameters: parameterRecord(random, parameters, unknown), today, ...(members ? { members } : {}) }
}

test('an answer never changes when an unknown becomes known', () => {
  const random = new Random(seed)
  const changed: string[] = []
  let [answers, opened] = [0, 0]
  for (let index = 0; index < 1500; index += 1) {
    const unit = random.pick(['person', 'household'] as const)
    const source = new RuleGenerator(random, unit, false).rule()
    const tree = treeOf(source, { unit, parameters })
    if (!tree) continue
    for (let row = 0; row < 6; row += 1) {
      const before = randomContext(random, unit, random.pick([0.1, 0.3, 0.6]))
      const known = evaluate(tree, { context: before, bound: undefined })
      const after = completedContext(random, before, unit, parameters, random.pick([0.3, 1]))
      const later = evaluate(tree, { context: after, bound: undefined })
      if (known === undefined) { opened += 1; continue }
      answers += 1
      // A list as a whole is a value of its items, which may still be unknown.
      if (!Array.isArray(known) && asText(later) !== asText(known)) changed.push(`${source}: ${asText(known)} became ${asText(later)}`)
    }
  }
  console.log(`${answers} answers kept, ${opened} were open`)
  expect(changed).toEqual([])
  expect(answers).toBeGreaterThan(3000)
  expect(opened).toBeGreaterThan(1500)
}, 300_000)

/** Operands that can never be unknown, or never known, by their nature. */
const alwaysKnown = new Set(['literal: itself', 'today: itself', 'known: itself', 'list: itself', 'listContains: list', 'item: itself'])

test('every operand of every kind of node is seen known and unknown', () => {
  const [random, coverage] = [new Random(seed + 1), new Coverage()]
  const kinds = new Set<string>()
  for (let index = 0; index < 2500; index += 1) {
    const unit = random.pick(['person', 'household'] as const)
    const tree = treeOf(new RuleGenerator(random, unit, true).rule(), { unit, parameters })
    if (!tree) continue
    for (const node of walk(tree)) kinds.add(node.kind)
    for (let row = 0; row < 2; row += 1) coverage.observe(tree, { context: randomContext(random, unit, 0.35), bound: undefined })
  }
  console.log(['operand                            known  unknown', ...coverage.rows.map((r) => `${r.operand.padEnd(32)} ${String(r.known).padStart(7)} ${String(r.unknown).padStart(8)}`)].join('\n'))
  const missing = coverage.rows.filter((row) => row.known === 0 || (row.unknown === 0 && !alwaysKnown.has(row.operand))).map((row) => row.operand)
  expect(missing).toEqual([])
  expect([...kinds].sort()).toEqual(nodeKinds)
}, 300_000)

/** Every kind of the typed tree; a new one must be written here and reached by the generator. */
const nodeKinds = [
  'addDurations', 'and', 'arithmetic', 'between', 'compare', 'count', 'dateOfParts', 'datePart', 'daysBetween', 'durationPart', 'extreme', 'extremeOfMembers', 'fact', 'if', 'item', 'known', 'list',
  'listContains', 'listSize', 'literal', 'monthsBetween', 'not', 'oneOf', 'or', 'parameter', 'quantified', 'quantifiedList', 'round', 'shiftDate', 'sign', 'sum', 'text', 'timesDuration', 'today', 'widen',
].sort()
