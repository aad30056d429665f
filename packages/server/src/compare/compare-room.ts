/** Comparing two plans that the house holds: its own pack and the drafts of the register; with what officers decided about matches. */
import { problem } from '@bangfu/kernel'
import { comparePlans, comparedItems, comparedPack, type ComparedPlan, type Comparison } from '@bangfu/plan'
import type { Actor, PlanChoice } from '../contract/index.ts'
import { reviewOf } from '../drafts/draft-room.ts'
import { readDecisions, readDraft, readDraftPage } from '../drafts/draft-store.ts'
import { readInScope, sessionOf, type House } from '../house/house.ts'
import { clauseText } from '../house/plan-document.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'
import { addMatchVerdicts, readMatchVerdicts, type MatchVerdictInput, type MatchVerdictRow } from './match-store.ts'

export interface ComparedPair {
  readonly upper: ComparedPlan
  readonly lower: ComparedPlan
  readonly comparison: Comparison
  readonly verdicts: readonly MatchVerdictRow[]
}

/** Drafts offered for choosing, newest first. */
const mostChoices = 100

/** Pairs of clauses, and of targets, that are looked at while somebody waits: two plans of 60 pages have some 200,000. */
const mostPairs = 5_000_000

const itemsOf = (plan: ComparedPlan): ReadonlySet<string> => new Set([...plan.clauses.map((c) => `clause:${c.id}`), ...plan.targets.map((t) => t.id)])

export class CompareRoom {
  readonly #house: House
  constructor(house: House) {
    this.#house = house
  }

  async choices(actor: Actor): Promise<PlanChoice[]> {
    const { pack } = this.#house.pack
    const { drafts } = await readInScope(this.#house, actor, (query) => readDraftPage(query, 1, mostChoices))
    return [
      { id: 'pack', kind: 'pack', title: pack.title.zh, number: pack.document.number ?? null, at: null },
      ...drafts.map((d): PlanChoice => ({ id: d.id, kind: 'draft', title: d.title, number: d.proposal.document.number, at: d.at })),
    ]
  }

  compare(actor: Actor, upperId: string, lowerId: string): Promise<ComparedPair> {
    return readInScope(this.#house, actor, async (query) => {
      const upper = await this.#plan(query, upperId)
      const lower = await this.#plan(query, lowerId)
      const pairs = upper.clauses.length * lower.clauses.length + upper.targets.length * lower.targets.length
      if (pairs > mostPairs) throw problem('server/too-large', { limit: `${mostPairs} 对条款 / pairs of clauses` })
      const verdicts = await readMatchVerdicts(query, upper.key, lower.key)
      return { upper, lower, verdicts, comparison: comparePlans(upper, lower, new Map(verdicts.map((v) => [`${v.upper}|${v.lower}`, v.act]))) }
    })
  }

  async decide(actor: Actor, request: string, upperId: string, lowerId: string, verdicts: readonly MatchVerdictInput[]): Promise<ComparedPair> {
    const { upper, lower } = await this.compare(actor, upperId, lowerId)
    const [above, known] = [itemsOf(upper), itemsOf(lower)]
    // Parts that answer together have an id of their own, made of theirs.
    const below = { has: (id: string) => (id.startsWith('sum:') ? id.slice(4).split('+').every((part) => known.has(part)) : known.has(id)) }
    if (verdicts.some((v) => !above.has(v.upper) || !below.has(v.lower) || v.upper.startsWith('clause:') !== v.lower.startsWith('clause:'))) throw problem('server/not-found', { zhWhat: '条款或目标', enWhat: 'clause or target' })
    await addMatchVerdicts(this.#house.register, await sessionOf(this.#house, actor), request, upper.key, lower.key, verdicts)
    return this.compare(actor, upperId, lowerId)
  }

  async #plan(query: ScopedQuery, id: string): Promise<ComparedPlan> {
    if (id === 'pack') return comparedPack(this.#house.pack, (clause) => clauseText(this.#house.document, clause))
    const { record, items } = reviewOf(await readDraft(query, id), await readDecisions(query, id))
    return comparedItems(record.proposal.document, items, record.text)
  }
}
