/** An answer in a word with its sign. */
import type { Answer } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { StateTag } from '../../parts/state-tag.tsx'
import { compareMessages as m } from './compare-messages.ts'

const kinds = { answered: 'yes', 'other-figure': 'warn', partly: 'open', 'not-answered': 'no' } as const

export function AnswerTag({ state }: { state: Answer }) {
  const { t } = useLanguage()
  return <StateTag kind={kinds[state]}>{t(m[state])}</StateTag>
}
