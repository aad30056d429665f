import { readFileSync, rmSync } from 'node:fs'
import { join } from 'node:path'
import { beforeAll, describe, expect, it } from 'vitest'
import { listRowOf, workItemKey, type ProblemError } from '@bangfu/kernel'
import { runStory, type RunStory } from '../../test/run-story.ts'
import { writeSnapshot } from '../../test/snapshot-builder.ts'
import { measures, snapshot, storyPack } from '../../test/story.ts'
import { testPack } from '../../test/test-pack.ts'
import { cells } from './cell.ts'

let folder: string
let story: RunStory
beforeAll(async () => {
  folder = await writeSnapshot(snapshot)
  story = await runStory(storyPack(), folder)
})

const cellsOf = async (run: RunStory, measure: string): Promise<Record<string, number>> => Object.fromEntries((await run.rows('determinations', `measure = '${measure}'`)).map((d) => [String(d['subject_id']), Number(d['cell'])]))
const itemsOf = async (run: RunStory, where: string): Promise<unknown[]> => (await run.rows('work_items', where)).map((i) => i['item_key'])
const problemsOf = async (work: Promise<unknown>): Promise<readonly { code: string }[]> => work.then(() => [], (e: ProblemError) => e.problems)

describe('a run is refused', () => {
  it('with every fault of every rule, before anything is written', async () => {
    const pack = testPack([
      { id: 'a', unit: 'person', eligibility: '年龄 >= "六十"' }, { id: 'b', unit: 'person', eligibility: '没有这一项 = true', amount: '户.人均纯收入 / 3' },
      { id: 'c', unit: 'person', eligibility: '享受低保', amount: '参数.没有', conflicts: [{ measure: 'zz', reason: { zh: '一', en: 'x' }, source: '一' }] },
      { id: 'd', unit: 'village', eligibility: '贫困村', conflicts: [{ measure: 'a', reason: { zh: '一', en: 'x' }, source: '一' }] },
    ])
    const codes = (await problemsOf(runStory(pack, folder))).map((p) => p.code)
    expect(codes.filter((c) => c === 'measures/rule-refused').length).toBeGreaterThanOrEqual(4)
    expect(codes).toEqual(expect.arrayContaining(['measures/conflict-unknown', 'measures/conflict-units']))
  })
  it('when an amount may go beyond the fen', async () => {
    expect(await problemsOf(runStory(testPack([{ id: 'a', unit: 'person', eligibility: '享受低保', amount: '100 * 1.125' }]), folder))).not.toEqual([])
  })
  it('for a day that is not the snapshot’s, without a snapshot, and on a snapshot that is damaged or names a subject twice', async () => {
    expect(await problemsOf(runStory(storyPack(), folder, { asOf: '2018-07-01' }))).toMatchObject([{ code: 'measures/as-of-differs' }])
    expect(await problemsOf(runStory(storyPack(), '/nowhere'))).toMatchObject([{ code: 'measures/no-snapshot' }])
    const twice = await writeSnapshot({ persons: [{ person_id: 'p' }, { person_id: 'p' }], households: [{ household_id: null }] })
    expect(await problemsOf(runStory(storyPack(), twice))).toMatchObject([{ code: 'measures/duplicate-subject', details: { table: 'persons', count: 1 } }, { code: 'measures/duplicate-subject', details: { table: 'households' } }])
    rmSync(join(twice, 'persons.parquet'))
    rmSync(join(twice, 'coverage.parquet'))
    expect(await problemsOf(runStory(storyPack(), twice))).toMatchObject([{ code: 'stages/unreadable-file' }, { code: 'stages/unreadable-file' }])
  })
})

