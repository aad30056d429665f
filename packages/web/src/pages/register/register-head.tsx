/** Head of both register lists: title, people or households, and the state of an empty register. */
import { useLanguage } from '../../language/language-context.tsx'
import { ButtonLink } from '../../parts/button-link.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { LinkTabs } from '../../parts/link-tabs.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import type { Address } from '../../parts/use-address.ts'
import { registerMessages as m } from './register-messages.ts'

export function RegisterHead({ address, current }: { address: Address; current: 'persons' | 'households' }) {
  const { t } = useLanguage()
  const query = address.query()
  const to = (path: string) => (query ? `${path}?${query}` : path)
  return (
    <>
      <PageHead title={t(m.title)}>{t(m.note)}</PageHead>
      <LinkTabs label={t(m.kinds)} current={current} tabs={[{ key: 'persons', to: to('/persons'), label: t(m.persons) }, { key: 'households', to: to('/households'), label: t(m.households) }]} />
    </>
  )
}

export function EmptyRegister() {
  const { t } = useLanguage()
  return <EmptyState title={t(m.emptyTitle)} action={<ButtonLink to="/imports" type="primary">{t(m.toImports)}</ButtonLink>}>{t(m.emptyNote)}</EmptyState>
}
