/** Runs so far: when, as of which day, on which versions, with what counts. */
import type { Run } from '../../client/contract.ts'
import { useCall } from '../../client/use-call.ts'
import { catalogue } from '../../language/bilingual.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { DataTable, type Column } from '../../parts/data-table.tsx'
import { EmptyState } from '../../parts/empty-state.tsx'
import { PageHead } from '../../parts/page-head.tsx'
import { QueryView } from '../../parts/query-view.tsx'
import { StartRun } from '../../parts/start-run.tsx'
import { StateTag } from '../../parts/state-tag.tsx'

const m = catalogue({
  title: { zh: '核算记录', en: 'Runs' },
  note: { zh: '每次核算由方案版本和资料版本共同确定：同样的版本，再算一次，结果逐字相同。', en: 'A run is named by the version of the plan and of the facts: the same versions give the same result again, to the letter.' },
  asOf: { zh: '按哪天的情况', en: 'As of' },
  state: { zh: '状态', en: 'State' },
  running: { zh: '进行中', en: 'running' },
  published: { zh: '已发布', en: 'published' },
  failed: { zh: '未完成', en: 'failed' },
  started: { zh: '开始', en: 'Started' },
  finished: { zh: '完成', en: 'Finished' },
  determinations: { zh: '判断', en: 'Determinations' },
  owed: { zh: '应享未享', en: 'Due, not received' },
  lead: { zh: '不应享而享', en: 'Received, not due' },
  verify: { zh: '待核实', en: 'To verify' },
  versions: { zh: '方案 / 资料 / 结果', en: 'Plan / facts / result' },
  emptyTitle: { zh: '还没有核算过', en: 'No run yet' },
  emptyNote: { zh: '导入资料后开始第一次核算。', en: 'Import facts, then run.' },
})

const kinds = { running: 'open', published: 'done', failed: 'no' } as const

export function RunsPage() {
  const { t, date, instant, number } = useLanguage()
  const runs = useCall('getRuns', {}, { every: (answer) => (answer?.rows.some((run) => run.state === 'running') ? 3000 : false) })
  const columns: readonly Column<Run>[] = [
    { key: 'asOf', title: t(m.asOf), heading: true, render: (run) => date(run.asOf) },
    { key: 'state', title: t(m.state), render: (run) => <StateTag kind={kinds[run.state]}>{t(m[run.state])}</StateTag> },
    { key: 'started', title: t(m.started), render: (run) => instant(run.startedAt) },
    { key: 'finished', title: t(m.finished), render: (run) => instant(run.finishedAt) },
    ...(['determinations', 'owed', 'verify', 'lead'] as const).map((key) => ({ key, title: t(m[key]), numeric: true, render: (run: Run) => run.counts && number(run.counts[key]) })),
    { key: 'versions', title: t(m.versions), render: (run) => <span className="number small">{[run.packHash, run.snapshotHash, run.resultHash].map((hash) => hash?.slice(0, 8) ?? '–').join(' / ')}</span> },
  ]
  return (
    <>
      <PageHead title={t(m.title)} actions={<StartRun lastAsOf={runs.data?.rows[0]?.asOf} />}>{t(m.note)}</PageHead>
      <QueryView query={runs}>
        {(data) => (data.rows.length === 0 ? <EmptyState title={t(m.emptyTitle)}>{t(m.emptyNote)}</EmptyState> : <DataTable caption={t(m.title)} rows={data.rows} columns={columns} rowKey={(run) => run.id} dense />)}
      </QueryView>
    </>
  )
}
