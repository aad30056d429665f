/**
 * Whose word counts for which fact. The whole policy is here; `fold-sql.ts` carries it out.
 *
 * 1. Statements of the same source: the newest list that says anything of the field counts (by date of the list, then by order of
 *    recording), also when it says that the field is blank. Two rows of one list that differ are a conflict.
 * 2. Between sources a known value beats an unknown one; then the higher authority for that field; then the later date.
 * 3. Equal authority and equal date but different values: the fact is unknown, reason `conflict`. Nobody guesses.
 *
 * | source                          | own fields                                | other fields |
 * |---------------------------------|-------------------------------------------|--------------|
 * | answers (a named person checked)| all: 2                                    |              |
 * | department list                 | those of `ownFields`: 2                   | 0            |
 * | national export                 |                                           | all: 1       |
 */
import type { LayoutKey } from '../mapped-table.ts'

/** Who speaks: both national exports are one source, each department's kind of list is one, answers are one. */
export type SourceKey = 'national' | 'answers' | Exclude<LayoutKey, 'national-persons' | 'national-households'>

export function sourceOf(layout: LayoutKey | 'answers'): SourceKey {
  return layout === 'national-persons' || layout === 'national-households' ? 'national' : layout
}

/** Fields for which a department's list has the first word. Places and facilities are known from such lists alone. */
export const ownFields: Readonly<Partial<Record<SourceKey, readonly string[]>>> = {
  dibao: ['on_dibao', 'on_tekun'],
  disability: ['disability_certificate', 'disability_category', 'disability_grade'],
  school: ['enrolled', 'school_name', 'schooling'],
  house: ['house_grade', 'unsafe_house'],
  clinic: ['kind', 'facility_name', 'meets_standard', 'run_by_government', 'floor_area', 'built_on', 'in_key_county'],
  villages: ['poor_village', 'key_county', 'deep_poverty', 'exited', 'household_total', 'person_total', 'collective_income', 'hard_road', 'bus', 'plaza_meets_standard', 'clinic_count'],
}

export type Authority = 0 | 1 | 2

export function authorityOf(source: SourceKey, field: string): Authority {
  if (source === 'answers' || ownFields[source]?.includes(field)) return 2
  return source === 'national' ? 1 : 0
}

/** Sources whose word on a field counts more than that of the given one. */
export function sourcesAbove(source: SourceKey, field: string): readonly SourceKey[] {
  const all: readonly SourceKey[] = ['answers', 'national', ...(Object.keys(ownFields) as SourceKey[])]
  return all.filter((other) => authorityOf(other, field) > authorityOf(source, field))
}

/** SQL expression of a field's authority, one digit as text, from a column that holds the source. */
export function authoritySql(sourceColumn: string, field: string): string {
  const first = (Object.keys(ownFields) as SourceKey[]).filter((source) => ownFields[source]!.includes(field))
  const second = ['answers', ...first].map((source) => `'${source}'`).join(', ')
  return `case when ${sourceColumn} in (${second}) then '2' when ${sourceColumn} = 'national' then '1' else '0' end`
}

/**
 * What a complete list says of those whom it does not name: an absence is a statement of that list.
 * Only where the list's presence itself is the fact.
 */
export const absenceStates: Readonly<Partial<Record<SourceKey, Readonly<Record<string, 'false'>>>>> = {
  dibao: { on_dibao: 'false' },
  disability: { disability_certificate: 'false' },
  school: { enrolled: 'false' },
}

/**
 * When an absence is only a doubt: the register itself says otherwise, and a pupil may be on the list of another place.
 * SQL condition on `p` (person_current); then the fact is unknown, reason `conflict`, and nobody is owed or suspected by it.
 */
export const absenceDoubts: Readonly<Partial<Record<SourceKey, string>>> = {
  school: `p.schooling is not null and p.schooling <> '01'`,
}
