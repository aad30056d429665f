/** Sheets of files that no import takes, each with its reason, and the way to take one all the same. */
import { Button } from 'antd'
import type { ImportDetail } from '../../client/contract.ts'
import { useAct } from '../../client/use-call.ts'
import { useMay } from '../../client/use-session.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { ProblemSummary } from '../../parts/problem-summary.tsx'
import { importMessages as m } from './import-messages.ts'

/** Imports of one file say the same sheets; one of them that is not committed still has the file. */
function skippedOf(details: readonly ImportDetail[]) {
  const taken = new Set(details.flatMap((detail) => (detail.upload?.lists ?? []).flatMap((list) => list.sheets.map((sheet) => `${detail.sha256}:${sheet}`))))
  const all = new Map<string, { readonly detail: ImportDetail; readonly sheet: string; readonly why: { zh: string; en: string }; readonly data: number }>()
  for (const detail of details) for (const one of detail.upload?.skipped ?? []) {
    const key = `${detail.sha256}:${one.sheet}`
    if (taken.has(key) || (all.has(key) && detail.state === 'committed')) continue
    all.set(key, { detail, ...one })
  }
  return [...all.values()]
}

export function SkippedSheets({ details, taken }: { details: readonly ImportDetail[]; taken: (id: string) => void }) {
  const { t, number } = useLanguage()
  const may = useMay('import')
  const act = useAct('takeSheet', ['getImports', 'getImport'])
  const skipped = skippedOf(details)
  if (skipped.length === 0) return null
  const files = new Set(details.map((detail) => detail.sha256))
  const take = async (id: string, sheet: string) => {
    const made = await act.mutateAsync({ params: { id }, body: { sheet } }).catch(() => undefined)
    if (made) taken(made.id)
  }
  return (
    <details className="skipped-sheets" open={skipped.some((one) => one.data > 0)}>
      <summary>{t(m.skipped)} <span className="quiet small">{number(skipped.length)}</span></summary>
      {act.isError && <ProblemSummary error={act.error} />}
      <ul>
        {skipped.map(({ detail, sheet, why, data }) => (
          <li key={`${detail.sha256}:${sheet}`}>
            {files.size > 1 && `${detail.fileName} `}<b>{sheet}</b> <span className="quiet">{t(why)}{data > 0 && ` · ${t(m.rowCount(number(data)))}`}</span>
            {may && data > 0 && detail.state !== 'committed' && <> <Button size="small" loading={act.isPending} aria-label={`${t(m.takeToo)} ${sheet}`} onClick={() => void take(detail.id, sheet)}>{t(m.takeToo)}</Button></>}
          </li>
        ))}
      </ul>
    </details>
  )
}
