/** Which operand of which kind of node was seen known and unknown while rules were evaluated. */
import type { FeelValue } from '../src/index.ts'
import { evaluate } from '../src/evaluate/evaluate.ts'
import { bind, bindValue, type Environment } from '../src/evaluate/environment.ts'
import { childrenOf } from '../src/tree/children.ts'
import type { Node } from '../src/tree/node.ts'

interface Seen { known: number; unknown: number }

export class Coverage {
  readonly #seen = new Map<string, Seen>()

  #note(key: string, known: boolean): void {
    const seen = this.#seen.get(key) ?? { known: 0, unknown: 0 }
    seen[known ? 'known' : 'unknown'] += 1
    this.#seen.set(key, seen)
  }

  /** Evaluates every node below and notes its operands; lists of operands count as one operand. */
  observe(node: Node, environment: Environment): void {
    this.#note(`${node.kind}: itself`, evaluate(node, environment) !== undefined)
    const binder = 'members' in node ? node.members.binder : undefined
    if (node.kind === 'quantifiedList') return this.#observeList(node, environment)
    const inner = binder === undefined ? [environment] : (environment.context.members ?? []).map((record, index) => bind(environment, binder, index, record))
    for (const [name, operand] of operandsOf(node)) {
      for (const at of inner) this.#note(`${node.kind}: ${name}`, evaluate(operand, at) !== undefined)
    }
    for (const child of childrenOf(node)) for (const at of inner) this.observe(child, at)
  }

  #observeList(node: Node & { kind: 'quantifiedList' }, environment: Environment): void {
    const list = evaluate(node.list, environment) as readonly FeelValue[] | undefined
    this.#note('quantifiedList: list', list !== undefined)
    this.observe(node.list, environment)
    for (const [index, value] of (list ?? []).entries()) {
      const inner = bindValue(environment, node.binder, index, value)
      this.#note('quantifiedList: body', evaluate(node.body, inner) !== undefined)
      this.observe(node.body, inner)
    }
  }

  get rows(): readonly (Seen & { readonly operand: string })[] {
    return [...this.#seen].map(([operand, seen]) => ({ operand, ...seen })).sort((a, b) => (a.operand < b.operand ? -1 : 1))
  }
}

/** Name of each operand, by the property that holds it. */
function operandsOf(node: Node): readonly (readonly [string, Node])[] {
  const named = Object.entries(node).flatMap(([name, value]): (readonly [string, Node])[] => {
    if (Array.isArray(value)) return (value as Node[]).map((item) => [name, item] as const)
    return value !== null && typeof value === 'object' && 'kind' in value && 'start' in value ? [[name, value as Node] as const] : []
  })
  return 'members' in node && node.members.filter ? [...named, ['filter', node.members.filter] as const] : named
}
