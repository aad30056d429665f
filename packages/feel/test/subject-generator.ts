/** Random subjects: people in households in villages, with every field of the vocabulary, about a quarter of the facts unknown. */
import { codeLists, dateOfDayNumber, decimal, dayNumber, entities, parsePlainDate, type EntityKey, type FieldType } from '@bangfu/kernel'
import type { FeelRecord, FeelType, FeelValue, RuleContext, RuleScope } from '../src/index.ts'
import type { Random } from './random.ts'

const share = 0.25
const edges = [0n, 1n, 3n, 16n, 100n, -1n, 3000n]
const texts = ['一小', '第一小学', '小', '', '中心校', 'a"b\'; DROP TABLE persons; --', '𠮷小']

function numberOf(random: Random, scale: number): FeelValue {
  const unit = 10n ** BigInt(scale)
  if (random.chance(0.05)) return decimal(random.pick([10n ** 18n - 1n, -(10n ** 18n) + 1n, 123_456_789_012_345_678n]), scale)
  if (random.chance(0.5)) return decimal(random.pick(edges) * unit, scale)
  return decimal(BigInt(random.below(400_000)) - 1000n, scale)
}

function dateOf(random: Random): FeelValue {
  if (random.chance(0.1)) return parsePlainDate(random.pick(['0001-01-01', '9999-12-31', '2000-02-29', '0099-03-01', '2018-01-31']))
  return dateOfDayNumber(dayNumber(parsePlainDate('1930-01-01')) + random.below(36_000))
}

/** A known value of the type. */
export function valueOf(random: Random, type: FieldType | FeelType): FeelValue {
  switch (type.kind) {
    case 'boolean': return random.chance(0.5)
    case 'number': return numberOf(random, type.scale)
    case 'date': return dateOf(random)
    case 'text': return random.pick(texts)
    case 'code': return random.pick(codeLists[type.list].items).code
    case 'codes': return codeLists[type.list].items.filter(() => random.chance(0.3)).map((item) => item.code)
    case 'list': return [0, 1, 2].filter(() => random.chance(0.6)).map(() => valueOf(random, type.of))
    case 'duration': return random.below(1000)
    case 'entity': throw new Error('no value of an entity')
  }
}

export function recordOf(random: Random, entity: EntityKey, unknown = share): FeelRecord {
  return Object.fromEntries(entities[entity].fields.map((field) => [field.key, random.chance(unknown) ? undefined : valueOf(random, field.type)]))
}

export function parameterRecord(random: Random, parameters: RuleScope['parameters'], unknown = share): FeelRecord {
  return Object.fromEntries(Object.entries(parameters).map(([id, { type }]) => [id, random.chance(unknown) ? undefined : valueOf(random, type)]))
}

/** The record with some of its unknown facts made known. */
export function completed(random: Random, record: FeelRecord | undefined, entity: EntityKey, chance: number): FeelRecord {
  return Object.fromEntries(entities[entity].fields.map((field) => [field.key, record?.[field.key] ?? (random.chance(chance) ? valueOf(random, field.type) : undefined)]))
}

/** The context with some unknown facts and parameters made known. */
export function completedContext(random: Random, context: RuleContext, unit: EntityKey, parameters: RuleScope['parameters'], chance: number): RuleContext {
  const members = context.members?.length ? context.members : [{}]
  return {
    self: completed(random, context.self, unit, chance),
    household: completed(random, context.household, 'household', chance),
    village: completed(random, context.village, 'village', chance),
    members: members.map((member) => completed(random, member, 'person', chance)),
    parameters: Object.fromEntries(Object.entries(parameters).map(([id, { type }]) => [id, context.parameters[id] ?? (random.chance(chance) ? valueOf(random, type) : undefined)])),
    today: context.today,
  }
}
