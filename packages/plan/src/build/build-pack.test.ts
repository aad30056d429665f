import { mkdirSync, mkdtempSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ProblemError } from '@bangfu/kernel'
import { describe, expect, test } from 'vitest'
import { draftEffort } from '../draft/draft-effort.ts'
import { draftFolder } from '../draft/draft-folder.ts'
import type { DraftItem } from '../draft/draft-item.ts'
import { proposeItems } from '../draft/propose-items.ts'
import { reviewItems, type DraftDecision, type DraftVerdict } from '../draft/review-items.ts'
import { checkPack } from '../pack/check-pack.ts'
import { coverPack } from '../pack/cover-pack.ts'
import type { Pack } from '../pack/format.ts'
import { loadPack } from '../pack/loader.ts'
import { readPlan } from '../read/read-plan.ts'
import { buildPack, cutTitle } from './build-pack.ts'
import { builtFiles, rebuildFolder } from './built-folder.ts'
import type { BuildChoices, BuiltPack } from './built-pack.ts'

/** Invented, in a field that no sample has: reading rooms. */
const text = [
  '苇塘县农家书屋提升行动方案(2025-2027年)', '苇政办发〔2025〕12号', '', '一、目标', '到2027年,全县改造农家书屋86个,人均借书不少于4册,书屋开放率达到95%。', '二、任务',
  '(一)更新图书。按《苇塘县图书配送办法》(苇文发〔2022〕3号)执行,每个书屋每年补充图书经费3000-5000元。', '县文化旅游局牵头,县财政局配合', '(二)建立流动书箱制度。建立村与村之间的书箱轮换机制,覆盖全部行政村。', '县图书馆负责',
  '(三)优先照顾留守儿童。周末书屋优先向留守儿童开放。', '各乡镇人民政府负责', '三、要求', '严禁挪用图书经费,违者由县审计局依规处理并限期整改到位不留任何死角。', '',
].join('\n')

type Verdict = Omit<DraftVerdict, 'item'>
/** Everything accepted, but for what `decide` says otherwise; `added` come on top. */
function reviewed(words: string, decide: (item: DraftItem) => Verdict | undefined = () => undefined, added: readonly DraftVerdict[] = []) {
  const { document, items } = proposeItems(readPlan(words))
  const verdicts = [...items.map((item): DraftVerdict => ({ item: item.id, ...(decide(item) ?? { act: 'accept' }) })), ...added]
  const decisions = verdicts.map((v, i): DraftDecision => ({ no: i + 1, batch: `b${i}`, actor: '县办', at: '2025-03-01T08:00:00Z', kept: false, ...v }))
  const result = reviewItems(items, decisions)
  return draftFolder(document, result, draftEffort(result, []))
}
const choices: BuildChoices = { place: '211322', text }
function folderOf(built: BuiltPack): string {
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-built-'))
  for (const file of builtFiles(built)) writeFileSync(join(folder, file.path), file.text)
  return folder
}
const packOf = (built: BuiltPack): Pack => loadPack(folderOf(built))
const codes = (work: () => unknown): string[] => {
  try { work() } catch (error) { return (error as ProblemError).problems.map((p) => p.code) }
  return []
}

