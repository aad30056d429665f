/** How a measure's rule addresses the snapshot in SQL: aliases of the unit and of what surrounds it, joined only where a rule reads them. */
import { keyColumn, type EntityKey } from '@bangfu/kernel'
import type { CompiledExpression, SqlBinding } from '@bangfu/feel'
import { entityTables } from './open-snapshot.ts'

const households = 'h'
const villages = 'v'
const membersTable = 'household_members'

/** Households join by their id, villages by the 12 digits of the place, parameters by as many digits as they need. */
export function ruleBinding(unit: EntityKey): SqlBinding {
  return {
    self: 's',
    household: unit === 'person' ? households : 's',
    village: unit === 'village' ? 's' : villages,
    members: { table: membersTable, key: 'household_id', householdKey: 'household_id' },
    parameters: 'p',
    today: 'CAST($today AS DATE)',
  }
}

/** Whether the rule goes over the members of a household, if only to count them, which reads no fact of theirs. */
export function readsMembers(unit: EntityKey, rule: CompiledExpression): boolean {
  return rule.toSql(ruleBinding(unit), 'x').sql.includes(`"${membersTable}"`)
}

/** FROM clause with the joins that the rules need; `s` is the unit. Every join matches at most one row. */
export function ruleFromSql(unit: EntityKey, rules: readonly CompiledExpression[], parameterDigits: number, table: string = entityTables[unit]): string {
  const paths = new Set(rules.flatMap((rule) => rule.facts.map((fact) => fact.path)))
  const joins = [`${table} s`]
  if (unit === 'person' && (paths.has('household') || rules.some((rule) => readsMembers(unit, rule)))) joins.push(`LEFT JOIN households ${households} ON ${households}.household_id = s.household_id`)
  if (unit !== 'village' && paths.has('village')) joins.push(`LEFT JOIN village_places ${villages} ON ${villages}.place = left(s.place, 12)`)
  if (rules.some((rule) => rule.parameters.length > 0)) joins.push(`LEFT JOIN parameter_values p ON p.place_key = left(s.place, ${parameterDigits})`)
  return joins.join('\n')
}

/** The household of a subject: its own column for persons and households, none for villages and facilities. */
export function householdIdSql(unit: EntityKey): string {
  return unit === 'person' || unit === 'household' ? 's.household_id' : 'CAST(NULL AS VARCHAR)'
}

export function subjectIdSql(unit: EntityKey): string {
  return `s.${keyColumn(unit)}`
}
