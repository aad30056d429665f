/** A rule's text with the English names of its facts and parameters, for English reasons. Words only: it is never compiled. */
import { entities } from '@bangfu/kernel'
import type { CompiledExpression } from '@bangfu/feel'
import type { PackParameter } from '@bangfu/plan'

const surroundings: readonly (readonly [string, string])[] = [['成员', 'members'], ['户.', 'household.'], ['村.', 'village.'], ['参数.', 'parameters.'], ['今日', 'today'], ['本户', 'household'], ['本村', 'village']]

export function englishRule(expression: CompiledExpression, parameters: readonly PackParameter[]): string {
  const names: (readonly [string, string])[] = [...surroundings]
  for (const fact of expression.facts) {
    const field = entities[fact.entity].fields.find((f) => f.key === fact.field)
    if (field) names.push([field.zh, field.en])
  }
  for (const id of expression.parameters) {
    const parameter = parameters.find((p) => p.id === id || p.en === id)
    if (parameter) names.push([parameter.id, parameter.en])
  }
  // Longest first, so that a name inside a longer one is not replaced; in one pass, so that no replacement is replaced again.
  names.sort((a, b) => b[0].length - a[0].length)
  const words = new Map(names)
  const pattern = new RegExp(names.map(([zh]) => zh.replace(/[.*+?^${}()|[\]\\]/g, '\\$&')).join('|'), 'g')
  return expression.source.replace(pattern, (zh) => words.get(zh) ?? zh)
}
