/** A body of the plan: name history, what it became and came from, and the bodies a class stands for in the register's places. */
import { placeLevel, problem, type DivisionCode } from '@bangfu/kernel'
import { expandClass, type Pack } from '@bangfu/plan'
import type { Bilingual, Body, Place } from '../contract/index.ts'
import { bodyWords } from '../reading/pack-words.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'
import { firstNameOn } from './body-name.ts'
import { lowestClauses, marksOf } from './duty-marks.ts'

export interface RegisterPlace { readonly place: string; readonly name: string }

/** Places down to the township, in the order of their codes: villages are no bodies of the plan. */
export function readBodyPlaces(query: ScopedQuery): Promise<RegisterPlace[]> {
  return query<RegisterPlace>(`select place, name from register.place where length(place) <= 9 and valid_to is null order by place`)
}

type Organisation = Pack['organisations']['organisations'][number]

const findOrganisation = (pack: Pack, id: string): Organisation | undefined => pack.organisations.organisations.find((o) => o.id === id)

/** Ids whose duties this body carries on, with the day, nearest first. A body that merged several has several. */
export function predecessorsOf(pack: Pack, id: string): { readonly id: string; readonly on: string; readonly source: string }[] {
  const direct = pack.organisations.organisations.flatMap((o) => o.successors.filter((s) => s.id === id).map((s) => ({ id: o.id, on: s.on, source: s.source })))
  return direct.flatMap((d) => [d, ...(d.id === id ? [] : predecessorsOf(pack, d.id))])
}

function membersOf(pack: Pack, id: string, places: readonly RegisterPlace[]): Body['members'] {
  const bodies = expandClass(pack, id, places.map(({ place, name }) => ({ code: place as DivisionCode, name })))
  const byPlace = new Map<string, Bilingual[]>()
  for (const { place, zh, en } of bodies) byPlace.set(place, [...(byPlace.get(place) ?? []), { zh, en }])
  return [...byPlace].map(([code, names]) => ({ place: placeNamed(code, places), names }))
}

export function placeNamed(code: string, places: readonly RegisterPlace[]): Place {
  return { code, name: places.find((p) => p.place === code)?.name ?? code, level: placeLevel(code as DivisionCode) }
}

/** Throws `server/not-found` for an id that is neither an organisation nor a class of the pack. */
export function bodyOf(pack: Pack, id: string, places: readonly RegisterPlace[]): Body {
  const organisation = findOrganisation(pack, id)
  const bodyClass = pack.organisations.classes.find((c) => c.id === id)
  if (!organisation && !bodyClass) throw problem('server/not-found', { zhWhat: '机构', enWhat: 'body' })
  const lowest = new Set(lowestClauses(pack).map((c) => c.id))
  const dutiesOf = (body: string): Set<string> => new Set(marksOf(pack, body).map((m) => m.clause).filter((c) => lowest.has(c)))
  const predecessors = predecessorsOf(pack, id)
  const named = (other: { id: string; on: string; source: string }) => ({ ...other, name: bodyWords(pack, other.id) })
  return {
    id, kind: organisation ? 'organisation' : 'class', levels: organisation ? [organisation.level] : [...bodyClass!.levels],
    name: organisation ? firstNameOn(organisation.names, pack.pack.document.issued) : { zh: bodyClass!.zh, en: bodyClass!.en },
    names: (organisation?.names ?? []).map((n) => ({ name: { zh: n.zh, en: n.en }, from: n.from ?? null, until: n.until ?? null, also: n.also })),
    successors: (organisation?.successors ?? []).map(named), predecessors: predecessors.map(named),
    members: bodyClass ? membersOf(pack, id, places) : [],
    duties: dutiesOf(id).size, takenOver: new Set(predecessors.flatMap((p) => [...dutiesOf(p.id)])).size,
    measures: pack.measures.filter((m) => m.deliveredBy === id).length,
  }
}

/** Every body of the pack: organisations in the pack's order, then classes. */
export function bodiesOf(pack: Pack, places: readonly RegisterPlace[]): Body[] {
  const { organisations, classes } = pack.organisations
  return [...organisations, ...classes].map(({ id }) => bodyOf(pack, id, places))
}
