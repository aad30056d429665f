import { beforeAll, describe, expect, it } from 'vitest'
import { join } from 'node:path'
import { parsePlainDate, type ProblemError } from '@bangfu/kernel'
import { loadPack, type Pack } from '@bangfu/plan'
import { openDuckDb, type SqlRow } from '@bangfu/stages'
import { randomSnapshot } from '../../test/random-snapshot.ts'
import { runStory, type RunStory } from '../../test/run-story.ts'
import { writeSnapshot } from '../../test/snapshot-builder.ts'
import { snapshot, storyPack } from '../../test/story.ts'
import { compileMeasures } from '../run/compile-measures.ts'
import { openSnapshot } from '../run/open-snapshot.ts'
import { explain } from './explain.ts'
import { readSubjectFacts } from './subject-facts.ts'

let folder: string
beforeAll(async () => { folder = await writeSnapshot(snapshot) })
const why = (measure: string, subjectId: string) => explain({ pack: storyPack(), snapshotDir: folder, measure, subjectId })
const problemsOf = async (work: Promise<unknown>): Promise<readonly { code: string }[]> => work.then(() => [], (e: ProblemError) => e.problems)

describe('why', () => {
  it('is refused for a measure, a subject or a day that is not there', async () => {
    expect(await problemsOf(why('nothing', 'c01'))).toMatchObject([{ code: 'measures/unknown-measure' }])
    expect(await problemsOf(why('care', 'nobody'))).toMatchObject([{ code: 'measures/unknown-subject' }])
    const later = await writeSnapshot(snapshot, { asOf: '2021-01-01' })
    expect(await problemsOf(explain({ pack: storyPack(), snapshotDir: later, measure: 'care', subjectId: 'c01' }))).toMatchObject([{ code: 'measures/not-in-force' }])
  })
  it('gives each condition with its facts, their source list and its date', async () => {
    const e = await why('house', 'h1')
    expect(e).toMatchObject({ eligible: 'yes', delivered: 'yes', cell: 1, conditionLetters: 'T', measure: { clauses: ['一.1'] } })
    expect(e.conditions[0]).toMatchObject({ text: { zh: '危房级别是“D级”', en: 'house grade = "D级"' }, facts: [{ field: 'house_grade', value: 'D', text: { zh: 'D级', en: 'D' }, source: { title: '危房台账', asOf: '2018-05-01' } }] })
    expect(e.conditions[0]!.sentence.zh).toBe('危房级别是“D级”：符合。危房级别：D级（危房台账，2018-05-01）。')
    expect(e.deliveries).toMatchObject([{ list: { title: '危房台账' }, row: 3, amountFen: 2000000n }])
  })
  it('gives the parameters with value, source and clause, and says which has no value and why', async () => {
    expect((await why('income', 'c01')).conditions[1]!.parameters).toMatchObject([{ id: '收入标准', text: { zh: '3000元', en: '3000 yuan' }, source: '县文件', clause: '一.1' }])
    const open = await why('income', 'p1')
    expect(open.openParameters).toMatchObject([{ id: '收入标准', value: undefined, unknownReason: { zh: '市里没有公布' } }])
    expect(open.questions).toEqual([])
  })
  it('says what is unknown, why, and what to ask of whom', async () => {
    const e = await why('care', 'c08')
    expect(e.conditions[2]).toMatchObject({ answer: 'undetermined', facts: [{ value: undefined, text: { zh: '不知（登记内容读不懂）' }, source: undefined }] })
    expect(e.questions).toMatchObject([{ subjectId: 'c08', field: 'disability_grade', ask: { zh: '请核实名c08的“残疾等级”。' } }])
    expect((await why('school', 'h4')).questions.map((q) => [q.subjectId, q.field])).toEqual([['s2', 'age'], ['s2', 'enrolled']])
  })
  it('names the member that a condition rests on', async () => {
    expect((await why('school', 'h5')).conditions[0]!.facts.map((f) => [f.subjectId, f.field, f.text.zh])).toEqual([['s4', 'age', '9年'], ['s4', 'enrolled', '否']])
  })
  it('says what the lists say: the unclear row, the list that covers, or that none came in', async () => {
    expect((await why('care', 'c10')).deliveryText.zh).toContain('有一行可能是同一人')
    expect((await why('care', 'c02')).deliveryText.zh).toBe('2018期名单《护理补贴名册》覆盖本地，其中没有。')
    expect((await why('care', 'c03')).deliveryText.en).toBe('No list of 2018 that covers this place has come in, so whether it was given is not known.')
  })
  it('can be read aloud without naming health, income or a whole name', async () => {
    const { readAloud } = await why('care', 'c04')
    expect(readAloud.zh).toBe('名***，“公开care”，按 2018-06-30 的登记，依据方案 一.1。第一条，生存状态健在，符合。第二条，涉及个人情况，不公开宣读，不符合。第三条，涉及个人情况，不公开宣读，还不能判断。结论：不符合条件。名单显示已落实：《护理补贴名册》第 4 行。')
    expect(readAloud.en).toContain('In sum: not entitled.')
    expect((await why('income', 'c02')).readAloud.zh).not.toContain('2399')
  })
})