describe('refusals', () => {
  test('a place that nobody gave, a term that no date tells and a body without a level are asked for at once', () => {
    const undated = text.replace('(2025-2027年)', '').replace('到2027年,', '').replace('苇政办发〔2025〕12号', '苇政办发12号')
    const draft = reviewed(undated)
    const bodies = draft['organisations.yaml']
    const levelless = { ...draft, 'organisations.yaml': { ...bodies, organisations: bodies.organisations.map((o) => ({ ...o, level: null })) } }
    expect(new Set(codes(() => buildPack(levelless, {})))).toEqual(new Set(['plan/build-head', 'plan/build-level']))
    expect(codes(() => buildPack(levelless, {})).filter((c) => c === 'plan/build-head')).toHaveLength(3)
  })

  test('the text of another document is refused', () => {
    expect(codes(() => buildPack(reviewed(text), { ...choices, text: `${text}。` }))).toEqual(['plan/build-other-text'])
  })

  test('a folder with somebody else\'s files is not written over', () => {
    const folder = mkdtempSync(join(tmpdir(), 'bangfu-built-'))
    mkdirSync(join(folder, 'x'))
    expect(codes(() => rebuildFolder(folder, buildPack(reviewed(text), choices)))).toEqual(['plan/build-folder-taken'])
  })

  test('a pack whose files cannot be read any more is not built over', () => {
    const folder = folderOf(buildPack(reviewed(text), choices))
    writeFileSync(join(folder, 'targets.yaml'), 'targets: [')
    expect(codes(() => rebuildFolder(folder, buildPack(reviewed(text), choices)))).toEqual(['plan/build-unreadable'])
  })
})

describe('what a reviewed draft states stands in a sound pack', () => {
  const pack = packOf(buildPack(reviewed(text), choices))
  const { obligations } = pack.obligations

  test('the check passes, every lowest clause is bound, and every target has an obligation of a kind that suits it', () => {
    expect(checkPack(pack)).toEqual([])
    const { clauses } = coverPack(pack)
    expect(clauses.filter((c) => c.binding === 'unbound')).toEqual([])
    expect(obligations.filter((o) => o.target !== undefined).map((o) => o.target)).toEqual(pack.targets.targets.map((t) => t.id))
  })

  test('kinds: a count and a share by their date, coverage of a list, and of clauses without a figure by their verbs', () => {
    const kind = (subject: RegExp) => obligations.find((o) => o.target === pack.targets.targets.find((t) => subject.test(t.subject.zh))?.id)?.kind
    expect([kind(/农家书屋/), kind(/开放率/)]).toEqual(['count', 'share'])
    const ofClause = (id: string) => obligations.find((o) => o.target === undefined && o.clauses?.[0] === id)?.kind
    expect([ofClause('二.(三)'), ofClause('三')]).toEqual(['preference', 'ban'])
  })

  test('proofs, summaries and English are not invented: they are not yet, and counted', () => {
    expect(new Set(obligations.map((o) => o.proof.kind))).toEqual(new Set(['not-yet']))
    expect(new Set(pack.targets.targets.map((t) => t.proof.kind))).toEqual(new Set(['not-yet']))
    const { unwritten } = coverPack(pack)
    expect([unwritten.summary.length, unwritten.title.length, unwritten.proof.length]).toEqual([pack.clauses.length, pack.clauses.length, pack.targets.targets.length])
    expect(unwritten.english.length).toBeGreaterThan(pack.clauses.length)
    expect(pack.clauses[0]).toMatchObject({ title: { zh: '目标', en: '目标' }, summary: { zh: '（待写）', en: '(not written yet)' } })
  })

  test('both ends of an amount are parameters, the cited document is required, and every figure of the document is in the ledger', () => {
    expect(pack.parameters.map((p) => p.values[0]!.value)).toEqual(expect.arrayContaining(['3000', '5000']))
    expect(pack.pack.requires).toEqual([{ number: '苇文发〔2022〕3号', title: expect.stringContaining('图书配送办法') as string, clauses: ['二.(一)'], held: false }])
    for (const q of pack.quantities.filter((x) => x.value !== null && x.missing === undefined)) expect(text.slice(q.at)).toMatch(/^\d/)
    expect(pack.quantities.filter((q) => q.target !== undefined).map((q) => q.target).sort()).toEqual(pack.targets.targets.map((t) => t.id).sort())
  })

  test('a class of bodies stands for one body in each of its places', () => {
    expect(pack.organisations.classes).toEqual([expect.objectContaining({ zh: '各乡镇人民政府', levels: ['township'], bodies: [{ zh: '人民政府', en: '人民政府' }] })])
  })

  test('a long heading is cut at a mark, never beyond 24 characters, and says that it is the heading', () => {
    expect([cutTitle('甲'.repeat(30)), cutTitle('建立健全轮换机制,覆盖全部行政村并且每个月公布一次结果'), cutTitle('目标')]).toEqual(['甲'.repeat(24), '建立健全轮换机制', '目标'])
    expect(pack.clauses.every((c) => [...c.title.zh].length <= 24 && c.titleIsHeading === true)).toBe(true)
  })

  test('who answers may be made the reporter, with the end of the term as the day', () => {
    const reported = packOf(buildPack(reviewed(text), { ...choices, reported: true }))
    expect(checkPack(reported)).toEqual([])
    expect(reported.obligations.obligations.find((o) => o.clauses?.[0] === '二.(三)')?.proof).toMatchObject({ kind: 'reported', due: '2027', by: reported.organisations.classes[0]!.id })
  })
})

