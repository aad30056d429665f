/** The plan: pack, clauses with today's figures, targets with values, the attached document. */
import { readFile } from 'node:fs/promises'
import { problem } from '@bangfu/kernel'
import type { Handlers } from '../http/handler.ts'
import type { Actor, Clause, Target } from '../contract/index.ts'
import { readInScope, type House } from '../house/house.ts'
import { clauseText, keepDocument } from '../house/plan-document.ts'
import { readIndicatorValues } from '../reading/indicators.ts'
import { readLatestRun, runFactsOf } from '../reading/latest-run.ts'
import { isDemonstration } from '../reading/pack-words.ts'
import { clausesOf, measureFigures, measuresOf, readClauseCounts, readReported, targetsOf, type ClauseCount } from '../reading/plan-rows.ts'

interface Values {
  readonly targets: Target[]
  readonly counts: readonly ClauseCount[] | undefined
}

function readValues(house: House, actor: Actor): Promise<Values> {
  return readInScope(house, actor, async (query, tx) => {
    const run = await readLatestRun(tx)
    const computed = await readIndicatorValues(house.environment.dataFolder, run && runFactsOf(run))
    return { targets: targetsOf(house.pack, computed, await readReported(query)), counts: run && await readClauseCounts(query, run.runId) }
  })
}

function ancestorsOf(clauses: readonly Clause[], clause: Clause): Clause[] {
  const parent = clauses.find((c) => c.id === clause.parent)
  return parent ? [...ancestorsOf(clauses, parent), parent] : []
}

const titleOf = ({ id, title }: Clause): Pick<Clause, 'id' | 'title'> => ({ id, title })

export function planHandlers(house: House): Pick<Handlers, 'getPlan' | 'getClause' | 'getIndicators' | 'attachDocument'> {
  const { pack } = house
  return {
    getPlan: async (_input, { actor }) => {
      const { targets, counts } = await readValues(house, actor)
      const { pack: head } = pack
      const { attached } = house.document
      return {
        id: head.id, title: head.title, number: head.document.number ?? null, issued: head.document.issued ?? null, inForce: head.inForce, subjects: head.subjects,
        hash: pack.hash, demonstration: isDemonstration(pack), overlay: pack.overlay && { id: pack.overlay.id, title: pack.overlay.title },
        document: { attached: attached !== undefined, exact: attached?.hashMatch ?? false, characters: attached?.characters ?? head.document.characters, differences: [...(attached?.differences ?? [])] },
        clauses: clausesOf(pack, (id) => clauseText(house.document, id), counts), targets, measures: measuresOf(pack),
        requires: head.requires.map((r) => ({ number: r.number ?? null, title: r.title, held: r.held, clauses: r.clauses })),
      }
    },
    getClause: async ({ params }, { actor }) => {
      const { targets, counts } = await readValues(house, actor)
      const clauses = clausesOf(pack, (id) => clauseText(house.document, id), counts)
      const clause = clauses.find((c) => c.id === params.id)
      if (!clause) throw problem('server/not-found', { zhWhat: '条款', enWhat: 'clause' })
      return {
        ...clause, children: clauses.filter((c) => c.parent === clause.id).map(titleOf), ancestors: ancestorsOf(clauses, clause).map(titleOf),
        targetRows: targets.filter((t) => clause.targets.includes(t.id)),
        measureRows: measuresOf(pack).filter((m) => clause.measures.includes(m.id)).map((m) => ({ ...m, figures: measureFigures(m.id, counts) })),
      }
    },
    attachDocument: async ({ file }) => {
      const attached = await keepDocument(house.environment.dataFolder, pack, { name: file.fileName, bytes: await readFile(file.path) })
      house.document.attached = attached
      return { attached: true, exact: attached.hashMatch, characters: attached.characters, sha256: attached.sha256, differences: [...attached.differences] }
    },
    getIndicators: async (_input, { actor }) => ({ rows: (await readValues(house, actor)).targets }),
  }
}
