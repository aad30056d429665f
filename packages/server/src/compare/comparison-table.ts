/** A comparison as a table for files: one row a target, one a clause without targets. */
import type { Language } from '@bangfu/kernel'
import type { Answer, PlanComparison } from '../contract/index.ts'
import type { WorkbookTable } from '../plan/plan-workbook.ts'
import { csvCell } from '../reading/csv-cell.ts'
import { answerWords, deadlineWords } from './answer-words.ts'

const titles = {
  zh: ['上级条款', '上级标题', '条款回应', '上级目标', '上级数字', '上级期限', '目标回应', '下级条款', '下级目标', '下级数字', '下级期限', '期限对照', '依据', '已确认', '没有对应的单位'],
  en: ['Upper clause', 'Upper title', 'Clause', 'Upper target', 'Upper figure', 'Upper deadline', 'Target', 'Lower clause', 'Lower target', 'Lower figure', 'Lower deadline', 'Deadlines', 'Basis', 'Confirmed', 'Bodies without counterpart'],
} as const
const widths = [12, 30, 12, 30, 16, 12, 12, 12, 30, 16, 12, 12, 30, 8, 36]

export function comparisonRows(comparison: PlanComparison, language: Language): string[][] {
  const join = language === 'zh' ? '、' : ', '
  const yes = language === 'zh' ? '是' : 'yes'
  const state = (answer: Answer) => answerWords(answer)[language]
  return comparison.clauses.flatMap((clause) => {
    const bodies = clause.lower === null ? '' : clause.bodies.filter((b) => b.lower === null).map((b) => b.name).join(join)
    const head = [clause.clause, clause.title, state(clause.state)]
    const basis = (item: { basis: readonly { zh: string; en: string }[] }) => item.basis.map((b) => b[language]).join('; ')
    if (clause.targets.length === 0) return [[...head, '', '', '', '', clause.lower?.id ?? '', clause.lower?.title ?? '', '', '', '', basis(clause), clause.decided ? yes : '', bodies]]
    return clause.targets.map((t) => [
      ...head, t.upper.words, t.upper.figure[language], t.upper.until ?? '', state(t.state), t.lower?.clause ?? '', t.lower?.words ?? '', t.lower?.figure[language] ?? '', t.lower?.until ?? '',
      t.deadline === null ? '' : deadlineWords(t.deadline)[language], basis(t), t.decided ? yes : '', bodies,
    ])
  })
}

export function comparisonTable(comparison: PlanComparison, language: Language): WorkbookTable {
  const { upper, lower } = comparison
  return {
    sheet: language === 'zh' ? '对照' : 'Comparison', title: language === 'zh' ? `${upper.title} — ${lower.title}` : `${upper.title} against ${lower.title}`,
    note: language === 'zh' ? '匹配由程序提出，依据列在表中；“已确认”为经办人所定' : 'Matches are proposed, each with its basis; "confirmed" is an officer\'s decision',
    columns: titles[language].map((title, i) => ({ title, width: widths[i]! })), rows: comparisonRows(comparison, language), frozen: 2, paper: 'a3',
  }
}

export function comparisonCsv(comparison: PlanComparison, language: Language): string {
  return `\uFEFF${[titles[language], ...comparisonRows(comparison, language)].map((row) => row.map(csvCell).join(',')).join('\r\n')}\r\n`
}
