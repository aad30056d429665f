import { readdirSync, readFileSync } from 'node:fs'
import { ProblemError } from '@bangfu/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { readPlan } from '../read/read-plan.ts'
import { checkDraftFiles } from './check-draft.ts'
import { draftEffort, workedMinutes } from './draft-effort.ts'
import { draftFiles, draftFolder } from './draft-folder.ts'
import { proposeItems } from './propose-items.ts'
import { rereadDraft } from './reread-draft.ts'
import { refuseWrongVerdicts, reviewItems, type DraftDecision, type DraftVerdict } from './review-items.ts'

const text = [
  '青溪县渔村振兴两年方案(2024-2025年)', '青政发〔2024〕8号', '', '一、目标', '到2025年,全县渔船更新40艘,渔民人均收入达到2.6万元以上。', '二、任务',
  '(一)渔港改造。2024年底前改造渔港3个,每个补助200万元。按《青溪县渔港管理办法》(青政办发〔2021〕5号)执行。', '县农业农村局牵头,县财政局配合', '(二)技能培训。培训渔民600人次。', '县人社局负责', '',
].join('\n')
const proposal = proposeItems(readPlan(text))
const byKind = (kind: string) => proposal.items.filter((i) => i.kind === kind)
let number = 0
const decided = (verdict: DraftVerdict): DraftDecision => ({ no: (number += 1), batch: `b${number}`, actor: '县扶贫办', at: `2024-03-01T08:0${number % 10}:00.000Z`, kept: false, ...verdict })
const codes = (work: () => unknown): string[] => {
  try { work() } catch (error) { return (error as ProblemError).problems.map((p) => p.code) }
  return []
}

describe('refusals', () => {
  const items = reviewItems(proposal.items, [])
  test('an item that is not in the draft is refused', () => {
    expect(codes(() => refuseWrongVerdicts(items, [{ item: 'target:九:9', act: 'accept' }], text.length))).toEqual(['plan/draft-no-item'])
  })
  test('added words must lie in the document', () => {
    const added = { kind: 'citation', clause: null, start: 5, end: text.length + 1 } as const
    expect(codes(() => refuseWrongVerdicts(items, [{ item: 'added:1', act: 'add', added, fields: { title: '《甲》', number: null } }], text.length))).toEqual(['plan/draft-span'])
  })
  test('every wrong field is named, not only the first', () => {
    const target = byKind('target')[0]!
    expect(codes(() => refuseWrongVerdicts(items, [{ item: target.id, act: 'correct', fields: { ...target.fields, operator: '约', value: '四十', until: '明年' } }], text.length))).toEqual(['plan/draft-field', 'plan/draft-field', 'plan/draft-field'])
  })
  test('a duty for a clause that the draft does not have is refused', () => {
    const duty = byKind('duty')[0]!
    expect(codes(() => refuseWrongVerdicts(items, [{ item: duty.id, act: 'correct', fields: { ...duty.fields, clauses: ['九'] } }], text.length))).toEqual(['plan/draft-field'])
  })
})

test('every class of item is proposed with the words it stands on', () => {
  expect([...new Set(proposal.items.map((i) => i.kind))].sort()).toEqual(['amount', 'citation', 'clause', 'duty', 'organisation', 'target'])
  expect(byKind('organisation').map((i) => [i.fields['name'], i.fields['level']])).toEqual([['县农业农村局', 'county'], ['县财政局', 'county'], ['县人社局', 'county']])
  expect(text.slice(byKind('citation')[0]!.start, byKind('citation')[0]!.end)).toContain('渔港管理办法')
  expect(new Set(proposal.items.map((i) => i.id)).size).toBe(proposal.items.length)
})

