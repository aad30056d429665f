/** 本县今天: what is in the register, what is unsolved, what is owed, led and asked; every figure opens the list that it counts. */
import type { Today, TodayFigure } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { ButtonLink } from '../../parts/button-link.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { Notice } from '../../parts/notice.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { StartRun } from '../../parts/start-run.tsx'
import { FigureCard } from './figure-card.tsx'
import { todayMessages as m } from './today-messages.ts'

function Figures({ figures, strong }: { figures: readonly TodayFigure[]; strong?: boolean }) {
  return (
    <div className="figures">
      {figures.map((figure) => <FigureCard key={figure.key} figure={figure} {...(strong ? { strong } : {})} />)}
    </div>
  )
}

function isEmpty(today: Today): boolean {
  return today.run === null && today.register.every((figure) => figure.count === 0 && (figure.unknown?.count ?? 0) === 0)
}

function TodayBody({ today }: { today: Today }) {
  const { t } = useLanguage()
  if (isEmpty(today)) {
    return (
      <EmptyState title={t(m.emptyTitle)} action={<ButtonLink to="/imports" type="primary">{t(m.emptyAction)}</ButtonLink>}>
        {t(m.emptyNote)}
      </EmptyState>
    )
  }
  return (
    <>
      {today.run === null && <Notice kind="info">{t(m.noRun)}</Notice>}
      {today.run && today.behind && <Notice kind="warn">{t(m.behind)}</Notice>}
      <section className="stack" aria-labelledby="today-work">
        <h2 id="today-work">{t(m.work)}</h2>
        <Figures figures={[today.owed, today.verify, today.lead, today.unregistered, today.answered]} strong />
      </section>
      {today.owedByDepartment.length > 0 && (
        <section className="stack" aria-labelledby="today-departments">
          <h2 id="today-departments">{t(m.owedByDepartment)}</h2>
          <Figures figures={today.owedByDepartment} />
        </section>
      )}
      <section className="stack" aria-labelledby="today-register">
        <h2 id="today-register">{t(m.register)}</h2>
        <Figures figures={today.register} />
      </section>
      <section className="stack" aria-labelledby="today-unsolved">
        <div className="section-head">
          <h2 id="today-unsolved">{t(m.unsolved)}</h2>
          <span className="quiet small">{t(m.unsolvedNote)}</span>
        </div>
        <Figures figures={today.unsolved} />
      </section>
    </>
  )
}

export function TodayPage() {
  const { t, date, instant } = useLanguage()
  const today = useCall('getToday', {})
  const run = today.data?.run
  return (
    <>
      <PageHead title={t(m.title(today.data?.place.name ?? ''))} actions={today.data && !isEmpty(today.data) && <StartRun lastAsOf={run?.asOf} nextDay={today.data.nextRunDay} />}>
        {run && t(m.runOf(date(run.asOf), instant(run.finishedAt)))}
      </PageHead>
      <QueryView query={today}>{(data) => <TodayBody today={data} />}</QueryView>
    </>
  )
}
