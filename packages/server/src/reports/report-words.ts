/** A report in words of both languages: the same on pages, in print and in Word files. */
import type { Bilingual, ReportState } from '../contract/index.ts'
import { groupDigits, unitWords } from '../plan/quantity-words.ts'
import type { ReportRow } from './report-store.ts'

export const reportStates: readonly ReportState[] = ['done', 'under-way', 'not-begun']
export const reportStateWords: Readonly<Record<ReportState, Bilingual>> = {
  done: { zh: '已完成', en: 'done' }, 'under-way': { zh: '进行中', en: 'under way' }, 'not-begun': { zh: '未开始', en: 'not begun' },
}

function figureOf({ value, unit }: Pick<ReportRow, 'value' | 'unit'>): Bilingual | null {
  if (value === null || unit === null) return null
  const { zh, en } = unitWords(unit)
  const [figure, tight] = [groupDigits(value), unit === '%' ? '' : ' ']
  return { zh: `${figure}${tight}${zh}`.trim(), en: `${figure}${tight}${en}`.trim() }
}

/** Place, state, figure, day, person and authority, evidence. */
export function reportLine(row: Pick<ReportRow, 'state' | 'value' | 'unit' | 'on' | 'reporter' | 'authority' | 'evidence'>, place: string): Bilingual {
  const state = reportStateWords[row.state]
  const figure = figureOf(row)
  const said = (language: 'zh' | 'en') => [state[language], figure?.[language]].filter(Boolean).join(' ')
  return {
    zh: `${place}：${said('zh')}，${row.on}，${row.reporter}（${row.authority}）${row.evidence ? `；${row.evidence}` : ''}`,
    en: `${place}: ${said('en')}, ${row.on}, ${row.reporter} (${row.authority})${row.evidence ? `; ${row.evidence}` : ''}`,
  }
}

interface Counts { readonly owed: number; readonly done: number; readonly underWay: number; readonly notBegun: number; readonly silent: number }

/** How a body's reports stand: 共 12：已完成 3、进行中 2、未报 7; null where it owes none. */
export function reportCountWords({ owed, done, underWay, notBegun, silent }: Counts): Bilingual | null {
  if (owed === 0) return null
  const parts = [[done, reportStateWords.done], [underWay, reportStateWords['under-way']], [notBegun, reportStateWords['not-begun']], [silent, { zh: '未报', en: 'not reported' }]] as const
  const said = (language: 'zh' | 'en') => parts.filter(([count]) => count > 0).map(([count, words]) => `${words[language]} ${count}`).join(language === 'zh' ? '、' : ', ')
  return { zh: `报送 ${owed}：${said('zh')}`, en: `${owed} to report: ${said('en')}` }
}