describe('a determination', () => {
  it('reaches each of the twelve cells', async () => {
    expect(await cellsOf(story, 'care')).toMatchObject({ c01: 1, c02: 2, c03: 3, c04: 4, c05: 5, c06: 6, c07: 7, c08: 8, c09: 9, c10: 10, c11: 11, c12: 12 })
    expect(cells.map((c) => c.cell)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12])
  })
  it('keeps the result of every condition in the order of the rule', async () => {
    const letters = Object.fromEntries((await story.rows('determinations', "measure = 'care'")).map((d) => [String(d['subject_id']), d['conditions']]))
    expect(letters).toMatchObject({ c01: 'TTT', c04: 'TFU', c07: 'TTU', x1: 'FFU' })
  })
  it('has an amount to the fen only for the entitled, as a band where the rule gives one', async () => {
    expect(await story.rows('determinations', "subject_id = 'c02' AND measure IN ('care', 'income')")).toMatchObject([{ measure: 'care', amount_fen: 8000n, amount_to_fen: 10050n }, { measure: 'income', amount_fen: 5000n, amount_to_fen: null }])
    expect((await story.rows('determinations', "amount_fen IS NOT NULL AND eligible <> 'yes'"))).toEqual([])
  })
  it('takes the parameter of the subject’s county, and where it has none nobody is determined and no household asked', async () => {
    const [row] = await story.rows('determinations', "measure = 'income' AND subject_id = 'p1'")
    expect(row).toMatchObject({ eligible: 'undetermined', conditions: 'TU', cell: 9 })
    expect(await story.rows('parameter_gaps')).toMatchObject([{ parameter: '收入标准', measure: 'income', county: '211324', settles_alone: 1n, involved: 1n }])
    expect(story.manifest.counts.undeterminedByParameter).toBe(1)
    expect(await itemsOf(story, "subject_id IN ('p1', 'h7')")).toEqual([])
  })
  it('speaks of the period of its cadence: a list of May does not speak for June, one of the year does for the term', async () => {
    expect((await story.rows('determinations', "measure = 'income'")).map((d) => d['delivered'])).not.toContain('no')
    expect((await story.rows('determinations')).map((d) => `${String(d['measure'])} ${String(d['period'])}`)).toEqual(expect.arrayContaining(['income 2018-06', 'care 2018', 'house 2018']))
  })
  it('of a household sees what a list says of any member, and what is given once in any year', async () => {
    expect(await cellsOf(story, 'house')).toMatchObject({ h1: 1, h3: 2, h2: 5 })
  })
  it('is made for villages and facilities too', async () => {
    expect(await cellsOf(story, 'plaza')).toEqual({ v1: 2, v2: 9, v3: 6 })
    expect(await cellsOf(story, 'clinic')).toEqual({ f1: 5, f2: 2, f3: 8, f4: 5 })
  })
  it('is not made outside the dates in force', async () => {
    const run = await runStory(testPack([{ id: 'late', unit: 'person', eligibility: '享受低保', inForce: { from: '2018-07', until: '2020' } }, { id: 'now', unit: 'person', eligibility: '享受低保', inForce: { from: '2018-06-30', until: '2018-06' } }]), folder)
    expect(run.manifest.notInForce).toEqual(['late'])
    expect(run.manifest.measures.map((m) => m.id)).toEqual(['now'])
  })
})

