/** What must be asked to settle an answer is the same for one subject and for all at once, and asking it helps. */
import { ProblemError } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { compileExpression, type CompiledExpression, type RuleContext, type UnknownFact } from '../src/index.ts'
import { Random } from './random.ts'
import { parameters, RuleGenerator } from './rule-generator.ts'
import { createSubjects, runUnknowns } from './subject-database.ts'
import { completedContext } from './subject-generator.ts'

const seed = 4

function rules(unit: 'person' | 'household', count: number): readonly CompiledExpression[] {
  const random = new Random(seed + unit.length)
  const made: CompiledExpression[] = []
  while (made.length < count) {
    try {
      made.push(compileExpression(new RuleGenerator(random, unit, true).rule(), { unit, parameters }, { kind: 'boolean' }))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
    }
  }
  return made
}

/** The key that SQL gives the same unknown; what no answer from the field can settle (a zero divisor) has none. */
function keyOf(unknown: UnknownFact, context: RuleContext): readonly string[] {
  if (unknown.reason === 'no-members') return ['household||member_count']
  if (unknown.parameter !== undefined) return [`parameter||${unknown.parameter}`]
  if (!unknown.fact) return []
  const { path, field } = unknown.fact
  return path === 'members' ? [`members|${String(context.members![unknown.member!]!['person_id'])}|${field}`] : [`${path}||${field}`]
}

test('SQL lists the same unknowns as the evaluator', async () => {
  const subjects = await createSubjects(seed, 60, parameters)
  const differences: string[] = []
  let asked = 0
  for (const unit of ['person', 'household'] as const) {
    const contexts = unit === 'person' ? subjects.persons : subjects.households
    for (const rule of rules(unit, 60)) {
      const found = await runUnknowns(subjects.connection, unit, rule)
      contexts.forEach((context, row) => {
        const ours = [...new Set(rule.unknownFacts(context).flatMap((unknown) => keyOf(unknown, context)))].sort().join(' ')
        if (ours) asked += 1
        if (ours !== found[row]) differences.push(`${rule.source} at ${row}: evaluator "${ours}", SQL "${found[row]}"`)
      })
    }
  }
  expect(differences.slice(0, 5)).toEqual([])
  expect(asked).toBeGreaterThan(2000)
}, 300_000)

test('a known answer asks nothing, and an open one asks for something', () => {
  const random = new Random(seed)
  for (const rule of rules('person', 150)) {
    const before = completedContext(random, { self: {}, parameters: {}, today: '2018-06-30' as RuleContext['today'] }, 'person', parameters, 0.5)
    const open = rule.evaluate(before) === undefined
    expect({ rule: rule.source, asks: rule.unknownFacts(before).length > 0 }).toEqual({ rule: rule.source, asks: open })
  }
})
