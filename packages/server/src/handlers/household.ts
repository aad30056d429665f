/** 一户一档, and looking behind the mask, which is an action with its reason. */
import { problem } from '@bangfu/kernel'
import { withAction } from '@bangfu/register'
import { readInScope, sessionOf, type House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { readEntitlements } from '../reading/entitlements.ts'
import { readLatestRun, runFactsOf } from '../reading/latest-run.ts'
import { readHousehold } from '../reading/read-household.ts'

interface RevealedRow { readonly id: string; readonly id_number: string | null; readonly phone: string | null; readonly certificate: string | null }

export function householdHandlers(house: House): Pick<Handlers, 'getHousehold' | 'revealHousehold'> {
  return {
    getHousehold: async ({ params }, { actor }) => {
      const { page, facts } = await readInScope(house, actor, async (query, tx) => {
        const run = await readLatestRun(tx)
        return { page: await readHousehold(query, house.pack, params.id), facts: run && runFactsOf(run) }
      })
      const names = new Map<string, string | null>([[page.id, page.headName], ...page.members.map((m): [string, string | null] => [m.id, m.name])])
      return {
        ...page, entitlements: await readEntitlements(house.environment.dataFolder, facts, page.id, names, house.pack),
        run: facts ? { id: facts.id, asOf: facts.asOf, finishedAt: facts.finishedAt } : null,
      }
    },
    revealHousehold: async ({ params, body }, { actor, requestId }) => {
      // Not visible in the scope: the same answer as for a household that does not exist, and no action.
      await readInScope(house, actor, (query) => readHousehold(query, house.pack, params.id))
      const session = await sessionOf(house, actor)
      const request = { kind: 'reveal', authority: body.reason, requestId: `reveal:${requestId}`, payload: { household: params.id } } as const
      return withAction(house.register, session, request, async (tx) => {
        const { rows } = await tx.query<RevealedRow>(
          `select p.person_id::text as id, s.id_number, p.phone, (select value from register.external_number n where n.subject_id = p.person_id and n.kind = 'disability-certificate' limit 1) as certificate
           from register.person_current p left join register.person_search s using (person_id) where p.household_id = $1 order by p.relation nulls last, p.person_id`, [params.id])
        const { rows: [home] } = await tx.query<{ phone: string | null }>('select household_phone as phone from register.household_current where household_id = $1', [params.id])
        if (!home) throw problem('server/not-found', { zhWhat: '户', enWhat: 'household' })
        return { action: tx.actionId, phone: home.phone, persons: rows.map((row) => ({ id: row.id, idNumber: row.id_number, phone: row.phone, disabilityCertificate: row.certificate })) }
      })
    },
  }
}
