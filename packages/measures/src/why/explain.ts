/** Why one subject does or does not get one measure: the run's rule evaluated for it alone, with every fact, source and clause. */
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problem, roundDecimal } from '@bangfu/kernel'
import type { CompiledExpression, FeelValue, RuleContext } from '@bangfu/feel'
import type { Pack } from '@bangfu/plan'
import { openDuckDb } from '@bangfu/stages'
import { cellOf, type Eligibility } from '../run/cell.ts'
import { compileMeasures } from '../run/compile-measures.ts'
import type { CompiledMeasure } from '../run/compiled-measure.ts'
import { isInForce } from '../run/in-force.ts'
import { measurePeriod } from '../run/measure-period.ts'
import { openSnapshot } from '../run/open-snapshot.ts'
import { FactExplainer, leavesOf } from './explain-facts.ts'
import type { Explanation, ExplainedCondition } from './explanation.ts'
import { readListEvidence, readListSources } from './list-evidence.ts'
import { conditionSentence, deliverySentence, readAloud } from './read-aloud.ts'
import { readSubjectFacts } from './subject-facts.ts'

export interface ExplainOptions {
  readonly pack: Pack
  readonly snapshotDir: string
  /** Measure id. */
  readonly measure: string
  readonly subjectId: string
  readonly memoryLimitMb?: number
}

function answerOf(value: FeelValue): Eligibility {
  return value === true ? 'yes' : value === false ? 'no' : 'undetermined'
}

/** Integer fen of an amount in yuan; compiled amounts have at most two digits, so nothing is rounded away. */
function fenOf(rule: CompiledExpression | undefined, context: RuleContext, eligible: Eligibility): bigint | undefined {
  const value = rule && eligible === 'yes' ? rule.evaluate(context) : undefined
  if (value === undefined) return undefined
  return roundDecimal(value as { coefficient: bigint; scale: number }, 2, 'half-up').coefficient
}

function getMeasure(pack: Pack, id: string): CompiledMeasure {
  const compiled = compileMeasures(pack)
  const found = compiled.find((m) => m.id === id)
  if (!found) throw problem('measures/unknown-measure', { measure: id, known: compiled.map((m) => m.id).join(', ') })
  return found
}

/** The same answer as the run stores, with its reasons. Throws for an unknown measure or subject, and for a measure not in force on the snapshot's day. */
export async function explain(options: ExplainOptions): Promise<Explanation> {
  const { pack, subjectId } = options
  const measure = getMeasure(pack, options.measure)
  const tempDir = mkdtempSync(join(tmpdir(), 'bangfu-why-'))
  const database = await openDuckDb({ memoryLimitMb: options.memoryLimitMb ?? 200, threads: 1, tempDir })
  try {
    const { asOf } = await openSnapshot(database, options.snapshotDir)
    if (!isInForce(measure.measure, asOf)) throw problem('measures/not-in-force', { measure: measure.id, asOf, from: measure.measure.inForce.from, until: measure.measure.inForce.until })
    const subject = await readSubjectFacts(database, pack, measure.unit, subjectId, asOf)
    const period = measurePeriod(measure.measure.cadence, asOf)
    const evidence = await readListEvidence(database, measure.id, measure.unit, { id: subjectId, place: subject.self.place }, period)
    const explainer = new FactExplainer(pack, subject, await readListSources(database))
    const conditions = measure.conditions.map((condition): ExplainedCondition => {
      const why = condition.expression.why(subject.context)
      const leaves = leavesOf(why)
      const explained = { text: { zh: condition.zh, en: condition.en }, answer: answerOf(why.value), facts: explainer.facts(leaves), parameters: explainer.parameters(leaves), why }
      return { ...explained, sentence: conditionSentence(explained) }
    })
    const eligible = answerOf(measure.eligibility.evaluate(subject.context))
    const unknowns = measure.eligibility.unknownFacts(subject.context)
    const cell = cellOf(eligible, evidence.delivered)
    const { id, name, publicTitle, reading, clauses, deliveredBy } = measure.measure
    const told = {
      measure: { id, name, publicTitle, reading, clauses, deliveredBy },
      subject: { id: subjectId, unit: measure.unit, name: subject.self.name, householdId: subject.householdId, place: subject.self.place },
      asOf, period: period.period, packHash: pack.hash, rule: measure.eligibility.source, ruleHash: measure.ruleHash,
      eligible, delivered: evidence.delivered, cell: cell.cell, meaning: { zh: cell.zh, en: cell.en },
      conditionLetters: conditions.map((c) => ({ yes: 'T', no: 'F', undetermined: 'U' })[c.answer]).join(''),
      amountFen: fenOf(measure.amount, subject.context, eligible), amountToFen: fenOf(measure.amountTo, subject.context, eligible),
      conditions, questions: explainer.questions(unknowns), openParameters: unknowns.flatMap((u) => (u.parameter === undefined ? [] : [explainer.parameter(u.parameter)])),
      deliveries: evidence.deliveries, possibleMatches: evidence.possibleMatches, coveringLists: evidence.coveringLists,
      deliveryText: deliverySentence(evidence, period.period), demonstration: pack.overlay?.demonstration ?? false,
    }
    return { ...told, readAloud: readAloud(told) }
  } finally {
    database.close()
    rmSync(tempDir, { recursive: true, force: true })
  }
}
