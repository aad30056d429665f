/** The table of cells as docs/measures.md shows it. A test compares the page with it, so that words and code cannot part. */
import { cells } from './cell.ts'

const answers = {
  yes: '是 yes', no: '否 no', undetermined: '不能判断 undetermined', 'no-list': '无名单 no list loaded', 'possible-match': '疑似 possible match',
} as const
const leads = { owed: '应享未享 owed', lead: '线索 lead', verify: '待核实 verify', 'load-list': '请部门交名单 ask for the list', nothing: '—' } as const

export function cellsTable(): string {
  const rows = cells.map((c) => `| ${c.cell} | ${answers[c.eligible]} | ${answers[c.delivered]} | ${c.zh} | ${c.en} | ${leads[c.leadsTo]} |`)
  return ['| | 应享 eligible | 已享 delivered | 含义 | meaning | 去向 leads to |', '|---|---|---|---|---|---|', ...rows].join('\n')
}
