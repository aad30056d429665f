/** What stands over and under every printed page: body, plan, day, page numbers. The browser draws it in the margins of the page. */
import type { DutyList } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { dutiesMessages as m } from './duties-messages.ts'

/** A text as a string of CSS: quotes, backslashes and what could end the style element are taken out. */
const cssText = (text: string): string => `"${text.replace(/["\\<>\n]/g, ' ')}"`

export function PrintHead({ list }: { list: DutyList }) {
  const { t, date, language } = useLanguage()
  const left = [t(m.listOf(t(list.heading))), t(list.plan.title), list.plan.number ?? ''].filter(Boolean).join(' · ')
  const right = t(list.asOf === null ? m.noRun : m.asOf(date(list.asOf)))
  const pages = language === 'zh' ? '"第 " counter(page) " 页，共 " counter(pages) " 页"' : 'counter(page) " / " counter(pages)'
  return (
    <style media="print">{`@page { size: A4 landscape; margin: 18mm 15mm 16mm;
      @top-left { content: ${cssText(left)}; font-size: 8pt; color: #555; } @top-right { content: ${cssText(right)}; font-size: 8pt; color: #555; } @bottom-center { content: ${pages}; font-size: 8pt; color: #555; } }`}</style>
  )
}
