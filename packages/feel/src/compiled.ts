/** A checked expression as the other rooms see it: a typed tree with its two back ends behind a small surface. */
import type { CompiledExpression, FactRef, RuleContext, SqlBinding } from './api.ts'
import { evaluate } from './evaluate/evaluate.ts'
import type { Environment } from './evaluate/environment.ts'
import { unknownFacts } from './explain/unknown-facts.ts'
import { why } from './explain/why.ts'
import { emitSql } from './sql/emit-sql.ts'
import { unknownsSql } from './sql/unknowns-sql.ts'
import { walk } from './tree/children.ts'
import type { Node } from './tree/node.ts'
import { contractType } from './types/value-type.ts'
import { writtenText } from './written-text.ts'

const environment = (context: RuleContext): Environment => ({ context, bound: undefined })

function factsOf(tree: Node): readonly FactRef[] {
  const facts = new Map<string, FactRef>()
  for (const node of walk(tree)) if (node.kind === 'fact') facts.set(`${node.fact.path} ${node.fact.entity} ${node.fact.field}`, node.fact)
  return [...facts.values()]
}

/** The parts joined by `and` at the top, brackets opened. */
function conjuncts(tree: Node): readonly Node[] {
  return tree.kind === 'and' ? tree.parts.flatMap(conjuncts) : [tree]
}

/** `rule` is the whole text, which positions count in; `tree` may be a part of it. */
export function compiledExpression(rule: string, tree: Node): CompiledExpression {
  const nodes = [...walk(tree)]
  return Object.freeze({
    source: writtenText(rule, tree.start, tree.end),
    type: contractType(tree.type),
    facts: factsOf(tree),
    parameters: [...new Set(nodes.flatMap((node) => (node.kind === 'parameter' ? [node.id] : [])))],
    usesKnown: nodes.some((node) => node.kind === 'known'),
    conditions: () => (tree.type.kind === 'boolean' ? conjuncts(tree).map((part) => compiledExpression(rule, part)) : [compiledExpression(rule, tree)]),
    evaluate: (context: RuleContext) => evaluate(tree, environment(context)),
    why: (context: RuleContext) => why(rule, tree, environment(context)),
    unknownFacts: (context: RuleContext) => unknownFacts(tree, environment(context)),
    toSql: (binding: SqlBinding, prefix: string) => emitSql(tree, binding, prefix),
    unknownsToSql: (binding: SqlBinding, prefix: string) => unknownsSql(tree, binding, prefix),
  })
}
