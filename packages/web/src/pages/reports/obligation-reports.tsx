/** What stands reported on an obligation, and the way to report on it, wherever it is shown. */
import { Button } from 'antd'
import type { Bilingual, ObligationReports } from '../../client/contract.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { useOpenReports } from './report-dialog.tsx'
import { reportMessages as m } from './report-messages.ts'
import './reports.css'

interface Props {
  readonly id: string
  readonly says: Bilingual
  readonly reports: ObligationReports
  /** In place of the reports themselves: lines that the list shows. */
  readonly lines?: readonly Bilingual[]
}

export function ObligationReportsView({ id, says, reports, lines }: Props) {
  const { t } = useLanguage()
  const open = useOpenReports()
  const said = lines ?? reports.standing.map((report) => report.line)
  const named = (word: Bilingual) => `${t(word)}: ${t(says)}`
  return (
    <div className="obligation-reports" data-obligation={id}>
      {said.length === 0 ? <span className="fact-unknown">{t(m.none)}</span> : said.map((line) => <div key={line.en}>{t(line)}</div>)}
      <span className="row no-print">
        {reports.mayReport.length > 0 && <Button size="small" aria-label={named(m.record)} aria-haspopup="dialog" onClick={() => open({ id, says, reports, form: true })}>{t(m.record)}</Button>}
        {reports.standing.length > 0 && <Button size="small" type="text" aria-label={named(m.history)} aria-haspopup="dialog" onClick={() => open({ id, says, reports, form: false })}>{t(m.history)}</Button>}
      </span>
    </div>
  )
}
