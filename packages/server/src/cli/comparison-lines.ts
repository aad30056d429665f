/** A comparison of two plans as lines for a terminal. */
import type { AnswerState, ComparedSide, Comparison } from '@bangfu/plan'
import type { Language } from '@bangfu/kernel'
import { answerWords, deadlineWords, figureWords } from '../compare/answer-words.ts'

const signs: Readonly<Record<AnswerState, string>> = { answered: '✓', 'other-figure': '≠', partly: '◐', 'not-answered': '✗' }

const said = (side: ComparedSide, language: Language): string => `${side.words} ${figureWords(side, language)}${side.until === null ? '' : ` (${side.until})`}`

export function comparisonLines(comparison: Comparison, language: Language): string[] {
  const { upper, lower, clauses, own, counts } = comparison
  const zh = language === 'zh'
  const states = (record: Readonly<Record<string, number>>) => Object.entries(record).map(([state, n]) => `${answerWords(state as AnswerState)[language]} ${n}`).join(zh ? '、' : ', ')
  const lines = [`${upper.title}`, `${zh ? '对照' : 'against'} ${lower.title}`, '']
  for (const clause of clauses) {
    lines.push(`${signs[clause.state]} ${clause.clause}  ${clause.title.slice(0, 40)}${clause.lower ? `  → ${clause.lower.id} ${clause.lower.title.slice(0, 30)}` : ''}`)
    for (const t of clause.targets) {
      const dates = t.deadline === null || t.deadline === 'same' ? '' : ` · ${deadlineWords(t.deadline)[language]}`
      lines.push(`    ${signs[t.state]} ${said(t.upper, language)}${t.lower ? `  →  ${said(t.lower, language)}${t.mayBeShare ? (zh ? ' · 可能是分到的份额' : ' · perhaps its share') : ''}${dates}` : ''}`)
    }
    const missing = clause.bodies.filter((b) => b.lower === null)
    if (clause.lower && missing.length > 0) lines.push(`    ${zh ? '没有对应单位：' : 'no counterpart: '}${missing.map((b) => b.name).join(zh ? '、' : ', ')}`)
  }
  lines.push('', `${zh ? '条款：' : 'clauses: '}${states(counts.clauses)}`, `${zh ? '目标：' : 'targets: '}${states(counts.targets)}`)
  lines.push(zh ? `单位：有对应 ${counts.bodies.same}、没有 ${counts.bodies.missing}；期限：相同 ${counts.deadlines.same}、更早 ${counts.deadlines.earlier}、更晚 ${counts.deadlines.later}、没写 ${counts.deadlines.missing}` : `bodies: ${counts.bodies.same} with a counterpart, ${counts.bodies.missing} without; deadlines: ${counts.deadlines.same} same, ${counts.deadlines.earlier} earlier, ${counts.deadlines.later} later, ${counts.deadlines.missing} missing`)
  lines.push(zh ? `下级方案自己的：条款 ${own.filter((o) => o.kind === 'clause').length}、目标 ${own.filter((o) => o.kind === 'target').length}` : `the lower plan's own: ${own.filter((o) => o.kind === 'clause').length} clauses, ${own.filter((o) => o.kind === 'target').length} targets`)
  return lines
}
