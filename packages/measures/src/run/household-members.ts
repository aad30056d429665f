/**
 * Who belongs to a household, as rules see it: the persons recorded in it and, where the household says that it has more, one member
 * of whom nothing is known for each that is missing. So a rule over a list that is known in part is answered only where the missing
 * could not change the answer. More persons than stated are no gap: the list is taken as it is. Without a stated size it is too.
 */
import type { Stage } from '@bangfu/stages'

/** Begins the id of a member that no person is recorded for. */
export const unlistedMember = 'unlisted/'

/** Reason of an unknown fact that is unknown because the list of members is: `members 2/3`, two of three recorded. */
const missingReason = /^members (\d+)\/(\d+)$/

export function missingMembersReason(held: number, stated: number): string {
  return `members ${held}/${stated}`
}

/** The reason in words; undefined when it is another one. */
export function findMissingMembersWords(reason: string): { readonly zh: string; readonly en: string } | undefined {
  const [, held, stated] = missingReason.exec(reason) ?? []
  return held === undefined ? undefined : { zh: `登记家庭人口 ${stated} 人，库内有 ${held} 人`, en: `${held} of ${stated} members recorded` }
}

/** The same in SQL, of a column with a reason; NULL when it is another one. */
export function missingMembersWordsSql(column: string, language: 'zh' | 'en'): string {
  const [held, stated] = [1, 2].map((group) => `regexp_extract(${column}, '^members (\\d+)/(\\d+)$', ${group})`)
  const words = language === 'zh' ? `'登记家庭人口 ' || ${stated} || ' 人，库内有 ' || ${held} || ' 人'` : `${held} || ' of ' || ${stated} || ' members recorded'`
  return `CASE WHEN starts_with(${column}, 'members ') THEN ${words} END`
}

/** Tables `half_known_households` (fewer persons held than stated) and `household_members`, over the tables of a snapshot. */
export const memberStages: readonly Stage[] = [
  {
    name: 'half_known_households',
    sql: `SELECT h.household_id, CAST(coalesce(p.held, 0) AS INTEGER) AS held, CAST(h.member_count AS INTEGER) AS stated
FROM households h LEFT JOIN (SELECT household_id, count(*) AS held FROM persons GROUP BY 1) p ON p.household_id = h.household_id
WHERE h.member_count > coalesce(p.held, 0)`,
  },
  {
    // A household of which nobody is held has an unknown list as a whole; the rule language knows that of itself.
    name: 'household_members', keep: 'view',
    sql: `SELECT * FROM persons UNION ALL BY NAME
SELECT household_id, '${unlistedMember}' || household_id || '/' || unnest(range(CAST(stated - held AS BIGINT))) AS person_id FROM half_known_households WHERE held > 0`,
  },
]
