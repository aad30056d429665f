/** Picking an actor. Until there is sign-in everybody at this machine may pick any seeded role. */
import { problem } from '@bangfu/kernel'
import { listActors, mayAct, systemSession, inScope, type Actor as RegisterActor, type ActionKind, type Role } from '@bangfu/register'
import type { Actor, Bilingual, Capability } from '../contract/index.ts'
import { queryOf, type House } from '../house/house.ts'
import type { HandlerContext, Handlers } from '../http/handler.ts'
import { placeOf, readPlaceNames, type PlaceNames } from '../reading/places.ts'

const roleNames: Readonly<Record<Role, Bilingual>> = {
  system: { zh: '系统', en: 'system' }, 'county-office': { zh: '县扶贫办', en: 'county office' }, 'township-office': { zh: '乡镇扶贫站', en: 'township office' },
  'village-team': { zh: '驻村工作队', en: 'village team' }, department: { zh: '行业部门', en: 'department' }, auditor: { zh: '审计（只读）', en: 'auditor (read only)' },
}

const capabilityActions: Readonly<Record<Capability, ActionKind>> = { import: 'import-list', run: 'publish-run', answer: 'record-results', reveal: 'reveal', attach: 'publish-run', review: 'review-plan', report: 'report-obligation' }

function actorOf(actor: RegisterActor, names: PlaceNames): Actor {
  return {
    id: actor.actorId, name: { zh: actor.nameZh, en: actor.nameEn }, role: actor.role, roleName: roleNames[actor.role],
    place: placeOf(actor.places[0] ?? '0', names), organisation: null,
    capabilities: (Object.keys(capabilityActions) as Capability[]).filter((capability) => mayAct(actor.role, capabilityActions[capability])),
  }
}

export async function readActors(house: House): Promise<Actor[]> {
  const actors = await listActors(house.register)
  const names = await inScope(house.register, systemSession, (tx) => readPlaceNames(queryOf(tx), actors.map((a) => a.places[0] ?? null)))
  return actors.map((actor) => actorOf(actor, names))
}

export function sessionHandlers(house: House): Pick<Handlers, 'getSession' | 'chooseActor'> {
  return {
    getSession: async (_input, context) => {
      const actors = await readActors(house)
      return { actors, current: actors.find((a) => a.id === context.chosen) ?? null, language: context.language }
    },
    chooseActor: async ({ body }, context: HandlerContext) => {
      const actors = await readActors(house)
      const current = actors.find((a) => a.id === body.actor)
      if (!current) throw problem('server/not-found', { zhWhat: '角色', enWhat: 'actor' })
      const language = body.language ?? context.language
      context.remember({ actor: current.id, language })
      return { actors, current, language }
    },
  }
}
