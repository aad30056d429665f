/** The evaluator and SQL give the same answer for random rules on random, partly unknown subjects: a million comparisons and more. */
import { ProblemError } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { compileExpression, type CompiledExpression, type RuleContext } from '../src/index.ts'
import { Random } from './random.ts'
import { parameters, RuleGenerator } from './rule-generator.ts'
import { asText, createSubjects, runSql, sqlType, typesOf } from './subject-database.ts'

const seed = Number(process.env['FEEL_SEED'] ?? 20_180_630)
const [rulesPerUnit, batch] = [700, 35]

interface Made { readonly rules: readonly CompiledExpression[]; readonly refused: number }

/** Rules until there are enough; those refused for digits, units or bounds are counted. */
function makeRules(unit: 'person' | 'household', count: number): Made {
  const random = new Random(seed + unit.length)
  const [rules, refused] = [new Map<string, CompiledExpression>(), new Set<string>()]
  while (rules.size < count) {
    const source = new RuleGenerator(random, unit, true).rule()
    try {
      rules.set(source, compileExpression(source, { unit, parameters }))
    } catch (error) {
      if (!(error instanceof ProblemError)) throw error
      const unexpected = error.problems.filter((p) => !['feel/too-many-digits', 'feel/reversed-range', 'feel/units-differ', 'feel/not-supported'].includes(p.code))
      if (unexpected.length) throw new Error(`${source}\n${error.message}`)
      refused.add(source)
    }
  }
  return { rules: [...rules.values()], refused: refused.size }
}

function compare(rule: CompiledExpression, contexts: readonly RuleContext[], column: readonly unknown[], differences: string[]): number {
  let unknown = 0
  contexts.forEach((context, row) => {
    const ours = asText(rule.evaluate(context))
    if (ours === null) unknown += 1
    if (ours !== column[row]) differences.push(`${rule.source} at ${row}: evaluator ${ours}, SQL ${String(column[row])}`)
  })
  return unknown
}

test('a million answers are the same from the evaluator and from SQL', async () => {
  const subjects = await createSubjects(seed, 450, parameters)
  const differences: string[] = []
  let [compared, unknown] = [0, 0]
  for (const unit of ['person', 'household'] as const) {
    const contexts = unit === 'person' ? subjects.persons : subjects.households
    const { rules, refused } = makeRules(unit, rulesPerUnit)
    expect(refused).toBeLessThan(rulesPerUnit / 2)
    for (let at = 0; at < rules.length; at += batch) {
      const some = rules.slice(at, at + batch)
      expect(await typesOf(subjects.connection, unit, some)).toEqual(some.map((rule) => sqlType(rule.type)))
      const columns = await runSql(subjects.connection, unit, some)
      some.forEach((rule, index) => { unknown += compare(rule, contexts, columns[index]!, differences) })
      compared += some.length * contexts.length
    }
  }
  console.log(`compared ${compared} answers, ${unknown} of them unknown`)
  expect(differences.slice(0, 10)).toEqual([])
  expect(compared).toBeGreaterThanOrEqual(1_000_000)
}, 600_000)
