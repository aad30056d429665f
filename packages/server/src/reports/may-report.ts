/** For which places an actor may report on an obligation: the body's own, or the own area's part where the body sits higher. */
import { placeLevel, type DivisionCode, type PlaceLevel } from '@bangfu/kernel'
import { expandClass, type Pack } from '@bangfu/plan'
import type { Actor } from '../contract/index.ts'
import { predecessorsOf, type RegisterPlace } from '../plan/body.ts'

export interface ReportPlace { readonly code: string; readonly part: boolean }

const levels: readonly string[] = ['national', 'province', 'city', 'county', 'township', 'village']
const depth = (level: string): number => levels.indexOf(level)
/** '0' is the scope without bounds. */
const holds = (scope: string, place: string): boolean => scope === '0' || place.startsWith(scope)

/** Where an organisation sits: the place of its level that the pack's area lies in or is; undefined where the area holds several. */
function seatOf(area: string, level: string): string | undefined {
  const length: Readonly<Record<string, number>> = { province: 2, city: 4, county: 6, township: 9, village: 12 }
  return level === 'national' ? '0' : area.length >= length[level]! ? area.slice(0, length[level]!) : undefined
}

/** Offices that have counterparts of a higher body: they report the part of their own area. */
const hasCounterparts: readonly PlaceLevel[] = ['city', 'county']

function ofOrganisation(pack: Pack, level: string, actor: Actor): ReportPlace[] {
  const own = actor.place.code
  const seat = seatOf(pack.pack.place, level)
  if (seat !== undefined && holds(own, seat)) return [{ code: seat, part: false }]
  if (own === '0' || !own.startsWith(pack.pack.place)) return []
  const at = placeLevel(own as DivisionCode)
  // A bureau of each county in a plan of the province is that of the actor's own county.
  if (seat === undefined) return at === level ? [{ code: own, part: false }] : []
  return depth(at) > depth(level) && hasCounterparts.includes(at) ? [{ code: own, part: true }] : []
}

/** Empty: the actor may not report on it. `by` is the body that the obligation names as its reporter. */
export function reportPlaces(pack: Pack, by: string, actor: Actor, places: readonly RegisterPlace[]): ReportPlace[] {
  if (!actor.capabilities.includes('report')) return []
  // A desk of one body reports for that body and for those it took over.
  if (actor.organisation !== null && actor.organisation !== by && !predecessorsOf(pack, actor.organisation).some((p) => p.id === by)) return []
  const organisation = pack.organisations.organisations.find((o) => o.id === by)
  if (organisation) return ofOrganisation(pack, organisation.level, actor)
  const inside = places.filter((p) => holds(actor.place.code, p.place)).map(({ place, name }) => ({ code: place as DivisionCode, name }))
  return [...new Set(expandClass(pack, by, inside).map((body) => body.place))].map((code) => ({ code, part: false }))
}
