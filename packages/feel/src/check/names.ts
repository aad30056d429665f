/** From a name to what it means: variables first, then fields of the member at hand and of the unit, then the roots (户, 村, 成员, 参数, 今日). */
import { codeLists, entities, findField, type CodeList, type EntityKey } from '@bangfu/kernel'
import type { FactRef, RuleScope } from '../api.ts'
import type { Span } from '../syntax/syntax-node.ts'
import { node } from '../tree/node.ts'
import { dateType, typeOfContract, typeOfField } from '../types/value-type.ts'
import { hasHousehold, type CheckContext } from './check-context.ts'
import type { Meaning } from './meaning.ts'
import { nearNames } from './near-names.ts'

const spoken: Readonly<Record<EntityKey, readonly string[]>> = {
  person: ['人', '本人', 'person'],
  household: ['户', 'household'],
  village: ['村', 'village'],
  facility: ['设施', 'facility'],
}
const membersNames = ['成员', 'members']
const parametersNames = ['参数', 'parameters']
const todayNames = ['今日', 'today']

function entityRoot(unit: EntityKey, name: string): Meaning | undefined {
  const entity = (Object.keys(spoken) as EntityKey[]).find((key) => spoken[key].includes(name))
  if (!entity) return undefined
  if (entity === unit) return { kind: 'entity', entity, path: 'self' }
  if (entity === 'household' && unit === 'person') return { kind: 'entity', entity, path: 'household' }
  if (entity === 'village') return { kind: 'entity', entity, path: 'village' }
  return undefined
}

/** All names that may stand bare in a rule of this unit. */
function bareNames(unit: EntityKey): readonly string[] {
  const roots = (Object.keys(spoken) as EntityKey[]).filter((key) => entityRoot(unit, spoken[key][0]!)).flatMap((key) => spoken[key])
  return [...entities[unit].fields.flatMap((f) => [f.zh, f.key, f.en]), ...roots, ...(unit === 'household' ? membersNames : []), ...parametersNames, ...todayNames]
}

/** Every name of the vocabulary and the pack, for the parser. */
export function allNames(rule: RuleScope): readonly string[] {
  const fields = Object.values(entities).flatMap((entity) => entity.fields.flatMap((f) => [f.zh, f.key, f.en]))
  return [...fields, ...Object.entries(rule.parameters).flatMap(([id, { en }]) => [id, en])]
}

function missing(context: CheckContext, span: Span, name: string, known: readonly string[], elsewhere: readonly string[] = []): undefined {
  const near = [...elsewhere, ...nearNames(name, known)]
  return context.findings.add('feel/unknown-name', span, { near: near.join('、') || '—' })
}

/** The same name where it does mean something: a field of the household, the village or the members, a parameter, a label without its quotation marks. */
function elsewhere(rule: RuleScope, name: string): readonly string[] {
  const { unit } = rule
  const reachable: readonly (readonly [EntityKey, string])[] = [...(unit === 'person' ? [['household', '户'] as const] : []), ['village', '村'], ...(hasHousehold(unit) ? [['person', unit === 'household' ? '成员' : '户.成员'] as const] : [])]
  const isLabel = Object.values(codeLists).some(({ items }: CodeList) => items.some((item) => item.zh === name))
  const parameters = Object.entries(rule.parameters).flatMap(([id, { en }]) => (id === name || en === name ? [`参数.${id}`] : []))
  return [...reachable.filter(([entity]) => entity !== unit && findField(entity, name)).map(([entity, prefix]) => `${prefix}.${findField(entity, name)!.zh}`), ...parameters, ...(isLabel ? [`"${name}"`] : [])]
}

function fieldNode(fact: FactRef, span: Span, binder?: number): Meaning | undefined {
  const field = findField(fact.entity, fact.field)
  if (!field) return undefined
  const shape = binder === undefined ? { fact: { ...fact, field: field.key } } : { fact: { ...fact, field: field.key }, binder }
  return { kind: 'node', node: node('fact', span, typeOfField(field.type), shape) }
}

/** The meaning of a bare name; undefined (and noted) when there is none. */
export function resolveName(context: CheckContext, name: string, span: Span): Meaning | undefined {
  const { unit } = context.rule
  for (const local of context.locals.toReversed()) {
    if (local.kind === 'value' && local.name === name) return { kind: 'node', node: { ...local.node, start: span.start, end: span.end } }
    if (local.kind === 'member' && local.name === name) return { kind: 'entity', entity: 'person', path: 'members', binder: local.binder }
    if (local.kind !== 'item') continue
    if (name === 'item') return { kind: 'entity', entity: 'person', path: 'members', binder: local.binder }
    const field = fieldNode({ path: 'members', entity: 'person', field: name }, span, local.binder)
    if (field) return field
  }
  const own = fieldNode({ path: 'self', entity: unit, field: name }, span)
  if (own) return own
  if (todayNames.includes(name)) return { kind: 'node', node: node('today', span, dateType, {}) }
  if (parametersNames.includes(name)) return { kind: 'parameters' }
  if (membersNames.includes(name) && unit === 'household') return { kind: 'members', members: { binder: context.newBinder() } }
  const variables = context.locals.flatMap((local) => (local.kind === 'item' ? [] : [local.name]))
  return entityRoot(unit, name) ?? missing(context, span, name, [...variables, ...bareNames(unit), ...(hasHousehold(unit) ? ['户.成员'] : [])], elsewhere(context.rule, name))
}

/** The meaning of `name` after a dot on something that has fields. */
export function resolveField(context: CheckContext, owner: Meaning & { kind: 'entity' }, name: string, span: Span): Meaning | undefined {
  if (owner.entity === 'household' && membersNames.includes(name)) return { kind: 'members', members: { binder: context.newBinder() } }
  const field = fieldNode({ path: owner.path, entity: owner.entity, field: name }, span, owner.binder)
  return field ?? missing(context, span, name, entities[owner.entity].fields.flatMap((f) => [f.zh, f.key, f.en]))
}

export function resolveParameter(context: CheckContext, name: string, span: Span): Meaning | undefined {
  const { parameters } = context.rule
  const id = Object.hasOwn(parameters, name) ? name : Object.keys(parameters).find((key) => parameters[key]!.en === name)
  const type = id === undefined ? undefined : typeOfContract(parameters[id]!.type)
  if (id === undefined || !type) return missing(context, span, name, Object.entries(parameters).flatMap(([key, { en }]) => [key, en]))
  return { kind: 'node', node: node('parameter', span, type, { id }) }
}

/** A variable may not hide a name that means something already. */
export function checkFreshName(context: CheckContext, name: string, span: Span): void {
  const { unit } = context.rule
  const taken = name === 'item' || bareNames(unit).includes(name) || context.locals.some((local) => local.kind !== 'item' && local.name === name)
  if (taken) context.findings.add('feel/name-taken', span, { name })
}
