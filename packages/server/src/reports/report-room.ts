/** The procedure of a report: who may, for which place, what it must hold; recorded as an action, taken back by another. */
import { problemData, ProblemError, type ProblemData } from '@bangfu/kernel'
import type { BoundObligation } from '@bangfu/plan'
import type { z } from 'zod'
import type { Actor, reportObligationSchema, RouteOutput, undoReportSchema } from '../contract/index.ts'
import { readInScope, sessionOf, type House } from '../house/house.ts'
import { readBodyPlaces, type RegisterPlace } from '../plan/body.ts'
import { coverageOf } from '../plan/obligation-words.ts'
import { bodyWords } from '../reading/pack-words.ts'
import { reportPlaces } from './may-report.ts'
import { figureUnit, reportsOn, shownReport } from './obligation-reports.ts'
import { addReport, addReportUndo, readReports } from './report-store.ts'

type Input = z.output<typeof reportObligationSchema>
type Shown = RouteOutput<'getObligationReports'>

export class ReportRoom {
  readonly #house: House
  constructor(house: House) {
    this.#house = house
  }

  show(actor: Actor, id: string): Promise<Shown> {
    const { pack } = this.#house
    const bound = this.#find(id)
    return readInScope(this.#house, actor, async (query) => {
      const places = await readBodyPlaces(query)
      const rows = await readReports(query, pack.pack.id, id)
      return { obligation: id, says: bound.says, reports: reportsOn(pack, bound, { rows, places, actor })!, all: rows.map((row) => shownReport(row, places)) }
    })
  }

  async report(actor: Actor, input: Input): Promise<Shown> {
    const { pack, register } = this.#house
    const bound = this.#find(input.obligation)
    const places = await this.#places(actor)
    this.#refuseOther(actor, bound, input.place, places)
    const faults = faultsOf(input, figureUnit(pack, bound))
    if (faults.length > 0) throw new ProblemError(faults)
    const { request, ...report } = input
    await addReport(register, await sessionOf(this.#house, actor), { ...report, packId: pack.pack.id, body: reporterOf(bound), unit: figureUnit(pack, bound) ?? null }, request)
    return this.show(actor, input.obligation)
  }

  async undo(actor: Actor, { request, report, authority }: z.output<typeof undoReportSchema>): Promise<Shown> {
    const places = await this.#places(actor)
    const obligation = await addReportUndo(this.#house.register, await sessionOf(this.#house, actor), this.#house.pack.pack.id, report, authority, request, (row) => {
      this.#refuseOther(actor, this.#find(row.obligation), row.place, places)
      if (row.undone) throw new ProblemError([problemData('server/report-undone', { zhActor: row.undone.actor.zh, enActor: row.undone.actor.en, at: row.undone.at.slice(0, 10) })])
    })
    return this.show(actor, obligation)
  }

  /** Throws `server/not-found` for an unknown obligation, `server/report-not-owed` for one that nobody reports on. */
  #find(id: string): BoundObligation {
    const bound = coverageOf(this.#house.pack).obligations.find((o) => o.id === id)
    if (!bound) throw new ProblemError([problemData('server/not-found', { zhWhat: '责任事项', enWhat: 'obligation' })])
    if (bound.proof.kind !== 'reported') throw new ProblemError([problemData('server/report-not-owed', { zhSays: bound.says.zh, enSays: bound.says.en })])
    return bound
  }

  #places(actor: Actor): Promise<RegisterPlace[]> {
    return readInScope(this.#house, actor, readBodyPlaces)
  }

  #refuseOther(actor: Actor, bound: BoundObligation, place: string, places: readonly RegisterPlace[]): void {
    const { pack } = this.#house
    const may = reportPlaces(pack, reporterOf(bound), actor, places)
    if (may.some((p) => p.code === place)) return
    const body = bodyWords(pack, reporterOf(bound))
    const named = may.map((p) => places.find((q) => q.place === p.code)?.name ?? p.code).slice(0, 12).join('、') || '-'
    throw new ProblemError([problemData('server/report-not-yours', { zhActor: actor.name.zh, enActor: actor.name.en, zhBody: body.zh, enBody: body.en, place, may: named })])
  }
}

const reporterOf = (bound: BoundObligation): string => (bound.proof.kind === 'reported' ? bound.proof.by : '')

/** Every fault of a report at once. The day is compared with the server's own date. */
function faultsOf({ state, value, on, evidence }: Input, unit: string | undefined): ProblemData[] {
  const fault = (zhWhy: string, enWhy: string) => problemData('server/report-incomplete', { zhWhy, enWhy })
  return [
    ...(on > new Date().toISOString().slice(0, 10) ? [fault(`日期 ${on} 还没有到`, `the day ${on} is still to come`)] : []),
    ...(value !== null && unit === undefined ? [fault('这项责任事项没有数，不能填数', 'this obligation has no figure, so none can be given')] : []),
    ...(state === 'done' && value === null && unit !== undefined ? [fault(`报“已完成”要填数（${unit}）`, `"done" needs the figure (${unit})`)] : []),
    ...(state === 'done' && evidence === null ? [fault('报“已完成”要写凭据', '"done" needs the evidence')] : []),
  ]
}
