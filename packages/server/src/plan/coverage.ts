/** The coverage of the pack as counts with their lists. */
import { obligationKinds, type ObligationKind, type Pack } from '@bangfu/plan'
import type { Bilingual, Coverage, CoverageList } from '../contract/index.ts'
import { coverageLists, coverageRows } from './coverage-lists.ts'
import { coverageOf } from './obligation-words.ts'

const groups: readonly { readonly title: Bilingual; readonly lists: readonly CoverageList[] }[] = [
  { title: { zh: '条款', en: 'Clauses' }, lists: ['clauses-bound', 'clauses-principle', 'clauses-unbound', 'clauses-naming-nobody'] },
  { title: { zh: '责任事项', en: 'Obligations' }, lists: ['obligations', 'obligations-computed', 'obligations-reported', 'obligations-not-yet'] },
  { title: { zh: '数字', en: 'Figures' }, lists: ['figures', 'figures-target', 'figures-parameter', 'figures-designation', 'figures-background', 'figures-missing'] },
  { title: { zh: '机构', en: 'Bodies' }, lists: ['bodies', 'bodies-assigned', 'bodies-taken-over', 'bodies-delivers', 'bodies-named', 'bodies-successor-unknown'] },
  { title: { zh: '依据的文件', en: 'Documents relied on' }, lists: ['documents-held', 'documents-not-held'] },
  { title: { zh: '还没有写的', en: 'Not yet written' }, lists: ['unwritten-title', 'unwritten-summary', 'unwritten-english', 'unwritten-proof', 'unwritten-text', 'unwritten-head'] },
]

/** Whole percents and one digit, rounded half up; null when there is nothing to divide by. */
function share(part: number, whole: number): string | null {
  if (whole === 0) return null
  const tenths = Math.floor((part * 2000 + whole) / (2 * whole))
  return `${Math.floor(tenths / 10)}.${tenths % 10}`
}

export function coverageCounts(pack: Pack): Coverage {
  const counted = (list: CoverageList, kind?: string) => ({ count: coverageRows(pack, list, kind).length, list: { path: '/plan/coverage', filters: { list, ...(kind !== undefined && { kind }) } } })
  const { clauses, sums } = coverageOf(pack)
  const lowest = clauses.filter((c) => c.binding !== 'heading')
  return {
    pack: pack.pack.id, hash: pack.hash, sums, principleShare: share(lowest.filter((c) => c.binding === 'principle').length, lowest.length),
    groups: groups.map(({ title, lists }) => ({ title, lines: lists.map((key) => ({ key, label: coverageLists[key].label, ...counted(key) })) })),
    kinds: (Object.keys(obligationKinds) as ObligationKind[]).map((kind) => ({
      kind, name: obligationKinds[kind], computed: counted('obligations-computed', kind), reported: counted('obligations-reported', kind), notYet: counted('obligations-not-yet', kind),
    })),
  }
}
