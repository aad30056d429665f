/** Every handler of the contract, from the rooms that serve it. */
import type { House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { planHandlers } from './plan.ts'
import { registerHandlers } from './register.ts'
import { sessionHandlers } from './session.ts'
import { surroundingHandlers } from './surroundings.ts'
import { todayHandlers } from './today.ts'
import { workListHandlers } from './work-lists.ts'

export function allHandlers(house: House): Handlers {
  return {
    ...sessionHandlers(house), ...surroundingHandlers(house), ...todayHandlers(house), ...planHandlers(house), ...registerHandlers(house), ...workListHandlers(house),
  } as Handlers
}
