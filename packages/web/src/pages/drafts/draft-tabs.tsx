/** Two ways to work with plan documents: drafting a pack from one, and laying two side by side. */
import { useLanguage } from '../../language/language-context.tsx'
import { LinkTabs } from '../../parts/link-tabs.tsx'
import { draftMessages as m } from './draft-messages.ts'

export function DraftTabs({ current }: { current: 'drafts' | 'compare' }) {
  const { t } = useLanguage()
  return <LinkTabs label={t(m.tabs)} current={current} tabs={[{ key: 'drafts', to: '/drafts', label: t(m.title) }, { key: 'compare', to: '/compare', label: t(m.compare) }]} />
}
