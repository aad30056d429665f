/** Puts places and what they were declared to be into the register. A place that is there keeps its dates unless new ones are given. */
import type { Register } from '../session/register.ts'
import type { Session } from '../session/session.ts'
import { withAction } from '../session/with-action.ts'

export interface PlaceRow {
  /** Significant division code. */
  readonly place: string
  readonly name: string
  readonly level: 'province' | 'city' | 'county' | 'township' | 'village'
  readonly parent?: string
  readonly validFrom?: string
  /** First day on which the place no longer was. */
  readonly validTo?: string
  readonly successor?: string
}

export interface DesignationRow {
  readonly place: string
  readonly kind: string
  readonly validFrom?: string
  readonly validTo?: string
  readonly source: string
}

type Request = { readonly authority: string; readonly requestId: string }

/** Adds places, and closes those whose end or successor is given. Returns how many rows were written. */
export function loadPlaces(register: Register, session: Session, places: readonly PlaceRow[], request: Request): Promise<number> {
  return withAction(register, session, { kind: 'load-places', ...request, payload: { places: places.length } }, async (tx) => {
    const { rowCount } = await tx.query(`
      insert into register.place as p (place, name, level, parent, valid_from, valid_to, successor, action_id)
      select x.place, x.name, x.level, x.parent, x."validFrom", x."validTo", x.successor, $2
      from jsonb_to_recordset($1::jsonb) as x(place text, name text, level text, parent text, "validFrom" date, "validTo" date, successor text)
      on conflict (place) do update set valid_to = excluded.valid_to, successor = excluded.successor, action_id = excluded.action_id
        where excluded.valid_to is not null and (p.valid_to, p.successor) is distinct from (excluded.valid_to, excluded.successor)`, [JSON.stringify(places), tx.actionId])
    return rowCount ?? 0
  })
}

/** Adds designations; the same one again adds nothing. Returns how many are new. */
export function loadDesignations(register: Register, session: Session, designations: readonly DesignationRow[], request: Request): Promise<number> {
  return withAction(register, session, { kind: 'load-places', ...request, payload: { designations: designations.length } }, async (tx) => {
    const { rowCount } = await tx.query(`
      insert into register.designation (place, kind, valid_from, valid_to, source, action_id)
      select x.place, x.kind, x."validFrom", x."validTo", x.source, $2
      from jsonb_to_recordset($1::jsonb) as x(place text, kind text, "validFrom" date, "validTo" date, source text) on conflict do nothing`, [JSON.stringify(designations), tx.actionId])
    return rowCount ?? 0
  })
}
