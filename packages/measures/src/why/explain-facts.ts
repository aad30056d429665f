/** The facts and parameters behind a part of a rule, each with its value in words, its source, or why it is unknown. */
import { entities, type Field } from '@bangfu/kernel'
import type { FactRef, FeelValue, UnknownFact, WhyNode } from '@bangfu/feel'
import { parameterType, type Pack, type PackParameter } from '@bangfu/plan'
import { unlistedMember } from '../run/household-members.ts'
import { unknownReasonWords } from '../run/list-stages.ts'
import type { ExplainedFact, ExplainedParameter, ExplainedQuestion, ListSource } from './explanation.ts'
import type { EntityRow, SubjectFacts } from './subject-facts.ts'
import { canonicalValue, valueWords } from './value-words.ts'

interface Leaf { readonly fact?: FactRef; readonly member?: number; readonly parameter?: string }

/** Facts and parameters below a node, each once, in the order of the rule; members are passed down to the facts below them. */
export function leavesOf(node: WhyNode, member?: number): readonly Leaf[] {
  const at = node.member ?? member
  const found = new Map<string, Leaf>()
  if (node.fact) found.set(JSON.stringify([node.fact, node.fact.path === 'members' ? at : null]), node.fact.path === 'members' && at !== undefined ? { fact: node.fact, member: at } : { fact: node.fact })
  if (node.parameter !== undefined) found.set(node.parameter, { parameter: node.parameter })
  for (const part of node.parts) for (const leaf of leavesOf(part, at)) found.set(JSON.stringify([leaf.fact, leaf.member ?? null, leaf.parameter]), leaf)
  return [...found.values()]
}

/** Facts worked out from another fact have its source. */
const derivedFrom: Readonly<Record<string, string>> = { age: 'birth_date' }

export class FactExplainer {
  readonly #pack: Pack
  readonly #subject: SubjectFacts
  readonly #lists: ReadonlyMap<string, ListSource>
  constructor(pack: Pack, subject: SubjectFacts, lists: ReadonlyMap<string, ListSource>) {
    this.#pack = pack
    this.#subject = subject
    this.#lists = lists
  }

  #row(fact: FactRef, member: number | undefined): EntityRow | undefined {
    switch (fact.path) {
      case 'self': return this.#subject.self
      case 'household': return this.#subject.household
      case 'village': return this.#subject.village
      case 'members': return member === undefined ? undefined : this.#subject.members?.[member]
    }
  }

  facts(leaves: readonly Leaf[]): readonly ExplainedFact[] {
    return leaves.flatMap(({ fact, member }) => (fact ? [this.fact(fact, member)] : []))
  }

  fact(fact: FactRef, member?: number): ExplainedFact {
    const row = this.#row(fact, member)
    const field = getField(fact)
    const value: FeelValue = row?.facts[fact.field]
    const words = valueWords(field.type, value)
    const listId = row ? (row.sourceFields[fact.field] ?? row.sourceFields[derivedFrom[fact.field] ?? ''] ?? row.sourceList) : undefined
    const reason = words ? undefined : unknownReasonWords(row?.unknownReasons[fact.field] ?? row?.unknownReasons[derivedFrom[fact.field] ?? ''] ?? 'not-stated')
    return {
      entity: fact.entity, field: fact.field, label: { zh: field.zh, en: field.en }, subjectId: row?.id ?? this.#subject.self.id, subjectName: row?.name, value: canonicalValue(value),
      text: words ?? { zh: `不知（${reason!.zh}）`, en: `unknown (${reason!.en})` }, unknownReason: reason, source: listId === undefined || !words ? undefined : this.#lists.get(listId), sensitivity: field.sensitivity,
    }
  }

  parameters(leaves: readonly Leaf[]): readonly ExplainedParameter[] {
    return leaves.flatMap(({ parameter }) => (parameter === undefined ? [] : [this.parameter(parameter)]))
  }

  parameter(id: string): ExplainedParameter {
    const parameter = this.#pack.parameters.find((p): p is PackParameter => p.id === id || p.en === id)!
    const resolved = this.#subject.parameters[parameter.id]!
    const words = valueWords(parameterType(parameter), resolved.value)
    return {
      id: parameter.id, label: { zh: parameter.id, en: parameter.en }, value: canonicalValue(resolved.value), source: resolved.source, clause: resolved.clause,
      text: words ?? { zh: `没有数值（${resolved.reason?.zh ?? '未说明'}）`, en: `no value (${resolved.reason?.en ?? 'not said'})` }, unknownReason: words ? undefined : resolved.reason,
    }
  }

  /** What to ask, and of whom. Parameters are asked of nobody in a village. */
  questions(unknowns: readonly UnknownFact[]): readonly ExplainedQuestion[] {
    const asked = new Set<string>()
    return unknowns.flatMap((unknown) => {
      const { fact } = unknown
      if (!fact) return []
      const unlisted = this.#row(fact, unknown.member)?.id.startsWith(unlistedMember) ?? false
      // Of a member nobody knows, the question is who belongs to the household.
      const { label, subjectId, subjectName, entity, field } = unlisted ? this.fact({ path: 'household', entity: 'household', field: 'member_count' }) : this.fact(fact, unknown.member)
      // One fact may be reached on two ways, as the person's own and as a member's.
      const once = `${subjectId} ${field}`
      if (asked.has(once)) return []
      asked.add(once)
      const whom = { zh: subjectName ?? entities[entity].zh, en: subjectName ?? `the ${entities[entity].en}` }
      return [{ entity, subjectId, field, label, ask: { zh: `请核实${whom.zh}的“${label.zh}”。`, en: `Find out "${label.en}" of ${whom.en}.` } }]
    })
  }
}

function getField(fact: FactRef): Field {
  return entities[fact.entity].fields.find((f) => f.key === fact.field)!
}
