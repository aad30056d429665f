/** Reports on obligations: what stands, a new one, taking one back. */
import type { House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { ReportRoom } from '../reports/report-room.ts'

export function obligationReportHandlers(house: House): Pick<Handlers, 'getObligationReports' | 'reportObligation' | 'undoObligationReport'> {
  const room = new ReportRoom(house)
  return {
    getObligationReports: ({ params }, { actor }) => room.show(actor, params.id),
    reportObligation: ({ body }, { actor }) => room.report(actor, body),
    undoObligationReport: ({ body }, { actor }) => room.undo(actor, body),
  }
}
