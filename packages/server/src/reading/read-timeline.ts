/** What happened to a household: lists that spoke of it, results that came back, looks behind the mask. Newest first. */
import type { Household } from '../contract/index.ts'
import type { ScopedQuery } from './scoped-query.ts'

interface TimelineRow {
  readonly at: string
  readonly kind: string
  readonly zh: string
  readonly en: string
  readonly actor: string
  readonly source: string | null
}

const entriesShown = 100

/** `subjects`: the household and its members. */
export async function readTimeline(query: ScopedQuery, subjects: readonly string[]): Promise<Household['timeline']> {
  const rows = await query<TimelineRow>(`
    with spoke as (
      select action_id, list_id, min(source) as source from (
        select action_id, list_id, source from register.person_statement where person_id = any($1::uuid[])
        union all select action_id, list_id, source from register.household_statement where household_id = any($1::uuid[])
        union all select d.action_id, d.list_id, l.source from register.delivery d join register.list l using (list_id) where d.subject_id = any($1::uuid[])) s
      group by 1, 2)
    select a.at::text as at, 'import' as kind, '名单《' || l.title || '》' as zh, 'list "' || l.title || '"' as en, coalesce(r.name_zh, '') as actor, l.source
      from spoke s join register.action a using (action_id) join register.list l using (list_id) left join register.actor r on r.actor_id = a.actor_id
    union all
    select w.at::text, 'answer', '交回结果:' || w.result, 'result: ' || w.result, coalesce(r.name_zh, ''), null
      from register.work_result w left join register.actor r on r.actor_id = w.actor_id where split_part(w.item_key, ':', case when w.kind = 'verify' then 2 else 4 end) = any($1::text[])
    union all
    select a.at::text, 'reveal', '查看完整证件号:' || a.authority, 'identity unmasked: ' || a.authority, coalesce(r.name_zh, ''), null
      from register.action a left join register.actor r on r.actor_id = a.actor_id where a.kind = 'reveal' and a.payload ->> 'household' = any($1::text[])
    order by 1 desc limit ${entriesShown}`, [subjects])
  return rows.map(({ zh, en, ...row }) => ({ ...row, text: { zh, en } }))
}
