/** The dialog of reports on an obligation. It belongs to the page, not to the row: what was typed outlives a turn of the phone, which draws rows anew. */
import { App, Modal } from 'antd'
import { createContext, useContext, useMemo, useState, type ReactNode } from 'react'
import type { Bilingual, ObligationReports } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { ReportForm } from './report-form.tsx'
import { ReportHistory } from './report-history.tsx'
import { reportMessages as m } from './report-messages.ts'

export interface ReportSubject { readonly id: string; readonly says: Bilingual; readonly reports: ObligationReports; readonly form: boolean }

const OpenReports = createContext<(subject: ReportSubject) => void>(() => undefined)

/** Opens the dialog of the page around. */
export const useOpenReports = (): ((subject: ReportSubject) => void) => useContext(OpenReports)

function Dialog({ subject: { id, says, reports, form }, close }: { subject: ReportSubject; close: () => void }) {
  const { t } = useLanguage()
  const { message } = App.useApp()
  const history = useCall('getObligationReports', { params: { id } })
  return (
    <Modal open title={t(m.title)} onCancel={close} footer={null} width={600} destroyOnHidden>
      <div className="stack" style={{ gap: 12 }}>
        <p><strong>{t(says)}</strong><br /><span className="quiet small">{t(m.by(t(reports.by.name), t(reports.due)))}</span></p>
        {form && <ReportForm obligation={id} reports={reports} cancel={close} done={() => { void message.success(t(m.recorded)); close() }} />}
        <section>
          <h3>{t(m.history)}</h3>
          <p className="quiet small">{t(m.note)}</p>
          <QueryView query={history}>{(shown) => <ReportHistory shown={shown} />}</QueryView>
        </section>
      </div>
    </Modal>
  )
}

export function ReportDialogs({ children }: { children: ReactNode }) {
  const [subject, setSubject] = useState<ReportSubject>()
  const open = useMemo(() => (next: ReportSubject) => setSubject(next), [])
  return (
    <OpenReports value={open}>
      {children}
      {subject && <Dialog key={subject.id} subject={subject} close={() => setSubject(undefined)} />}
    </OpenReports>
  )
}
