/** The plan: pack, clauses with today's figures, targets with values, the attached document. */
import { readFile } from 'node:fs/promises'
import { problem } from '@bangfu/kernel'
import type { Handlers } from '../http/handler.ts'
import type { Clause } from '../contract/index.ts'
import type { House } from '../house/house.ts'
import { clauseText, keepDocument } from '../house/plan-document.ts'
import { coverageOf, obligationOf } from '../plan/obligation-words.ts'
import { readPlanValues } from '../plan/plan-values.ts'
import { isDemonstration } from '../reading/pack-words.ts'
import { clausesOf, measureFigures, measuresOf, requiresOf } from '../reading/plan-rows.ts'

function ancestorsOf(clauses: readonly Clause[], clause: Clause): Clause[] {
  const parent = clauses.find((c) => c.id === clause.parent)
  return parent ? [...ancestorsOf(clauses, parent), parent] : []
}

const titleOf = ({ id, title }: Clause): Pick<Clause, 'id' | 'title'> => ({ id, title })

export function planHandlers(house: House): Pick<Handlers, 'getPlan' | 'getClause' | 'getIndicators' | 'attachDocument'> {
  const { pack } = house
  return {
    getPlan: async (_input, { actor }) => {
      const { targets, counts } = await readPlanValues(house, actor)
      const { pack: head } = pack
      const { attached } = house.document
      return {
        id: head.id, title: head.title, number: head.document.number ?? null, issued: head.document.issued ?? null, inForce: head.inForce, subjects: head.subjects,
        hash: pack.hash, demonstration: isDemonstration(pack), overlay: pack.overlay && { id: pack.overlay.id, title: pack.overlay.title },
        document: { attached: attached !== undefined, exact: attached?.hashMatch ?? false, characters: attached?.characters ?? head.document.characters, differences: [...(attached?.differences ?? [])] },
        clauses: clausesOf(pack, (id) => clauseText(house.document, id), counts), targets, measures: measuresOf(pack),
        requires: requiresOf(pack),
      }
    },
    getClause: async ({ params }, { actor }) => {
      const { targets, counts, reports } = await readPlanValues(house, actor)
      const clauses = clausesOf(pack, (id) => clauseText(house.document, id), counts)
      const clause = clauses.find((c) => c.id === params.id)
      if (!clause) throw problem('server/not-found', { zhWhat: '条款', enWhat: 'clause' })
      return {
        ...clause, obligations: coverageOf(pack).obligations.filter((o) => o.clauses.includes(clause.id)).map((o) => obligationOf(pack, o, reports)), principle: pack.obligations.principles.find((p) => p.clause === clause.id)?.reason ?? null,
        children: clauses.filter((c) => c.parent === clause.id).map(titleOf), ancestors: ancestorsOf(clauses, clause).map(titleOf),
        targetRows: targets.filter((t) => clause.targets.includes(t.id)),
        measureRows: measuresOf(pack).filter((m) => clause.measures.includes(m.id)).map((m) => ({ ...m, figures: measureFigures(m.id, counts) })),
        requires: requiresOf(pack).filter((r) => r.clauses.some((c) => c === clause.id || c.startsWith(`${clause.id}.`))),
      }
    },
    attachDocument: async ({ file }) => {
      const attached = await keepDocument(house.environment.dataFolder, pack, { name: file.fileName, bytes: await readFile(file.path) })
      house.document.attached = attached
      return { attached: true, exact: attached.hashMatch, characters: attached.characters, sha256: attached.sha256, differences: [...attached.differences] }
    },
    getIndicators: async (_input, { actor }) => ({ rows: (await readPlanValues(house, actor)).targets }),
  }
}
