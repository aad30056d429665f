/** A small pack built in code, for tests: an invented plan whose rules a reader can check in the head. */
import { canonicalJson, sha256Hex } from '@bangfu/kernel'
import type { Pack, PackMeasure, PackParameter, PackTarget } from '@bangfu/plan'

export type MeasureDraft = Partial<PackMeasure> & Pick<PackMeasure, 'id' | 'unit' | 'eligibility'>

export function testMeasure(draft: MeasureDraft): PackMeasure {
  return {
    name: { zh: `措施${draft.id}`, en: `measure ${draft.id}` }, publicTitle: { zh: `公开${draft.id}`, en: `public ${draft.id}` },
    clauses: ['一.1'], inForce: { from: '2018', until: '2020' }, cadence: 'year', deliveredBy: 'bureau', evidence: [], conflicts: [],
    reading: { zh: '够条件的都给。', en: 'Whoever qualifies gets it.' }, cases: [], ...draft,
  }
}

export function testPack(measures: readonly MeasureDraft[], more: { parameters?: readonly PackParameter[]; targets?: readonly PackTarget[]; place?: string } = {}): Pack {
  const content = {
    pack: {
      format: 'bangfu.pack/1' as const, id: 'test', title: { zh: '试验方案', en: 'Test plan' }, document: { title: '试验方案', sha256: '0'.repeat(64), characters: 1 },
      inForce: { from: '2018', until: '2020' }, place: more.place ?? '21', subjects: { zh: '在册户', en: 'registered households' }, requires: [],
    },
    clauses: [{ id: '一.1', parent: null, title: { zh: '一', en: 'one' }, summary: { zh: '一', en: 'one' }, start: 0, end: 1 }],
    organisations: { organisations: [{ id: 'bureau', names: [{ zh: '县某局', en: 'county bureau', also: [] }], level: 'county' as const, successors: [] }], classes: [] },
    duties: [], places: { designations: [], kinds: [] },
    targets: { targets: [...(more.targets ?? [])], arithmetic: [] },
    parameters: more.parameters ?? [], measures: measures.map(testMeasure),
  }
  return { folder: '/nowhere', hash: sha256Hex(canonicalJson(content)), ...content, obligations: { principles: [], obligations: [] }, quantities: [], overlay: null }
}
