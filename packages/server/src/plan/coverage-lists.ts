/** The lists behind the counts of the coverage: a count is the length of its list, so the two cannot differ. */
import { obligationKinds, unwrittenOf, unwrittenPlace, unwrittenWords, type BodyCoverage, type BoundObligation, type ClauseCoverage, type Pack, type PackQuantity, type UnwrittenKind } from '@bangfu/plan'
import type { Bilingual, CoverageList, CoverageRow } from '../contract/index.ts'
import { bodyWords } from '../reading/pack-words.ts'
import { coverageOf, proofWords } from './obligation-words.ts'
import { askedWords } from './quantity-words.ts'

const partWords: Readonly<Record<BodyCoverage['part'], Bilingual>> = {
  assigned: { zh: '有任务', en: 'has a duty' }, 'taken-over': { zh: '接手任务', en: 'took a duty over' }, delivers: { zh: '落实、报送或印发', en: 'delivers, reports or issues' }, named: { zh: '只被提到', en: 'named only' },
}

const clauseLink = (clause: string): CoverageRow['link'] => ({ path: '/plan', filters: { clause } })

function clauseRow(pack: Pack, clause: ClauseCoverage): CoverageRow {
  const says = coverageOf(pack).obligations.filter((o) => clause.obligations.includes(o.id)).map((o) => o.says)
  const detail = clause.reason ?? (says.length > 0 ? { zh: says.map((s) => s.zh).join('；'), en: says.map((s) => s.en).join('; ') } : null)
  return { key: clause.id, title: pack.clauses.find((c) => c.id === clause.id)!.title, kind: null, detail, clauses: [clause.id], link: clauseLink(clause.id) }
}

function obligationRow(pack: Pack, bound: BoundObligation): CoverageRow {
  return { key: bound.id, title: bound.says, kind: obligationKinds[bound.kind], detail: proofWords(pack, bound), clauses: [...bound.clauses], link: null }
}

function figureRow(pack: Pack, figure: PackQuantity): CoverageRow {
  const target = pack.targets.targets.find((t) => t.id === figure.target)
  const parameter = pack.parameters.find((p) => p.id === figure.parameter)
  const kind = pack.places.kinds.find((k) => k.kind === figure.designation)
  const held: Bilingual | null = target?.subject ?? (parameter && { zh: parameter.id, en: parameter.en }) ?? (kind && { zh: kind.zh, en: kind.en }) ?? figure.background ?? figure.missing ?? null
  return { key: `${figure.clause}@${figure.at}`, title: askedWords({ operator: '=', value: figure.value, unit: figure.unit }), kind: null, detail: held, clauses: [figure.clause], link: clauseLink(figure.clause) }
}

function bodyRow(pack: Pack, body: BodyCoverage): CoverageRow {
  const became = body.successors.map((id) => bodyWords(pack, id))
  const detail = body.successionReason ?? (became.length > 0 ? { zh: `后继：${became.map((b) => b.zh).join('、')}`, en: `became ${became.map((b) => b.en).join(', ')}` } : null)
  return { key: body.id, title: body.name, kind: partWords[body.part], detail, clauses: [], link: { path: `/plan/duties/${body.id}`, filters: {} } }
}

type Rows = (pack: Pack) => CoverageRow[]

const clauses = (keep: (clause: ClauseCoverage, naming: ReadonlySet<string>) => boolean): Rows => (pack) => {
  const coverage = coverageOf(pack)
  const naming = new Set(coverage.clausesNamingNobody)
  return coverage.clauses.filter((c) => keep(c, naming)).map((c) => clauseRow(pack, c))
}
const obligations = (proof?: BoundObligation['proof']['kind']): Rows => (pack) => coverageOf(pack).obligations.filter((o) => proof === undefined || o.proof.kind === proof).map((o) => obligationRow(pack, o))
const figures = (by?: 'target' | 'parameter' | 'designation' | 'background' | 'missing'): Rows => (pack) => pack.quantities.filter((q) => by === undefined || q[by] !== undefined).map((q) => figureRow(pack, q))
const bodies = (keep: (body: BodyCoverage) => boolean): Rows => (pack) => coverageOf(pack).bodies.filter(keep).map((b) => bodyRow(pack, b))
const documents = (held: boolean): Rows => (pack) => coverageOf(pack).documents.filter((d) => d.held === held).map((d, i) => ({
  key: `${i}`, title: { zh: d.title, en: d.title }, kind: d.number === undefined ? null : { zh: d.number, en: d.number }, detail: null, clauses: [...d.clauses], link: null,
}))

