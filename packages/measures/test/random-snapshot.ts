/** A seeded snapshot in which any fact may be unknown, for comparing back ends. Its people make no sense; its values reach every branch. */
import { ageInYears, codeLists, dateOfDayNumber, dayNumber, entities, parsePlainDate, type EntityKey } from '@bangfu/kernel'
import type { SqlParameter } from '@bangfu/stages'
import type { SnapshotRows } from './snapshot-builder.ts'

/** Mulberry32: a small generator whose sequence depends on the seed alone. */
function generator(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 2 ** 32
  }
}

export function randomSnapshot(seed: number, households: number, measures: readonly { readonly id: string; readonly unit: EntityKey }[], asOf = '2018-06-30'): SnapshotRows {
  const next = generator(seed)
  const below = (n: number): number => Math.floor(next() * n)
  const today = parsePlainDate(asOf)
  const facts = (entity: EntityKey): Record<string, SqlParameter> => {
    const row: Record<string, SqlParameter> = {}
    for (const field of entities[entity].fields) {
      if (next() < 0.12) continue
      switch (field.type.kind) {
        case 'boolean': row[field.key] = next() < 0.6; break
        case 'text': row[field.key] = `${field.zh}${below(9)}`; break
        case 'date': row[field.key] = dateOfDayNumber(dayNumber(today) - below(9000)); break
        case 'number': row[field.key] = String(below(entity === 'person' ? 60 : 6000)); break
        // The first codes are the common ones: they come half of the time, so that rules hold often enough.
        case 'code': { const { items } = codeLists[field.type.list]; row[field.key] = items[next() < 0.5 ? 0 : below(items.length)]!.code; break }
        case 'codes': { const { items } = codeLists[field.type.list]; row[field.key] = [...new Set([items[below(items.length)]!.code, items[below(items.length)]!.code])]; break }
      }
    }
    if (entity === 'person') row['age'] = typeof row['birth_date'] === 'string' ? String(ageInYears(parsePlainDate(row['birth_date']), today)) : null
    return row
  }
  const villages = ['211382101001', '211382101002', '211382102001', '211324101001', '211402103002']
  const homes = Array.from({ length: households }, (_, i) => ({ id: `h${String(i).padStart(4, '0')}`, place: villages[below(villages.length)]!, size: below(5) }))
  const people = homes.flatMap((home) => Array.from({ length: home.size }, (_, k) => ({ ...facts('person'), person_id: `${home.id}-${k}`, household_id: home.id, place: home.place })))
  // One person lives in a household that the snapshot lacks.
  people.push({ ...facts('person'), person_id: 'lost', household_id: 'nowhere', place: villages[0]! })
  const subjects: Record<EntityKey, readonly string[]> = {
    person: people.map((p) => p.person_id), household: homes.map((h) => h.id), village: villages.map((_, i) => `v${i}`), facility: Array.from({ length: 8 }, (_, i) => `f${i}`),
  }
  const given = measures.flatMap((m) => subjects[m.unit].filter(() => next() < 0.3).map((subject_id) => ({ delivery_id: `${m.id}:${subject_id}`, measure: m.id, subject_id, period: '2018', amount_fen: String(below(9000)), list_id: 'L', list_row: String(below(900)) })))
  return {
    persons: people,
    // The stated size is unknown, short of the persons recorded, equal, or beyond them.
    households: homes.map((home) => ({ ...facts('household'), member_count: next() < 0.3 ? null : String(Math.max(0, home.size + below(4) - 1)), household_id: home.id, place: home.place })),
    villages: villages.slice(0, 4).map((place, i) => ({ ...facts('village'), village_id: `v${i}`, place })),
    facilities: subjects.facility.map((facility_id, i) => ({ ...facts('facility'), facility_id, place: villages[i % villages.length]!.slice(0, 9) })),
    lists: [{ list_id: 'L', kind: 'x', title: '名单', source: '某局', as_of: asOf }],
    deliveries: given,
    coverage: measures.flatMap((m) => ['211382', '211402'].map((place) => ({ measure: m.id, place, period: '2018', list_id: 'L' }))),
    unmatched: measures.filter((m) => m.unit === 'person').flatMap((m, i) => people.filter(() => next() < 0.05).map((p) => ({ list_id: 'L', list_row: String(1000 + i), measure: m.id, period: '2018', place: p.place, candidate_id: p.person_id, reason: '相近' }))),
  }
}
