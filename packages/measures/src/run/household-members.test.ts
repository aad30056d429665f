import { beforeAll, describe, expect, it } from 'vitest'
import { runStory, type RunStory } from '../../test/run-story.ts'
import { writeSnapshot } from '../../test/snapshot-builder.ts'
import { testPack } from '../../test/test-pack.ts'
import { explain } from '../why/explain.ts'

const place = '211382101001'
const child = (person_id: string, household_id: string, enrolled: boolean) => ({ person_id, household_id, place, name: `名${person_id}`, life_status: '1', age: '9', enrolled })
const home = (household_id: string, member_count: string | null) => ({ household_id, place, household_no: household_id, member_count })
const pack = testPack([
  { id: 'some', unit: 'household', eligibility: 'some 孩 in 成员 satisfies 孩.学籍在读 = false' },
  { id: 'every', unit: 'household', eligibility: 'every 孩 in 成员 satisfies 孩.学籍在读 = true' },
  { id: 'count', unit: 'household', eligibility: 'count(成员) >= 3', amount: '10' },
  { id: 'count-of-his', unit: 'person', eligibility: 'count(户.成员) >= 3' },
])
let folder: string
let run: RunStory
beforeAll(async () => {
  folder = await writeSnapshot({
    households: [home('whole', '2'), home('short', '3'), home('short-out', '3'), home('unsaid', null), home('more', '1'), home('empty', '2')],
    persons: [
      child('a', 'whole', true), child('b', 'whole', true), child('c', 'short', true), child('d', 'short', true), child('e', 'short-out', true), child('f', 'short-out', false),
      child('g', 'unsaid', true), child('h', 'more', true), child('i', 'more', true),
    ],
  })
  run = await runStory(pack, folder)
})
const answers = async (measure: string): Promise<Record<string, unknown>> => Object.fromEntries((await run.rows('determinations', `measure = '${measure}'`)).map((d) => [String(d['subject_id']), d['eligible']]))

describe('a household of which fewer are recorded than it states', () => {
  it('is not answered where somebody missing could decide, and is where nobody could', async () => {
    expect(await answers('some')).toEqual({ whole: 'no', short: 'undetermined', 'short-out': 'yes', unsaid: 'no', more: 'no', empty: 'undetermined' })
    expect(await answers('every')).toEqual({ whole: 'yes', short: 'undetermined', 'short-out': 'no', unsaid: 'yes', more: 'yes', empty: 'undetermined' })
  })
  it('has as many members as it states', async () => {
    expect(await answers('count')).toMatchObject({ whole: 'no', short: 'yes', more: 'no', empty: 'undetermined' })
    expect(await answers('count-of-his')).toMatchObject({ a: 'no', c: 'yes', h: 'no' })
  })
  it('is asked who belongs to it, once, with how many are recorded', async () => {
    const items = await run.rows('work_items', "kind = 'verify'")
    expect(items.map((i) => [i['item_key'], i['measures'], i['settles_alone']])).toEqual([['verify:empty:member_count', ['count', 'every', 'some'], 3n], ['verify:short:member_count', ['every', 'some'], 2n]])
    expect(items[1]).toMatchObject({ reason_zh: expect.stringContaining('请核实户的“家庭人口”（登记家庭人口 3 人，库内有 2 人）'), reason_en: expect.stringContaining('(2 of 3 members recorded)') })
    expect(items[0]!['reason_en']).toContain('(0 of 2 members recorded)')
  })
  it('is explained with the same answer, the gap named and the same question', async () => {
    const why = await explain({ pack, snapshotDir: folder, measure: 'some', subjectId: 'short' })
    expect(why).toMatchObject({ eligible: 'undetermined', conditionLetters: 'U' })
    expect(why.questions.map((q) => [q.subjectId, q.field])).toEqual([['short', 'member_count']])
    expect(why.conditions[0]!.facts.map((f) => f.text.zh)).toContain('不知（登记家庭人口 3 人，库内有 2 人）')
  })
})