describe('the work lists', () => {
  it('owe exactly those who are entitled and absent from a list that covers them', async () => {
    expect(await itemsOf(story, "kind = 'owed'")).toEqual(['owed:care:2018:c02', 'owed:clinic:2018:f2', 'owed:house:2018:h3', 'owed:plaza:2018:v1', 'owed:school:2018:h5'])
  })
  it('do not owe somebody a measure that another one he holds excludes, and count him apart', async () => {
    expect(await cellsOf(story, 'care')).toMatchObject({ k2: 2 })
    expect(story.manifest.counts.heldByAnother).toBe(1)
  })
  it('suspect those who receive without being entitled, and those who receive two measures that exclude each other', async () => {
    const leads = await story.rows('work_items', "kind = 'lead'")
    expect(leads.map((l) => [l['item_key'], l['basis'], l['amount_fen'], l['list_row']])).toEqual([['lead:care:2018:c04', 'not-eligible', 8000n, 4n], ['lead:keep:2018:k1', 'conflict', null, 3n]])
  })
  it('suspect nobody of help that is given once: after it the condition is gone', async () => {
    expect(await cellsOf(story, 'house')).toMatchObject({ h6: 4 })
    expect(await itemsOf(story, "measure = 'house' AND kind <> 'verify'")).toEqual(['owed:house:2018:h3'])
  })
  it('give reasons in words of both languages, from the stored conditions', async () => {
    const reason = async (key: string): Promise<unknown> => (await story.rows('work_items', `item_key = '${key}'`)).map((i) => [i['reason_zh'], i['reason_en']])[0]
    expect(await reason('owed:care:2018:c02')).toEqual([
      '符合“措施care”的全部条件：1) 生存状态是“健在”；2) 持残疾证；3) 残疾等级属于（“一级”、“二级”）。2018期名单《护理补贴名册》覆盖本地，其中没有。每期应得80.00至100.50元。',
      'Meets every condition of "measure care": 1) life status = "健在"; 2) holds disability certificate; 3) disability grade in ("一级", "二级"). The list "护理补贴名册" of 2018 covers this place and does not hold it. Due for the period: 80.00 to 100.50 yuan.',
    ])
    expect(await reason('lead:care:2018:c04')).toEqual([
      '名单《护理补贴名册》第 4 行显示已享受“措施care”，但不符合条件：持残疾证。这只是线索，请核查后由人决定。',
      'The list "护理补贴名册", row 4 shows "measure care" given, but a condition is not met: holds disability certificate. This is a lead only: look into it; a person decides.',
    ])
    expect(((await reason('lead:keep:2018:k1')) as string[])[0]).toBe('同期享受互斥的两项：“措施keep”与“措施care”。不能同时领取（某文件第三条）。名单：《特困名册》第 3 行、《护理补贴名册》第 6 行。这只是线索，请核查后由人决定。')
    expect(((await reason('verify:c08:disability_grade')) as string[])[0]).toBe('请核实人的“残疾等级”（登记内容读不懂）。涉及措施care；单凭这一项可定 1 项，共有 1 项在等它。')
  })
  it('name the sheet of a list of several, and the earlier list and row where only that has the subject; never a number that nobody can look up', async () => {
    const row = (i: number) => String(listRowOf(1, i))
    const lists = snapshot.lists!.map((list) => (list['list_id'] === 'L' ? { ...list, sheets: '[东镇, 西乡]' } : list)).concat([{ list_id: 'M', kind: 'care', title: '护理补贴名册（上月）', source: '民政局', as_of: '2018-05-20', sheets: '[甲, 乙]' }])
    const run = await runStory(storyPack(), await writeSnapshot({
      ...snapshot, lists, deliveries: snapshot.deliveries!.map((d) => (d['delivery_id'] === '2' ? { ...d, list_row: row(4) } : d)),
      unmatched: [{ list_id: 'L', list_row: '-1', measure: 'care', period: '2018', place: '211382101', candidate_id: 'c10', reason: '', earlier_list: 'M', earlier_row: row(7) }, { list_id: 'L', list_row: '-2', measure: 'care', period: '2018', place: '211382101', candidate_id: 'c11', reason: '' }, { list_id: 'L', list_row: row(13), measure: 'care', period: '2018', place: '211382101', candidate_id: null, reason: 'not-in-register' }],
    }))
    const reasons = async (table: 'work_items' | 'unregistered', key: string) => (await run.rows(table, `item_key = '${key}'`)).map((i) => [i['reason_zh'], i['reason_en']])[0] as string[]
    expect((await reasons('work_items', 'lead:care:2018:c04'))[0]).toMatch(/^名单《护理补贴名册》工作表“西乡”第 4 行显示已享受/)
    expect((await reasons('unregistered', `lead:care:2018:list/L/${row(13)}`))[1]).toMatch(/^The list "护理补贴名册", sheet "西乡", row 13 \(measure care\) names nobody/)
    const [zh, en] = await reasons('work_items', 'verify:c10:match/L/-1')
    expect(zh).toBe('名单《护理补贴名册（上月）》工作表“乙”第 7 行有此对象，后来的名单《护理补贴名册》覆盖本地却没有，不知是更正还是补充（“措施care”）。请核实此人是否仍在享受。')
    expect(en).toMatch(/^The list "护理补贴名册（上月）", sheet "乙", row 7 holds this subject; the later list/)
    expect((await reasons('work_items', 'verify:c11:match/L/-2'))[0]).toMatch(/^同一单位先前的同期名单有此对象/)
    for (const item of [...await run.rows('work_items'), ...await run.rows('unregistered')]) expect([item['reason_zh'], item['reason_en']].join(), String(item['item_key'])).not.toMatch(/-\d+ 行|row -|\d{7}/)
  })
  it('ask whether an unclear list row is the subject, before anybody is owed or suspected', async () => {
    expect(await itemsOf(story, "basis = 'unclear-row'")).toEqual(['verify:c10:match/L/10', 'verify:c11:match/L/11', 'verify:c12:match/L/12'])
  })
  it('ask once about an unclear row of a list that states several measures', async () => {
    const unmatched = snapshot.unmatched!.flatMap((row) => (row.candidate_id === 'c10' ? [row, { ...row, measure: 'keep' }] : [row]))
    const twice = await runStory(storyPack(), await writeSnapshot({ ...snapshot, unmatched }))
    const asked = (await twice.rows('work_items', "item_key = 'verify:c10:match/L/10'")).map((i) => [i['measure'], i['measures'], i['reason_zh']])
    expect(asked).toEqual([[null, ['care', 'keep'], expect.stringContaining('（“措施care”、“措施keep”）。请核实。')]])
  })
  it('name the rows of a list that nobody in the register fits, apart from the leads', async () => {
    expect(await story.rows('unregistered')).toMatchObject([{ item_key: 'lead:care:2018:list/L/13', measure: 'care', township: '211382101', list_row: 13n, state: 'open' }])
  })
  it('say who delivers and by which clauses', async () => {
    expect(await story.rows('work_items', "delivered_by IS NULL OR clauses <> ['一.1']")).toEqual([])
  })
  it('leave as CSV with all townships, open items only, readable by Excel', () => {
    const csv = readFileSync(join(story.outDir, 'owed.csv'), 'utf8')
    expect(csv.charCodeAt(0)).toBe(0xfeff)
    expect(csv.trim().split('\n').length).toBe(1 + story.manifest.counts.owed)
    expect(readFileSync(join(story.outDir, 'unregistered.csv'), 'utf8')).toContain('lead:care:2018:list/L/13')
  })
})

