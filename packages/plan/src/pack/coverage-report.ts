/** The coverage of a pack as lines for a terminal and as a page of Markdown: ids and counts, never a sentence of the document. */
import type { BodyPart } from './cover-bodies.ts'
import type { ClauseBinding, PackCoverage } from './cover-pack.ts'
import { unwrittenKinds, type UnwrittenKind } from './not-yet.ts'
import { obligationKinds } from './obligation.ts'

type Language = 'zh' | 'en'

/** One counted line of the report and the ids that it counts (empty where ids would say nothing). */
export interface CoverageLine { readonly zh: string; readonly en: string; readonly count: number; readonly ids: readonly string[] }

function clauseLines(coverage: PackCoverage): CoverageLine[] {
  const ids = (binding: ClauseBinding) => coverage.clauses.filter((c) => c.binding === binding).map((c) => c.id)
  const line = (zh: string, en: string, found: readonly string[], listed: boolean): CoverageLine => ({ zh, en, count: found.length, ids: listed ? found : [] })
  return [
    line('条款', 'clauses', coverage.clauses.map((c) => c.id), false),
    line('标题条款（随下级）', 'headings, bound through the clauses below', ids('heading'), false),
    line('最下一级条款：有责任事项', 'lowest clauses: bound', ids('bound'), false),
    line('最下一级条款：原则', 'lowest clauses: principle', ids('principle'), true),
    line('最下一级条款：没有绑定', 'lowest clauses: unbound', ids('unbound'), true),
    line('没有写明由谁负责的条款', 'clauses that name nobody', coverage.clausesNamingNobody, true),
  ]
}

function obligationLines({ obligations }: PackCoverage): CoverageLine[] {
  const count = (kind: string) => obligations.filter((o) => o.proof.kind === kind)
  const notYet = count('not-yet')
  return [
    { zh: '责任事项', en: 'obligations', count: obligations.length, ids: [] },
    { zh: '算出', en: 'computed', count: count('computed').length, ids: [] },
    { zh: '上报', en: 'reported', count: count('reported').length, ids: [] },
    { zh: '还不能证明', en: 'not yet', count: notYet.length, ids: notYet.map((o) => o.id) },
  ]
}

function quantityLines({ quantities, sums }: PackCoverage): CoverageLine[] {
  const line = (zh: string, en: string, count: number, ids: readonly string[] = []): CoverageLine => ({ zh, en, count, ids })
  return [
    line('原文中的数字', 'figures of the document', quantities.total),
    line('收在目标里', 'held by targets', quantities.inTargets), line('收在参数里', 'held by parameters', quantities.inParameters), line('收在地方名单里', 'held by designations of places', quantities.inDesignations),
    line('名称、背景中的数字', 'in names and background', quantities.background), line('缺失', 'missing', quantities.missing.length, quantities.missing),
    line('证明的合计', 'sums proved', sums),
  ]
}

function bodyLines({ bodies }: PackCoverage): CoverageLine[] {
  const part = (zh: string, en: string, wanted: BodyPart): CoverageLine => {
    const ids = bodies.filter((b) => b.part === wanted).map((b) => b.id)
    return { zh, en, count: ids.length, ids: wanted === 'assigned' ? [] : ids }
  }
  const unknown = bodies.filter((b) => b.succession === 'unknown').map((b) => b.id)
  const succeeded = bodies.filter((b) => b.succession === 'succeeded').map((b) => `${b.id}→${b.successors.join('+')}`)
  return [
    { zh: '机构和机构类', en: 'bodies and classes of bodies', count: bodies.length, ids: [] },
    part('有任务', 'with a duty', 'assigned'), part('接手任务', 'took a duty over', 'taken-over'), part('没有分工，但落实措施、上报或印发', 'no duty, but delivers, reports or issues', 'delivers'), part('只被提到', 'only named', 'named'),
    { zh: '后继机构已知', en: 'successor known', count: succeeded.length, ids: succeeded },
    { zh: '后继机构不知', en: 'successor unknown', count: unknown.length, ids: unknown },
  ]
}

