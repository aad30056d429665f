/** The rule as written: names are still names and nothing is typed. Made by `parse.ts`, read by the checker; it never runs. */

/** UTF-16 offsets into the rule, end exclusive. */
export interface Span {
  readonly start: number
  readonly end: number
}

export type ComparisonOperator = '=' | '!=' | '<' | '<=' | '>' | '>='
export type ArithmeticOperator = '+' | '-' | '*' | '/' | '**'

export interface SyntaxIterator extends Span {
  readonly name: string
  readonly over: SyntaxNode
}

type Shape =
  | { readonly kind: 'number'; readonly text: string }
  | { readonly kind: 'text'; readonly value: string }
  | { readonly kind: 'boolean'; readonly value: boolean }
  | { readonly kind: 'null' }
  | { readonly kind: 'name'; readonly name: string }
  | { readonly kind: 'path'; readonly of: SyntaxNode; readonly name: string; readonly nameSpan: Span }
  | { readonly kind: 'call'; readonly name: string; readonly nameSpan: Span; readonly arguments: readonly SyntaxNode[] }
  | { readonly kind: 'arithmetic'; readonly operator: ArithmeticOperator; readonly left: SyntaxNode; readonly right: SyntaxNode }
  | { readonly kind: 'negate'; readonly operand: SyntaxNode }
  | { readonly kind: 'comparison'; readonly operator: ComparisonOperator; readonly left: SyntaxNode; readonly right: SyntaxNode }
  | { readonly kind: 'between'; readonly value: SyntaxNode; readonly low: SyntaxNode; readonly high: SyntaxNode }
  | { readonly kind: 'in'; readonly value: SyntaxNode; readonly tests: readonly SyntaxNode[] }
  | { readonly kind: 'logic'; readonly operator: 'and' | 'or'; readonly parts: readonly SyntaxNode[] }
  | { readonly kind: 'if'; readonly condition: SyntaxNode; readonly then: SyntaxNode; readonly otherwise: SyntaxNode }
  | { readonly kind: 'quantified'; readonly quantifier: 'some' | 'every'; readonly iterators: readonly SyntaxIterator[]; readonly body: SyntaxNode }
  | { readonly kind: 'for'; readonly iterators: readonly SyntaxIterator[]; readonly body: SyntaxNode }
  | { readonly kind: 'filter'; readonly of: SyntaxNode; readonly filter: SyntaxNode }
  | { readonly kind: 'list'; readonly items: readonly SyntaxNode[] }
  | { readonly kind: 'range'; readonly low: SyntaxNode; readonly high: SyntaxNode; readonly lowClosed: boolean; readonly highClosed: boolean }
  /** A unary test such as `> 5`, right of `in`. */
  | { readonly kind: 'test'; readonly operator: ComparisonOperator; readonly operand: SyntaxNode }
  /** Valid FEEL that rules may not use; `what` names it. */
  | { readonly kind: 'unsupported'; readonly what: string }
  /** What the parser could not read; already reported. */
  | { readonly kind: 'broken' }

export type SyntaxNode = Shape & Span