describe('questions', () => {
  it('ask only for what still decides an answer: not the grade of a person without a certificate, not the schooling of an adult', async () => {
    const asked = (await story.rows('questions')).map((q) => `${String(q['subject_id'])}:${String(q['field'])}`)
    expect(asked).toEqual(expect.arrayContaining(['c07:disability_grade', 's1:enrolled', 's2:age', 's2:enrolled', 'h2:income_per_head']))
    expect(asked).not.toEqual(expect.arrayContaining(['c05:disability_grade']))
    expect(asked.filter((a) => /^(s3|s5):/.test(a))).toEqual([])
  })
  it('tell how many answers each would settle alone, and how many wait for it', async () => {
    expect(await story.rows('questions', "subject_id IN ('h2', 's2') AND field <> 'on_tekun'")).toMatchObject([
      { subject_id: 'h2', field: 'income_per_head', entity: 'household', settles_alone: 3n, involved: 3n, measures: ['income'] },
      { subject_id: 's2', field: 'age', entity: 'person', household_id: 'h4', settles_alone: 0n, involved: 1n }, { subject_id: 's2', field: 'enrolled', settles_alone: 0n, involved: 1n },
    ].map((q) => expect.objectContaining(q)))
  })
  it('that settle nothing by themselves say why they are still there', async () => {
    const rows = await story.rows('work_items', "kind = 'verify' AND settles_alone = 0")
    expect(rows.map((i) => i['item_key'])).toContain('verify:s2:age')
    for (const row of rows) expect([row['reason_zh'], row['reason_en']].join(), String(row['item_key'])).toMatch(/单凭这一项还定不了.*settles none|另缺事实.*stays open/)
  })
  it('carry the reason why the fact is unknown', async () => {
    expect(await story.rows('questions', "subject_id = 'c08'")).toMatchObject([{ unknown_reason: 'unreadable', item_key: workItemKey({ kind: 'verify', measure: '', period: '', subject: 'c08', field: 'disability_grade' }) }])
  })
})

describe('answers', () => {
  it('close their items, for what is given once whatever the period, and leave pending ones open', async () => {
    const answers = [
      { item_key: 'owed:care:2018:c02', result: 'pending', answered_on: '2018-06-02' }, { item_key: 'owed:care:2018:c02', result: 'delivered', answered_on: '2018-06-10' },
      { item_key: 'owed:house:2017:h3', result: 'declined', answered_on: '2017-03-01' }, { item_key: 'lead:care:2017:c04', result: 'stopped', answered_on: '2017-03-01' },
      { item_key: 'verify:c07:disability_grade', result: 'cannot-tell', answered_on: '2018-06-10' }, { item_key: 'owed:plaza:2018:v1', result: 'pending', answered_on: '2018-06-10' },
      { item_key: 'lead:care:2018:list/L/13', result: 'wrong-person', answered_on: '2018-06-10' },
    ]
    const run = await runStory(storyPack(), await writeSnapshot({ ...snapshot, answers }))
    expect((await run.rows('work_items', "state = 'answered'")).map((i) => [i['item_key'], i['result']])).toEqual([['owed:care:2018:c02', 'delivered'], ['owed:house:2018:h3', 'declined'], ['verify:c07:disability_grade', 'cannot-tell']])
    expect(run.manifest.counts).toMatchObject({ owed: 3, lead: 2, unregistered: 0, answered: 3 })
    expect(readFileSync(join(run.outDir, 'owed.csv'), 'utf8')).not.toContain('c02')
  })
})

