/** Everything the snapshot says of one subject and its surroundings: rows for the rule, and where each fact comes from. */
import { entities, keyColumn, parseDecimal, problem, type EntityKey, type FieldType, type PlainDate } from '@bangfu/kernel'
import type { FeelRecord, FeelValue, RuleContext } from '@bangfu/feel'
import { resolveParameters, type Pack, type ResolvedParameter } from '@bangfu/plan'
import type { Database, SqlRow, SqlValue } from '@bangfu/stages'
import { missingMembersReason, unlistedMember } from '../run/household-members.ts'
import { entityTables } from '../run/open-snapshot.ts'
import { parameterPlaceDigits } from '../run/parameter-table.ts'

/** One row of an entity table: its id, its facts as the rule language reads them, and its provenance. */
export interface EntityRow {
  readonly entity: EntityKey
  readonly id: string
  readonly place: string | undefined
  readonly name: string | undefined
  readonly facts: FeelRecord
  readonly sourceList: string | undefined
  readonly sourceFields: Readonly<Record<string, string>>
  readonly unknownReasons: Readonly<Record<string, string>>
}

export interface SubjectFacts {
  readonly unit: EntityKey
  readonly self: EntityRow
  readonly householdId: string | undefined
  readonly household: EntityRow | undefined
  readonly village: EntityRow | undefined
  /** Undefined: nobody is recorded in the household, or it has none. */
  readonly members: readonly EntityRow[] | undefined
  readonly parameters: Readonly<Record<string, ResolvedParameter>>
  readonly context: RuleContext
}

function feelValue(type: FieldType, value: SqlValue): FeelValue {
  if (value === null) return undefined
  switch (type.kind) {
    case 'number': return parseDecimal(String(value))
    case 'codes': return value as readonly string[]
    case 'boolean': return value as boolean
    default: return String(value)
  }
}

const text = (value: SqlValue | undefined): string | undefined => (value === null || value === undefined ? undefined : String(value))
const json = (value: SqlValue | undefined): Record<string, string> => (value ? (JSON.parse(String(value)) as Record<string, string>) : {})
const nameColumns: Readonly<Record<EntityKey, string>> = { person: 'name', household: 'head_name', village: 'village_name', facility: 'facility_name' }

function entityRow(entity: EntityKey, row: SqlRow): EntityRow {
  const facts = Object.fromEntries(entities[entity].fields.map((field): [string, FeelValue] => [field.key, feelValue(field.type, row[field.key] ?? null)]))
  return {
    entity, id: String(row[keyColumn(entity)]), place: text(row['place']), name: text(row[nameColumns[entity]]), facts,
    sourceList: text(row['source_list']), sourceFields: json(row['source_fields']), unknownReasons: json(row['unknown_reasons']),
  }
}

async function rowsWhere(database: Database, entity: EntityKey, column: string, value: string): Promise<readonly EntityRow[]> {
  const rows = await database.all(`SELECT * FROM ${entityTables[entity]} WHERE ${column} = $value ORDER BY ${keyColumn(entity)}`, { stage: `facts of ${entity}`, parameters: { value } })
  return rows.map((row) => entityRow(entity, row))
}

/** The subject with what surrounds it. Throws `measures/unknown-subject` when the snapshot has no such subject. */
export async function readSubjectFacts(database: Database, pack: Pack, unit: EntityKey, subjectId: string, asOf: PlainDate): Promise<SubjectFacts> {
  const [row] = await database.all(`SELECT * FROM ${entityTables[unit]} WHERE ${keyColumn(unit)} = $value`, { stage: 'subject', parameters: { value: subjectId } })
  if (!row) throw problem('measures/unknown-subject', { subject: subjectId, unit: `${entities[unit].zh}/${entities[unit].en}` })
  const self = entityRow(unit, row)
  const householdId = unit === 'household' ? subjectId : text(row['household_id'])
  const household = unit === 'household' ? self : unit === 'person' && householdId !== undefined ? (await rowsWhere(database, 'household', 'household_id', householdId))[0] : undefined
  const people = household ? await rowsWhere(database, 'person', 'household_id', household.id) : []
  const village = unit === 'village' ? self : self.place === undefined ? undefined : (await rowsWhere(database, 'village', 'place', self.place.slice(0, 12)))[0]
  const parameters = self.place === undefined ? unplacedParameters(pack) : resolveParameters(pack, self.place.slice(0, parameterPlaceDigits(pack)), asOf)
  const members = people.length > 0 ? [...people, ...unlistedMembers(household!, people.length)] : undefined
  const context: RuleContext = {
    self: self.facts, parameters: Object.fromEntries(Object.entries(parameters).map(([id, p]) => [id, p.value])), today: asOf,
    ...(household ? { household: household.facts } : {}), ...(village ? { village: village.facts } : {}), ...(members ? { members: members.map((m) => m.facts) } : {}),
  }
  return { unit, self, householdId, household, village, members, parameters, context }
}

/** For each member that the household states and nobody is recorded for, one of whom nothing is known; as the run's table has them. */
function unlistedMembers(household: EntityRow, held: number): readonly EntityRow[] {
  const count = household.facts['member_count'] as { coefficient: bigint; scale: number } | undefined
  const stated = count === undefined ? held : Number(count.coefficient / 10n ** BigInt(count.scale))
  const reason = missingMembersReason(held, stated)
  const unknownReasons = Object.fromEntries(entities.person.fields.map((field) => [field.key, reason]))
  return Array.from({ length: Math.max(0, stated - held) }, (_, i): EntityRow => ({
    entity: 'person', id: `${unlistedMember}${household.id}/${i}`, place: undefined, name: undefined, facts: {}, sourceList: undefined, sourceFields: {}, unknownReasons,
  }))
}

/** Where no place is known, no place's parameters hold: the same as the run's join, which finds none. */
function unplacedParameters(pack: Pack): Readonly<Record<string, ResolvedParameter>> {
  return Object.fromEntries(pack.parameters.map((p) => [p.id, { id: p.id, value: undefined, reason: { zh: '所在地不明', en: 'the place is unknown' } }]))
}
