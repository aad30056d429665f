/** Text of a rule to a checked expression. The only way to make one. */
import { ProblemError } from '@bangfu/kernel'
import type { CompiledExpression, FeelType, RuleScope } from './api.ts'
import { resolve } from './check/check.ts'
import { newContext } from './check/check-context.ts'
import { allNames } from './check/names.ts'
import { checkResult } from './check/result.ts'
import { checkNode } from './check/values.ts'
import { compiledExpression } from './compiled.ts'
import { Findings } from './findings.ts'
import { parse } from './syntax/parse.ts'

/**
 * Checks the rule against the vocabulary and the pack's parameters.
 * `expected` is what the rule must come to; left out, any value will do.
 * Throws a ProblemError with every problem found (`feel/…`), each with line, column and UTF-16 span.
 *
 * @example compileExpression('年龄 >= 60 and 户.人均纯收入 < 参数.低保标准', scope, { kind: 'boolean' })
 */
export function compileExpression(source: string, scope: RuleScope, expected?: FeelType): CompiledExpression {
  const findings = new Findings(source)
  const syntax = parse(findings, allNames(scope))
  const context = newContext(scope, findings, resolve)
  // A broken text is not checked further: what is read around the break would only mislead.
  const found = syntax && !findings.any ? checkNode(context, syntax) : undefined
  const tree = found && expected ? checkResult(context, found, expected) : found
  findings.throwIfAny()
  if (!tree) throw new ProblemError(findings.problems)
  return compiledExpression(source, tree)
}