/** Everything one measure stores of one subject, worked out by the evaluator. */
function asEvaluated(measure: ReturnType<typeof compileMeasures>[number], facts: Awaited<ReturnType<typeof readSubjectFacts>>): { row: unknown; unknowns: readonly string[] } {
  const letter = (value: unknown): string => (value === true ? 'T' : value === false ? 'F' : 'U')
  const value = measure.eligibility.evaluate(facts.context)
  const fen = (rule: typeof measure.amount): bigint | null => {
    const amount = rule && value === true ? (rule.evaluate(facts.context) as { coefficient: bigint; scale: number } | undefined) : undefined
    return amount === undefined ? null : (amount.coefficient * 100n) / 10n ** BigInt(amount.scale)
  }
  const unknowns = value === undefined ? measure.eligibility.unknownFacts(facts.context).flatMap((u) => {
    if (u.parameter !== undefined) return [`parameter ${u.parameter}`]
    const { fact } = u
    if (!fact) return u.reason === 'no-members' ? [`household ${facts.householdId ?? facts.self.id} member_count`] : []
    const whose = fact.path === 'self' ? facts.self : fact.path === 'household' ? facts.household : fact.path === 'village' ? facts.village : facts.members?.[u.member!]
    if (whose?.id.startsWith('unlisted/')) return [`household ${facts.household!.id} member_count`]
    return [`${fact.entity} ${whose?.id ?? (fact.path === 'household' ? (facts.householdId ?? facts.self.id) : facts.self.id)} ${fact.field}`]
  }) : []
  return {
    row: { eligible: { T: 'yes', F: 'no', U: 'undetermined' }[letter(value)], conditions: measure.conditions.map((c) => letter(c.expression.evaluate(facts.context))).join(''), amount_fen: fen(measure.amount), amount_to_fen: fen(measure.amountTo) },
    unknowns,
  }
}

describe('the two back ends', () => {
  const packs: readonly (readonly [string, () => Pack])[] = [
    ['the story', () => storyPack()], ['Liaoning', () => loadPack(join(import.meta.dirname, '../../../../packs/liaoning-2018-2020'))],
    ['Liaoning with demonstration parameters', () => loadPack(join(import.meta.dirname, '../../../../packs/liaoning-2018-2020'), { overlay: 'demo' })],
  ]
  it.each(packs)('agree on %s for every measure and subject of a generated snapshot: answer, conditions, amounts and open questions', async (_, load) => {
    const pack = load()
    const measures = compileMeasures(pack)
    const dir = await writeSnapshot(randomSnapshot(7, 30, measures))
    const run: RunStory = await runStory(pack, dir)
    const database = await openDuckDb({ memoryLimitMb: 200, threads: 1, tempDir: join(dir, 'spill') })
    await openSnapshot(database, dir)
    const stored = new Map<string, SqlRow>((await run.rows('determinations')).map((d) => [`${String(d['measure'])} ${String(d['subject_id'])}`, d]))
    const evaluated = new Map<string, unknown>()
    const asked = new Map<string, number>()
    const facts = new Map<string, Awaited<ReturnType<typeof readSubjectFacts>>>()
    for (const [key, row] of stored) {
      const measure = measures.find((m) => m.id === row['measure'])!
      const subject = `${measure.unit} ${String(row['subject_id'])}`
      if (!facts.has(subject)) facts.set(subject, await readSubjectFacts(database, pack, measure.unit, String(row['subject_id']), parsePlainDate('2018-06-30')))
      const answer = asEvaluated(measure, facts.get(subject)!)
      evaluated.set(key, answer.row)
      for (const unknown of new Set(answer.unknowns)) if (!unknown.startsWith('parameter')) asked.set(unknown, (asked.get(unknown) ?? 0) + 1)
    }
    database.close()
    const pick = (d: SqlRow): unknown => ({ eligible: d['eligible'], conditions: d['conditions'], amount_fen: d['amount_fen'], amount_to_fen: d['amount_to_fen'] })
    expect(new Map([...stored].map(([key, d]) => [key, pick(d)]))).toEqual(evaluated)
    const questions = new Map((await run.rows('questions')).map((q) => [`${String(q['entity'])} ${String(q['subject_id'])} ${String(q['field'])}`, Number(q['involved'])]))
    expect(Object.fromEntries(questions)).toEqual(Object.fromEntries(asked))
    const answers = new Set([...stored.values()].map((d) => d['eligible']))
    expect(answers).toEqual(new Set(['yes', 'no', 'undetermined']))
  })
  it('agree in the explanation of every subject of the story', async () => {
    const run = await runStory(storyPack(), folder)
    const rows = (await run.rows('determinations')).filter((_, i) => i % 7 === 0)
    for (const d of rows) {
      const e = await why(String(d['measure']), String(d['subject_id']))
      expect([e.eligible, e.delivered, e.cell, e.conditionLetters, e.amountFen ?? null, e.amountToFen ?? null, e.period, e.ruleHash.slice(0, 12)]).toEqual(
        [d['eligible'], d['delivered'], d['cell'], d['conditions'], d['amount_fen'], d['amount_to_fen'], d['period'], d['rule_hash']])
    }
    expect(rows.length).toBeGreaterThan(10)
  })
})