test('a decision stands until the next, and a correction back to the proposed words counts as unchanged', () => {
  const [target] = byKind('target')
  const state = (...verdicts: Omit<DraftVerdict, 'item'>[]) => reviewItems(proposal.items, verdicts.map((v) => decided({ item: target!.id, ...v }))).find((i) => i.id === target!.id)!.state
  const other = { ...target!.fields, value: '41' }
  expect([state(), state({ act: 'accept' }), state({ act: 'reject' }), state({ act: 'correct', fields: other }), state({ act: 'correct', fields: other }, { act: 'accept' }), state({ act: 'correct', fields: target!.fields })])
    .toEqual(['proposed', 'accepted', 'rejected', 'corrected', 'corrected', 'accepted'])
})

test('a draft of an unreviewed document says what is open; a reviewed one is sound and keeps every passage', () => {
  const open = checkDraftFiles(draftFiles(draftFolder(proposal.document, reviewItems(proposal.items, []), draftEffort([], []))))
  expect(open.faults).toEqual([])
  expect(open.open.undecided.map((u) => u.file)).toEqual(['clauses.yaml', 'targets.yaml', 'duties.yaml', 'organisations.yaml', 'pack.yaml', 'parameters.yaml'])
  const reviewed = reviewItems(proposal.items, proposal.items.map((i) => decided({ item: i.id, act: 'accept' })))
  const check = checkDraftFiles(draftFiles(draftFolder(proposal.document, reviewed, draftEffort(reviewed, []))))
  expect([check.faults, check.open.undecided, check.open.unread]).toEqual([[], [], 0])
  for (const target of check.folder['targets.yaml'].targets) expect(proposal.items.some((i) => i.kind === 'target' && i.start === target.origin.start && i.end === target.origin.end)).toBe(true)
})

test('a clause that was rejected while its targets stand is a fault, and a renamed body takes its duties along', () => {
  const [clause] = byKind('clause')
  const body = byKind('organisation')[0]!
  const reviewed = reviewItems(proposal.items, [...proposal.items.map((i) => decided({ item: i.id, act: 'accept' })), decided({ item: clause!.id, act: 'reject' }), decided({ item: body.id, act: 'correct', fields: { ...body.fields, name: '青溪县农业农村局' } })])
  const { faults, folder } = checkDraftFiles(draftFiles(draftFolder(proposal.document, reviewed, draftEffort(reviewed, []))))
  expect(new Set(faults.map((f) => f.code))).toEqual(new Set(['plan/pack-reference']))
  expect(faults.every((f) => f.details['id'] === '一')).toBe(true)
  expect(folder['organisations.yaml'].organisations.map((o) => o.names[0]!.zh)).not.toContain('县农业农村局')
})

test('a passage that was not understood is seen, not accepted, and what an officer wrote stands in the files', () => {
  const unread = { id: 'unread:一:1', kind: 'unread', clause: '一', start: 0, end: 4, fields: { reason: '文字损坏 / damaged characters' } } as const
  const target = byKind('target')[0]!
  const items = reviewItems([...proposal.items, unread], [decided({ item: unread.id, act: 'accept' }), decided({ item: target.id, act: 'correct', fields: { ...target.fields, subjectEn: 'boats renewed' } })])
  const effort = draftEffort(items, [])
  expect([effort.seen, effort.byState.accepted, effort.byState.corrected, effort.byState.proposed]).toEqual([1, 0, 1, proposal.items.length - 1])
  const { folder, open } = checkDraftFiles(draftFiles(draftFolder(proposal.document, items, effort)))
  expect([folder['targets.yaml'].targets[0]!.subject.en, open.unread]).toEqual(['boats renewed', 0])
})

test('a pause is no work, and decisions of one act count once', () => {
  expect(workedMinutes([])).toBe(0)
  expect(workedMinutes(['2024-03-01T08:00:00Z', '2024-03-01T08:00:00Z', '2024-03-01T08:01:00Z', '2024-03-01T12:00:00Z'])).toBe(2)
})

