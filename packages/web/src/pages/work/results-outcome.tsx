/** What became of results that were handed in: every row is accounted for, each refused row with its reason. */
import type { ResultsOutcome } from '../../client/contract.ts'
import { catalogue } from '../../language/bilingual.ts'
import { useLanguage } from '../../language/language-context.tsx'
import { Notice } from '../../parts/notice.tsx'

const m = catalogue({
  taken: (taken: string) => ({ zh: `收下 ${taken} 条结果，已记入登记册，办结的事项不再出现。`, en: `${taken} results taken and recorded; closed items do not come up again.` }),
  counts: (blank: string, unchanged: string, rejected: string) => ({ zh: `未填 ${blank} 行，与已有结果相同 ${unchanged} 行，没有收下 ${rejected} 行。`, en: `${blank} rows without a result, ${unchanged} the same as before, ${rejected} not taken.` }),
  why: { zh: '没有收下的行', en: 'Rows not taken' },
  row: (row: number) => ({ zh: `第 ${row} 行`, en: `Row ${row}` }),
  next: { zh: '改正这些行后，把同一个文件再交一次即可；已收下的不会重复。', en: 'Correct these rows and hand the same file back; what was taken is not counted twice.' },
})

export function ResultsOutcomeView({ outcome }: { outcome: ResultsOutcome }) {
  const { t, number, language } = useLanguage()
  return (
    <div className="stack" style={{ gap: 10 }}>
      <Notice kind={outcome.taken > 0 ? 'good' : 'info'}>
        {t(m.taken(number(outcome.taken)))} {t(m.counts(number(outcome.blank), number(outcome.unchanged), number(outcome.rejected.length)))}
      </Notice>
      {outcome.notices.map((notice, i) => <Notice key={i} kind="info">{notice[language]}</Notice>)}
      {outcome.rejected.length > 0 && (
        <section className="stack" style={{ gap: 6 }}>
          <h3>{t(m.why)}</h3>
          <p className="quiet small">{t(m.next)}</p>
          <ul className="rejected-rows" tabIndex={0} aria-label={t(m.why)}>
            {outcome.rejected.map((rejected, i) => (
              <li key={i}>
                {rejected.row !== null && <strong>{t(m.row(rejected.row))} </strong>}
                {rejected.problems.map((p) => p[language]).join(' ')}
              </li>
            ))}
          </ul>
        </section>
      )}
    </div>
  )
}
