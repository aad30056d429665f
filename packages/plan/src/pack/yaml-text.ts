/** Data as YAML that a person can go on with: one value a line, nothing folded, nothing by reference. */
import { stringify } from 'yaml'

export function yamlText(comment: string, data: unknown): string {
  return comment + stringify(data, { lineWidth: 0, aliasDuplicateObjects: false, defaultStringType: 'PLAIN', defaultKeyType: 'PLAIN' })
}