describe('reading again', () => {
  const folder = new URL('../../samples/', import.meta.url)
  const samples = readdirSync(folder).filter((name) => name.endsWith('.txt')).map((name) => readPlan(readFileSync(new URL(name, folder)), { fileName: name }) && ({ name, text: readFileSync(new URL(name, folder), 'utf8').replace(/^\ufeff/, '') })).filter((s) => !s.text.includes('\ufffd'))
  const reviewedOf = (words: string) => reviewItems(proposeItems(readPlan(words)).items, [])

  test.each(samples)('the same document keeps every item: $name', (sample) => {
    const items = proposeItems(readPlan(sample.text)).items
    const { pairs, gone } = rereadDraft({ items: reviewedOf(sample.text), text: sample.text }, { items, text: sample.text })
    expect([pairs.filter((p) => p.state !== 'same' || p.before !== p.item), gone]).toEqual([[], []])
  })

  test('a paragraph put in anywhere keeps every item outside the clause that it went into', () => {
    fc.assert(fc.property(fc.constantFrom(...samples), fc.nat(), (sample, seed) => {
      // Only after a line that ends a sentence: elsewhere the paragraph would break one in two.
      const ends = [...sample.text.matchAll(/[。;)]\n/g)].map((m) => m.index + m[0].length)
      if (ends.length === 0) return
      const at = ends[seed % ends.length]!
      const grown = `${sample.text.slice(0, at)}本段只是补充说明,没有别的内容。\n${sample.text.slice(at)}`
      const before = reviewedOf(sample.text)
      const { pairs, gone } = rereadDraft({ items: before, text: sample.text }, { items: proposeItems(readPlan(grown)).items, text: grown })
      // A closing bracket of bodies closes nothing once a paragraph follows it: inside that clause the reader may read anew.
      const into = new Set(before.filter((i) => i.kind === 'clause' && i.start <= at && at <= i.end + 1).map((i) => i.clause))
      const hit = new Set(before.filter((i) => into.has(i.clause)).map((i) => i.id))
      const same = new Set(pairs.filter((p) => p.state === 'same').map((p) => p.before))
      expect(before.filter((i) => !same.has(i.id) && !hit.has(i.id)).map((i) => i.id), `${sample.name} at ${at}`).toEqual([])
      expect(gone.filter((id) => !hit.has(id))).toEqual([])
    }), { numRuns: 60 })
  })

  test('a changed figure is asked again, a new line is new, a line taken away is gone, and an addition is found again', () => {
    const before = reviewItems(proposal.items, [decided({ item: 'added:1', act: 'add', fields: { title: '渔港', number: null }, added: { kind: 'citation', clause: '二.(一)', start: text.indexOf('渔港改造'), end: text.indexOf('渔港改造') + 4 } })])
    const changed = text.replace('40艘', '45艘').replace('(二)技能培训。培训渔民600人次。', '(二)技能培训。').replace('县人社局负责', '县人社局负责\n(三)新增工作。建设码头2座。')
    const after = proposeItems(readPlan(changed))
    const { pairs, gone, moved } = rereadDraft({ items: before, text }, { items: after.items, text: changed })
    const boat = after.items.find((i) => i.kind === 'target' && i.fields['value'] === '45')!
    expect(pairs.find((p) => p.item === boat.id)).toMatchObject({ state: 'changed', before: byKind('target')[0]!.id })
    expect(pairs.filter((p) => p.state === 'new').map((p) => after.items.find((i) => i.id === p.item)!.clause)).toEqual(['二.(三)', '二.(三)'])
    expect(gone).toEqual(byKind('target').filter((t) => t.clause === '二.(二)').map((t) => t.id))
    expect(moved.map((m) => changed.slice(m.start, m.end))).toEqual(['渔港改造'])
  })

  test('clauses that are only renumbered keep their decisions', () => {
    const renumbered = text.replace('(二)技能培训', '(三)技能培训').replace('县财政局配合', '县财政局配合\n(二)码头安全。检查码头。')
    const after = proposeItems(readPlan(renumbered))
    const { pairs } = rereadDraft({ items: reviewedOf(text), text }, { items: after.items, text: renumbered })
    expect(pairs.filter((p) => p.item.includes('二.(三)')).map((p) => [p.item, p.state, p.before])).toContainEqual(['clause:二.(三):1', 'same', 'clause:二.(二):1'])
    expect(pairs.filter((p) => p.state === 'changed')).toEqual([])
  })
})
