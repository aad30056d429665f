/** Two plans side by side: choices, the comparison, decisions about matches, files. */
import type { ComparedTarget } from '@bangfu/plan'
import { basisWords, figureWords } from '../compare/answer-words.ts'
import { CompareRoom, type ComparedPair } from '../compare/compare-room.ts'
import { comparisonCsv, comparisonTable } from '../compare/comparison-table.ts'
import type { PlanComparison, TargetAnswerRow } from '../contract/index.ts'
import type { House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { writePlanWorkbook } from '../plan/plan-workbook.ts'

const sheet = 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet'

type Side = Pick<ComparedTarget, 'id' | 'clause' | 'operator' | 'value' | 'to' | 'unit' | 'until'> & { readonly words: string }
const sideOf = (side: Side): TargetAnswerRow['upper'] => ({ id: side.id, clause: side.clause, words: side.words, until: side.until, figure: { zh: figureWords(side, 'zh'), en: figureWords(side, 'en') } })

function shown({ comparison, lower, verdicts }: ComparedPair): PlanComparison {
  return {
    upper: comparison.upper, lower: comparison.lower, own: [...comparison.own], counts: comparison.counts,
    clauses: comparison.clauses.map((c) => ({
      ...c, basis: c.basis.map(basisWords), bodies: [...c.bodies], lowerBodies: [...c.lowerBodies],
      targets: c.targets.map((t) => ({ ...t, upper: sideOf(t.upper), lower: t.lower && sideOf(t.lower), basis: t.basis.map(basisWords) })),
    })),
    lowerClauses: lower.clauses.map((c) => ({ id: c.id, title: c.title })), lowerTargets: lower.targets.map((t) => sideOf({ ...t, words: t.subject })), verdicts: [...verdicts],
  }
}

type CompareRoutes = 'getPlanChoices' | 'getComparison' | 'decideMatches' | 'exportComparison'

export function compareHandlers(house: House): Pick<Handlers, CompareRoutes> {
  const room = new CompareRoom(house)
  return {
    getPlanChoices: async (_input, { actor }) => ({ plans: await room.choices(actor) }),
    getComparison: async ({ query }, { actor }) => shown(await room.compare(actor, query.upper, query.lower)),
    decideMatches: async ({ body }, { actor }) => shown(await room.decide(actor, body.request, body.upper, body.lower, body.verdicts)),
    exportComparison: async ({ query }, context) => {
      const language = query.language ?? context.language
      const comparison = shown(await room.compare(context.actor, query.upper, query.lower))
      const name = language === 'zh' ? '方案对照' : 'plans-side-by-side'
      if (query.format === 'csv') return { fileName: `${name}.csv`, mediaType: 'text/csv; charset=utf-8', content: Buffer.from(comparisonCsv(comparison, language)) }
      return { fileName: `${name}.xlsx`, mediaType: sheet, content: await writePlanWorkbook(comparisonTable(comparison, language), language) }
    },
  }
}
