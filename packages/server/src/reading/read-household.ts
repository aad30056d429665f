/** One household's page (一户一档) out of the register: head, facts with sources, members, deliveries, timeline. Determinations come from the run's files. */
import { listRowWords, maskIdentity, problem } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'
import type { Bilingual, Household } from '../contract/index.ts'
import { factColumnsSql, factsOfRow, readOrigins, type FactRow } from './fact-rows.ts'
import { measureWords } from './pack-words.ts'
import { placeChain, placeOf, readPlaceNames } from './places.ts'
import { readTimeline } from './read-timeline.ts'
import type { ScopedQuery } from './scoped-query.ts'
import { findCodeWords } from './words.ts'

type HouseholdRow = FactRow & { readonly household_no: string | null; readonly head_name: string | null }
type MemberRow = FactRow & { readonly name: string | null; readonly relation: string | null; readonly id_number: string | null }

export type HouseholdPage = Omit<Household, 'entitlements' | 'run'>

async function readDeliveries(query: ScopedQuery, pack: Pack, subjects: ReadonlyMap<string, string | null>): Promise<Household['deliveries']> {
  const rows = await query<{ measure: string; subject_id: string; period: string; amount_fen: string | null; list_id: string; title: string; source: string; as_of: string; list_row: number; sheets: string[]; earlier: string | null }>(
    `select d.measure, d.subject_id::text as subject_id, d.period, d.amount_fen::text as amount_fen, l.list_id::text as list_id, l.title, l.source, l.as_of::text as as_of, d.list_row, l.sheets, e.title as earlier
     from register.delivery_in_force d join register.list l using (list_id)
     left join register.unmatched u on d.list_row < 0 and u.list_id = d.list_id and u.list_row = d.list_row and u.measure = d.measure left join register.list e on e.list_id = u.earlier_list
     where d.subject_id = any($1::uuid[]) order by d.period desc, d.measure`, [[...subjects.keys()]])
  return rows.map((row) => ({
    measure: measureWords(pack, row.measure), subjectName: subjects.get(row.subject_id) ?? null, period: row.period, amountFen: row.amount_fen,
    list: { id: row.list_id, title: row.title, source: row.source, asOf: row.as_of, where: whereWords(row) },
  }))
}

/** The row in words. Below zero no row of the list: somebody found out that the help of an earlier list goes on. */
function whereWords({ list_row, sheets, earlier }: { readonly list_row: number; readonly sheets: readonly string[]; readonly earlier: string | null }): Bilingual {
  if (list_row >= 0) return listRowWords(list_row, sheets)
  return { zh: `经核实，${earlier === null ? '先前的名单' : `先前的名单《${earlier}》`}上的帮扶仍在享受`, en: `found out: the help of ${earlier === null ? 'the earlier list' : `the earlier list "${earlier}"`} goes on` }
}

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

/** Throws `server/not-found` for a household that is not in the scope, exactly as for one that does not exist. */
export async function readHousehold(query: ScopedQuery, pack: Pack, id: string): Promise<HouseholdPage> {
  const [head] = isId(id) ? await query<HouseholdRow>(`select ${factColumnsSql('household', 'h')}, h.household_no, h.head_name from register.household_current h where h.household_id = $1`, [id]) : []
  if (!head) throw problem('server/not-found', { zhWhat: '户', enWhat: 'household' })
  const members = await query<MemberRow>(
    `select ${factColumnsSql('person', 'p')}, s.id_number from register.person_current p left join register.person_search s using (person_id) where p.household_id = $1 order by p.relation nulls last, p.birth_date, p.person_id`, [id])
  const origins = await readOrigins(query, [head, ...members])
  const chain = placeChain(head.place)
  const names = await readPlaceNames(query, chain)
  const subjects = new Map<string, string | null>([[id, head.head_name], ...members.map((m): [string, string | null] => [m.id, m.name])])
  return {
    id, householdNo: head.household_no, headName: head.head_name, place: placeOf(head.place, names), path: chain.map((code) => placeOf(code, names)),
    facts: factsOfRow('household', head, origins),
    members: members.map((m) => ({ id: m.id, name: m.name, idMasked: m.id_number === null ? null : maskIdentity(m.id_number), relation: findCodeWords('relation', m.relation), facts: factsOfRow('person', m, origins) })),
    deliveries: await readDeliveries(query, pack, subjects),
    timeline: await readTimeline(query, [...subjects.keys()]),
  }
}
