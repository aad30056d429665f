/** The words of the product (fields, codes, results, layouts, measures): they change with a new pack only, so they are asked once. */
import { useQuery } from '@tanstack/react-query'
import { call } from './call.ts'
import type { Vocabulary } from './contract.ts'

export function useVocabulary(): Vocabulary | undefined {
  return useQuery({ queryKey: ['getVocabulary', {}], queryFn: () => call('getVocabulary', {}), staleTime: Infinity }).data
}

export type VocabularyField = Vocabulary['entities'][number]['fields'][number]

export function findVocabularyField(vocabulary: Vocabulary | undefined, entity: string, field: string): VocabularyField | undefined {
  return vocabulary?.entities.find((e) => e.key === entity)?.fields.find((f) => f.key === field)
}
