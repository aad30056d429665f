/** The first actors of a county, until there is sign-in: offices and desks, no citizens. Run again it adds nothing. */
import { placeAt, parseDivisionCode, uuidv7 } from '@bangfu/kernel'
import type { Register } from './register.ts'
import { systemSession, type Role } from './session.ts'
import { withAction } from './with-action.ts'

export interface SeedPlaces {
  readonly county: string
  readonly countyName?: string
  /** Township offices to seed, e.g. two of the county's. */
  readonly townships: readonly { readonly place: string; readonly name: string }[]
  /** Village of the village team. */
  readonly village: { readonly place: string; readonly name: string }
}

interface Seed { readonly role: Role; readonly zh: string; readonly en: string; readonly place: string }

function seedsOf(places: SeedPlaces): readonly Seed[] {
  const county = placeAt(parseDivisionCode(places.county), 'county') ?? parseDivisionCode(places.county)
  const name = places.countyName ?? county
  return [
    { role: 'county-office', zh: `${name}扶贫办`, en: `${name} poverty relief office`, place: county },
    ...places.townships.map((t): Seed => ({ role: 'township-office', zh: `${t.name}扶贫站`, en: `${t.name} township office`, place: t.place })),
    { role: 'village-team', zh: `${places.village.name}驻村工作队`, en: `${places.village.name} village team`, place: places.village.place },
    { role: 'department', zh: `${name}行业部门经办`, en: `${name} department desk`, place: county },
    { role: 'auditor', zh: `${name}审计（只读）`, en: `${name} auditor (read only)`, place: county },
  ]
}

/** Adds the actors that are missing; returns how many. */
export function seedActors(register: Register, places: SeedPlaces): Promise<number> {
  const request = { kind: 'seed-actors', authority: 'first start', requestId: `seed-actors:${uuidv7()}` } as const
  return withAction(register, systemSession, request, async (tx) => {
    let added = 0
    for (const seed of seedsOf(places)) {
      const { rows } = await tx.query<{ actor_id: string }>(
        `insert into register.actor (role, name_zh, name_en, place) values ($1, $2, $3, $4) on conflict (role, place, name_zh) do nothing returning actor_id`,
        [seed.role, seed.zh, seed.en, seed.place])
      if (!rows[0]) continue
      await tx.query('insert into register.actor_scope (actor_id, place) values ($1, $2)', [rows[0].actor_id, seed.place])
      added += 1
    }
    return added
  })
}