test('rejected items do not come in, corrected ones come as corrected, added ones as added', () => {
  const start = text.indexOf('限期整改')
  const built = buildPack(reviewed(text, (item) => {
    if (item.kind === 'citation') return { act: 'reject' }
    if (item.kind === 'target' && item.fields['value'] === '86') return { act: 'correct', fields: { ...item.fields, value: '88', subject: '改造书屋' } }
    if (item.kind === 'target' && item.fields['value'] === '95') return { act: 'reject' }
    return item.kind === 'clause' && item.clause === '二.(一)' ? { act: 'correct', fields: { ...item.fields, title: '每年换新书', titleEn: 'New books each year', summary: '按办法配书。' } } : undefined
  }, [{ item: 'added:1', act: 'add', added: { kind: 'target', clause: '三', start, end: start + 4 }, fields: { subject: '整改到位', operator: 'all', value: null, to: null, unit: null, from: null, until: '2027', place: null, subjectEn: 'put right' } }]), choices)
  const pack = packOf(built)
  expect(checkPack(pack)).toEqual([])
  expect(pack.pack.requires).toEqual([])
  expect(pack.targets.targets.map((t) => t.value)).not.toContain('95')
  expect(pack.targets.targets.find((t) => t.value === '88')).toMatchObject({ subject: { zh: '改造书屋' } })
  expect(pack.targets.targets.find((t) => t.subject.en === 'put right')).toMatchObject({ clauses: ['三'], operator: 'all' })
  const clause = pack.clauses.find((c) => c.id === '二.(一)')!
  expect([clause.title, clause.titleIsHeading, clause.summary.zh]).toEqual([{ zh: '每年换新书', en: 'New books each year' }, undefined, '按办法配书。'])
  // The figure whose target was rejected is in the document all the same: nothing holds it now.
  expect(pack.quantities.filter((q) => q.missing !== undefined).map((q) => q.value)).toContain('95')
})

const samples = new URL('../../samples/', import.meta.url)
test('every third sample document, accepted as read, becomes a sound pack in which nothing is unbound', () => {
  const faults: string[] = []
  for (const name of readdirSync(samples).filter((n) => n.endsWith('.txt')).filter((_, i) => i % 3 === 0)) {
    const words = readFileSync(new URL(name, samples), 'utf8').replace(/^\ufeff/, '')
    if (words.includes('\ufffd')) continue
    const draft = reviewed(words)
    const bodies = draft['organisations.yaml']
    // A body whose level the name does not say is one that an officer has to correct.
    const levelled = { ...draft, 'organisations.yaml': { organisations: bodies.organisations.map((o) => ({ ...o, level: o.level ?? 'county' as const })), classes: bodies.classes.map((c) => ({ ...c, levels: c.levels.length > 0 ? c.levels : ['county' as const] })) } }
    const pack = packOf(buildPack(levelled, { place: '211322', from: '2015', until: '2030', text: words }))
    faults.push(...checkPack(pack).map((f) => `${name} ${f.code} ${f.en}`), ...coverPack(pack).clauses.filter((c) => c.binding === 'unbound').map((c) => `${name} ${c.id} unbound`))
  }
  expect(faults).toEqual([])
})
