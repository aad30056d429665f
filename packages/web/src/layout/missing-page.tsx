/** No page has this address. */
import { Link } from 'react-router'
import { useLanguage } from '../language/language-context.tsx'
import { EmptyState } from '../parts/empty-state.tsx'
import { PageHead } from '../parts/page-head.tsx'
import { layoutMessages as m } from './layout-messages.ts'

export function MissingPage() {
  const { t } = useLanguage()
  return (
    <>
      <PageHead title={t(m.missingTitle)} />
      <EmptyState title={t(m.missingNote)} action={<Link to="/">{t(m.home)}</Link>} />
    </>
  )
}