describe('indicators', () => {
  it('give the value, the gap and whether it is met, or who owes the report', async () => {
    const rows = await story.rows('indicators')
    expect(rows.map((i) => [i['target'], i['value'], i['gap'], i['met'], i['unknown'], i['reported_by']])).toEqual([
      ['left', '3.0000', '0.0000', 'yes', 1n, null], ['owing', null, null, 'undetermined', null, 'bureau'], ['safe', '1.0000', '1.0000', 'no', 2n, null],
      ['standard', '50.0000', '40.0000', 'undetermined', 1n, null], ['told', '10.0000', '0.0000', 'yes', null, 'bureau'],
    ])
  })
  it('name the subjects behind the value, the gap and the unknown', async () => {
    expect((await story.rows('indicator_rows', "target = 'safe'")).map((r) => [r['subject_id'], r['state']])).toEqual([['h1', 'missing'], ['h2', 'counted'], ['h5', 'unknown'], ['h6', 'unknown']])
    expect((await story.rows('indicator_rows', "target = 'standard'")).map((r) => [r['subject_id'], r['state']])).toEqual([['f1', 'counted'], ['f2', 'missing'], ['f3', 'unknown']])
  })
})

describe('a run as a whole', () => {
  it('adds up: every subject has one determination a measure, and townships sum to the whole', async () => {
    const rows = snapshot as Record<string, readonly unknown[]>
    const units = { person: rows['persons']!.length, household: rows['households']!.length, village: rows['villages']!.length, facility: rows['facilities']!.length }
    expect(Object.fromEntries(story.manifest.measures.map((m) => [m.id, m.determinations]))).toEqual(Object.fromEntries(measures.map((m) => [m.id, units[m.unit]])))
    const summary = await story.rows('summary')
    expect(summary.reduce((sum, row) => sum + Number(row['determinations']), 0)).toBe(story.manifest.counts.determinations)
    expect(summary.filter((row) => row['cell'] === 2).reduce((sum, row) => sum + Number(row['determinations']), 0)).toBe(story.manifest.counts.owed + story.manifest.counts.heldByAnother)
  })
  it('has the same result on 1, 2 and 8 threads, and the same name for the same inputs', async () => {
    const runs = [await runStory(storyPack(), folder, { threads: 1 }), await runStory(storyPack(), folder, { threads: 8 })]
    for (const run of runs) expect(run.manifest).toEqual(story.manifest)
    const changed = await runStory(storyPack(['clinic']), folder)
    expect(changed.manifest.id).not.toBe(story.manifest.id)
    expect(changed.manifest.resultHash).not.toBe(story.manifest.resultHash)
  })
  it('accuses nobody where no list is loaded: without coverage there is no 应享未享 at all', async () => {
    const { coverage: _, ...rest } = snapshot
    const run = await runStory(storyPack(), await writeSnapshot(rest))
    expect(run.manifest.counts).toMatchObject({ owed: 0, lead: 2 })
  })
  it('of an empty snapshot is empty, and of a pack without measures too', async () => {
    const empty = await writeSnapshot({})
    const run = await runStory(storyPack(), empty)
    expect(run.manifest.counts).toMatchObject({ determinations: 0, owed: 0, lead: 0, verify: 0 })
    expect((await runStory(testPack([]), folder)).manifest.counts.determinations).toBe(0)
  })
  it.each(measures.map((m) => m.id))('tells other things when the rule %s is deleted', async (id) => {
    const told = async (run: RunStory): Promise<unknown> => [await itemsOf(run, 'true'), run.manifest.counts.unregistered, (await run.rows('parameter_gaps')).length]
    expect(await told(await runStory(storyPack([id]), folder))).not.toEqual(await told(story))
  })
})
