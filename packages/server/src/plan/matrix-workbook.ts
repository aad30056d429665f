/** The matrix of bodies and clauses as a table for .xlsx: the same bodies, marks and totals as the page. */
import type { Language } from '@bangfu/kernel'
import type { Matrix } from '../contract/index.ts'
import type { WorkbookTable } from './plan-workbook.ts'
import { roleOrder, roleSigns, roleWords } from './role-words.ts'

const words = {
  sheet: { zh: '责任矩阵', en: 'Who answers for what' }, title: { zh: '责任矩阵', en: 'who answers for what' }, body: { zh: '机构', en: 'Body' }, total: { zh: '条数', en: 'Clauses' }, reports: { zh: '报送', en: 'Reports' },
  nobody: { zh: '无人负责', en: 'nobody' }, mark: { zh: '无', en: 'none' },
} as const

export function matrixTable(matrix: Matrix, language: Language): WorkbookTable {
  const title = matrix.title[language]
  const withDuty = matrix.bodies.filter((b) => b.marks.length > 0)
  const roles = roleOrder.map((role) => `${roleSigns[role][language]} ${roleWords[role][language]}`).join(language === 'zh' ? '、' : ', ')
  const nobody = new Set(matrix.nobody)
  return {
    sheet: words.sheet[language], title: `${title} ${words.title[language]}`,
    note: language === 'zh' ? `${withDuty.length} 个机构 × ${matrix.clauses.length} 条最低一级条款；无人负责 ${matrix.nobody.length} 条；角色：${roles}` : `${withDuty.length} bodies × ${matrix.clauses.length} lowest clauses; ${matrix.nobody.length} taken by nobody; roles: ${roles}`,
    columns: [{ title: words.body[language], width: 34 }, { title: words.total[language], width: 8 }, { title: words.reports[language], width: 22 }, ...matrix.clauses.map((c) => ({ title: `${c.id} ${c.title[language]}`, width: 3.4, turned: true }))],
    rows: [
      [words.nobody[language], matrix.nobody.length, null, ...matrix.clauses.map((c) => (nobody.has(c.id) ? words.mark[language] : null))],
      ...withDuty.map((body) => [
        body.name[language], new Set(body.marks.map((m) => m.clause)).size, body.reports.words?.[language] ?? null,
        ...matrix.clauses.map((c) => roleOrder.filter((role) => body.marks.some((m) => m.clause === c.id && m.role === role)).map((role) => roleSigns[role][language]).join('') || null),
      ]),
    ],
    frozen: 3, paper: 'a3',
  }
}
