/** Every handler of the contract, from the rooms that serve it. */
import type { House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { auditHandlers } from './audit.ts'
import { compareHandlers } from './compare.ts'
import { draftHandlers } from './drafts.ts'
import { householdHandlers } from './household.ts'
import { importHandlers } from './imports.ts'
import { indicatorRowHandlers } from './indicator-rows.ts'
import { obligationReportHandlers } from './obligation-reports.ts'
import { planHandlers } from './plan.ts'
import { planTableHandlers } from './plan-tables.ts'
import { registerHandlers } from './register.ts'
import { runHandlers } from './runs.ts'
import { sessionHandlers } from './session.ts'
import { surroundingHandlers } from './surroundings.ts'
import { todayHandlers } from './today.ts'
import { whyHandlers } from './why.ts'
import { workListHandlers } from './work-lists.ts'
import { workResultHandlers } from './work-results.ts'

export function allHandlers(house: House): Handlers {
  return {
    ...sessionHandlers(house), ...surroundingHandlers(house), ...todayHandlers(house), ...planHandlers(house), ...planTableHandlers(house), ...indicatorRowHandlers(house), ...registerHandlers(house), ...workListHandlers(house),
    ...householdHandlers(house), ...importHandlers(house), ...runHandlers(house), ...whyHandlers(house), ...workResultHandlers(house), ...draftHandlers(house), ...compareHandlers(house), ...auditHandlers(house), ...obligationReportHandlers(house),
  }
}
