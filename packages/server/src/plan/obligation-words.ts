/** What an obligation asks and how one knows that it is met, in words. */
import { coverPack, obligationKinds, type BoundObligation, type Pack, type PackCoverage } from '@bangfu/plan'
import type { Bilingual, Obligation } from '../contract/index.ts'
import { bodyWords, measureWords } from '../reading/pack-words.ts'
import { reportsOn, type ReportsRead } from '../reports/obligation-reports.ts'
import { dateWords } from './date-words.ts'

/** The query of a computed proof, the reporter with day and evidence, or why nobody can tell yet. */
export function proofWords(pack: Pack, { proof }: BoundObligation): Bilingual {
  if (proof.kind === 'not-yet') return proof.reason
  if (proof.kind === 'reported') {
    const [by, due] = [bodyWords(pack, proof.by), dateWords(proof.due)]
    return { zh: `由${by.zh}在${due.zh}前报送，凭${proof.evidence.zh}`, en: `reported by ${by.en} by ${due.en}; evidence: ${proof.evidence.en}` }
  }
  const { query } = proof
  if ('measure' in query) {
    const { name } = measureWords(pack, query.measure)
    return { zh: `按措施“${name.zh}”核算应享与已享`, en: `computed from the measure "${name.en}": due and received` }
  }
  const subject = pack.targets.targets.find((t) => t.id === query.target)?.subject ?? { zh: query.target, en: query.target }
  return { zh: `按目标“${subject.zh}”计数`, en: `counted by the target "${subject.en}"` }
}

export function obligationOf(pack: Pack, bound: BoundObligation, reports: ReportsRead): Obligation {
  return { id: bound.id, kind: bound.kind, kindName: obligationKinds[bound.kind], says: bound.says, clauses: [...bound.clauses], proof: bound.proof.kind, proved: proofWords(pack, bound), reports: reportsOn(pack, bound, reports) }
}

const kept = new WeakMap<Pack, PackCoverage>()

/** The coverage of the pack, worked out once: a pack does not change. */
export function coverageOf(pack: Pack): PackCoverage {
  const known = kept.get(pack) ?? coverPack(pack)
  kept.set(pack, known)
  return known
}
