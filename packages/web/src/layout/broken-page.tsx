/** A page that failed by our fault: says so without a stack, and offers to load it again. */
import { Button } from 'antd'
import { useLanguage } from '../language/language-context.tsx'
import { layoutMessages as m } from './layout-messages.ts'

export function BrokenPage() {
  const { t } = useLanguage()
  return (
    <div className="pick-page paper" role="alert">
      <h1>{t(m.brokenTitle)}</h1>
      <p>{t(m.brokenNote)}</p>
      <div><Button type="primary" onClick={() => window.location.reload()}>{t(m.reload)}</Button></div>
    </div>
  )
}