/** Each place of the files where a person still has to write: which file and line, and of what. */
const unwritten = (kind: UnwrittenKind): Rows => (pack) => unwrittenOf(pack).filter((u) => u.kind === kind).map((u) => {
  const { file, line } = unwrittenPlace(pack, u)
  const clause = pack.clauses.find((c) => c.id === u.id)
  return { key: `${file}:${u.path.join('.')}`, title: clause?.title ?? { zh: u.id, en: u.id }, kind: null, detail: { zh: `${file} 第 ${line} 行`, en: `${file}, line ${line}` }, clauses: clause ? [clause.id] : [], link: clause ? clauseLink(clause.id) : null }
})
const unwrittenList = (kind: UnwrittenKind) => ({ label: { zh: unwrittenWords[kind][0], en: unwrittenWords[kind][1] }, rows: unwritten(kind) })

export const coverageLists: Readonly<Record<CoverageList, { readonly label: Bilingual; readonly rows: Rows }>> = {
  'clauses-bound': { label: { zh: '最下一级条款：有责任事项', en: 'lowest clauses: bound' }, rows: clauses((c) => c.binding === 'bound') },
  'clauses-principle': { label: { zh: '最下一级条款：原则', en: 'lowest clauses: principle' }, rows: clauses((c) => c.binding === 'principle') },
  'clauses-unbound': { label: { zh: '最下一级条款：没有绑定', en: 'lowest clauses: unbound' }, rows: clauses((c) => c.binding === 'unbound') },
  'clauses-naming-nobody': { label: { zh: '没有写明由谁负责的条款', en: 'clauses that name nobody' }, rows: clauses((c, naming) => naming.has(c.id)) },
  obligations: { label: { zh: '责任事项', en: 'obligations' }, rows: obligations() },
  'obligations-computed': { label: { zh: '能算出', en: 'computed' }, rows: obligations('computed') },
  'obligations-reported': { label: { zh: '靠报送', en: 'reported' }, rows: obligations('reported') },
  'obligations-not-yet': { label: { zh: '还不能证明', en: 'not yet provable' }, rows: obligations('not-yet') },
  figures: { label: { zh: '原文中的数字', en: 'figures of the document' }, rows: figures() },
  'figures-target': { label: { zh: '收在目标里', en: 'held by targets' }, rows: figures('target') },
  'figures-parameter': { label: { zh: '收在参数里', en: 'held by parameters' }, rows: figures('parameter') },
  'figures-designation': { label: { zh: '收在地方名单里', en: 'held by designations of places' }, rows: figures('designation') },
  'figures-background': { label: { zh: '名称、背景中的数字', en: 'in names and background' }, rows: figures('background') },
  'figures-missing': { label: { zh: '缺失', en: 'missing' }, rows: figures('missing') },
  bodies: { label: { zh: '机构和机构类', en: 'bodies and classes of bodies' }, rows: bodies(() => true) },
  'bodies-assigned': { label: { zh: '有任务', en: 'with a duty' }, rows: bodies((b) => b.part === 'assigned') },
  'bodies-taken-over': { label: { zh: '接手任务', en: 'took a duty over' }, rows: bodies((b) => b.part === 'taken-over') },
  'bodies-delivers': { label: { zh: '没有分工，但落实、报送或印发', en: 'no duty, but delivers, reports or issues' }, rows: bodies((b) => b.part === 'delivers') },
  'bodies-named': { label: { zh: '只被提到', en: 'named only' }, rows: bodies((b) => b.part === 'named') },
  'bodies-successor-unknown': { label: { zh: '后继机构不知', en: 'successor unknown' }, rows: bodies((b) => b.succession === 'unknown') },
  'documents-held': { label: { zh: '已收存', en: 'held' }, rows: documents(true) },
  'documents-not-held': { label: { zh: '没有收存', en: 'not held' }, rows: documents(false) },
  'unwritten-title': unwrittenList('title'), 'unwritten-summary': unwrittenList('summary'), 'unwritten-english': unwrittenList('english'), 'unwritten-proof': unwrittenList('proof'), 'unwritten-text': unwrittenList('text'), 'unwritten-head': unwrittenList('head'),
}

/** Rows of a list; `kind` keeps obligations of one kind only. */
export function coverageRows(pack: Pack, list: CoverageList, kind?: string): CoverageRow[] {
  const rows = coverageLists[list].rows(pack)
  if (kind === undefined) return rows
  const ids = new Set(coverageOf(pack).obligations.filter((o) => o.kind === kind).map((o) => o.id))
  return rows.filter((row) => ids.has(row.key))
}