function documentLines({ documents }: PackCoverage): CoverageLine[] {
  const missing = documents.filter((d) => !d.held)
  return [
    { zh: '依据的文件', en: 'documents relied on', count: documents.length, ids: [] },
    { zh: '没有收存', en: 'not held', count: missing.length, ids: missing.map((d) => d.number ?? d.title) },
  ]
}

export const unwrittenWords: Readonly<Record<UnwrittenKind, readonly [string, string]>> = {
  title: ['自拟标题', 'titles in own words'], summary: ['摘要', 'summaries'], english: ['英文', 'English texts'], proof: ['目标怎样证明', 'how targets are known'], text: ['其他自拟文字', 'other own words'], head: ['pack.yaml 里的文字', 'texts in pack.yaml'],
}

/** What nobody has written yet; ids once each, in the order of the files. */
export function unwrittenLines({ unwritten }: Pick<PackCoverage, 'unwritten'>): (CoverageLine & { readonly kind: UnwrittenKind })[] {
  return unwrittenKinds.map((kind) => ({ kind, zh: unwrittenWords[kind][0], en: unwrittenWords[kind][1], count: unwritten[kind].length, ids: kind === 'english' ? [] : [...new Set(unwritten[kind])] }))
}

const sections: readonly { readonly zh: string; readonly en: string; readonly lines: (coverage: PackCoverage) => CoverageLine[] }[] = [
  { zh: '条款', en: 'Clauses', lines: clauseLines }, { zh: '责任事项', en: 'Obligations', lines: obligationLines }, { zh: '数字', en: 'Figures', lines: quantityLines },
  { zh: '机构', en: 'Bodies', lines: bodyLines }, { zh: '依据文件', en: 'Documents', lines: documentLines }, { zh: '还没有写的', en: 'Not yet written', lines: unwrittenLines },
]

/** For a terminal, in one language. */
export function formatCoverage(coverage: PackCoverage, language: Language): string {
  const colon = language === 'zh' ? '：' : ': '
  const counted = sections.flatMap((section) => ['', section[language], ...section.lines(coverage).map((line) => `  ${line[language]}${colon}${line.count}${line.ids.length ? `  ${line.ids.join(' ')}` : ''}`)])
  const kinds = coverage.kinds.map((k) => `  ${obligationKinds[k.kind][language]}${colon}${language === 'zh' ? `算出 ${k.computed.length}、上报 ${k.reported.length}、还不能 ${k.notYet.length}` : `${k.computed.length} computed, ${k.reported.length} reported, ${k.notYet.length} not yet`}`)
  return [coverage.pack, ...counted, '', language === 'zh' ? '责任事项分类' : 'Obligations by kind', ...kinds].join('\n')
}

function table(head: readonly string[], rows: readonly (readonly (string | number)[])[]): string {
  return [`| ${head.join(' | ')} |`, `|${head.map(() => '---').join('|')}|`, ...rows.map((row) => `| ${row.join(' | ')} |`)].join('\n')
}

/** For docs/plan-coverage.md: one pack. */
export function coverageSection(coverage: PackCoverage): string {
  const parts = sections.map((section) => `### ${section.zh} / ${section.en}\n\n${table(['', '', '', ''], section.lines(coverage).map((line) => [line.zh, line.en, line.count, line.ids.map((id) => `\`${id}\``).join(' ')]))}`)
  const kinds = table(['类别', 'kind', '算出 computed', '上报 reported', '还不能 not yet'], coverage.kinds.map((k) => [obligationKinds[k.kind].zh, obligationKinds[k.kind].en, k.computed.length, k.reported.length, k.notYet.length]))
  const clauses = table(['条款 clause', '状态 state', '责任事项 obligations'], coverage.clauses.filter((c) => c.binding !== 'heading').map((c) => [`\`${c.id}\``, c.binding, c.obligations.map((id) => `\`${id}\``).join(' ') || c.reason?.zh || '']))
  return `## ${coverage.pack}\n\n${parts.join('\n\n')}\n\n### 责任事项分类 / Obligations by kind\n\n${kinds}\n\n### 逐条 / Clause by clause\n\n${clauses}\n`
}
