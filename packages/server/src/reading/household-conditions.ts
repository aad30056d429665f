/**
 * What the figures of 本县今天 count, as SQL over one row a household. The list behind a figure uses the same words, so the two
 * cannot differ. Every condition is three-valued: true, false, or NULL = it cannot be told.
 */

export const unsolvedItems = ['schooling', 'medical', 'housing', 'water'] as const
export type UnsolvedItem = (typeof unsolvedItems)[number]

/** 未脱贫, 预脱贫 and 返贫 are still poor; 预脱贫 leaves only when the county has decided. */
const poor = `(h.poverty_status in ('0', '2', '3'))`

export const householdConditions = {
  poor,
  exited: `(h.poverty_status = '1')`,
  /** A certified grade decides; without one the household's own flag does. */
  housing: `coalesce(h.house_grade in ('C', 'D'), h.unsafe_house)`,
  /** Safe water decides; "hard to get" alone proves it unsolved, "not hard" alone proves nothing. */
  water: `coalesce(not h.water_safe, nullif(h.water_hard, false))`,
  schooling: `m.schooling`,
  medical: `m.medical`,
} as const

/** `$1` is the day. Children of 7 to 15 whole years must be at school (义务教育); the dead are not asked. */
const membersSql = `
  select household_id, count(*)::int as members,
    case when bool_or(out_of_school) then true when bool_or(out_of_school is null) then null else false end as schooling,
    case when bool_or(not medical_insurance) then true when bool_or(medical_insurance is null) then null else false end as medical
  from (
    select household_id, medical_insurance,
      (birth_date <= $1::date - interval '7 years' and birth_date > $1::date - interval '16 years') and not coalesce(enrolled, schooling <> '01') as out_of_school
    from register.person_current where life_status is distinct from '2' and household_id is not null
  ) p group by household_id`

/** Households `h` with what their members decide, `m`. The first value of the statement must be the day. */
export const householdsFromSql = `register.household_current h left join (${membersSql}) m on m.household_id = h.household_id`

/** Township of a row, or NULL when its place is not known that far. */
export const townshipSql = (alias: string): string => `case when length(${alias}.place) >= 9 then left(${alias}.place, 9) end`
