/** A reading as an outline for people: each clause with what hangs on it. For `bangfu plan read FILE`. */
import type { PlanReading, ReadAmount, ReadTarget } from './reading.ts'

const roleWords = { responsible: '负责', lead: '牵头', joint: '会同', support: '配合', principal: '主体责任' } as const
const operatorWords: Readonly<Record<string, string>> = { '=': '', '>=': '≥', '<=': '≤', '>': '>', '<': '<', range: '', multiple: '×', increase: '+', all: '全部' }

function valueText(item: Pick<ReadTarget | ReadAmount, 'value' | 'unit' | 'operator'>): string {
  const value = item.value === null ? '' : Array.isArray(item.value) ? item.value.join('–') : String(item.value)
  return `${operatorWords[item.operator]} ${value} ${item.unit ?? ''}`.replace(/\s+/g, ' ').trim()
}

function deadlineText({ from, until }: ReadTarget): string {
  if (from === null && until === null) return '未写期限'
  return from === null ? `至 ${until}` : until === null ? `自 ${from}` : `${from} 至 ${until}`
}

/** Lines of the outline; positions are in the text that `bangfu plan text` prints. */
export function formatOutline(reading: PlanReading): string {
  const { document } = reading
  const lines = [`${document.title || '（没有认出标题）'}${document.number ? `  ${document.number}` : ''}${document.issued ? `  ${document.issued}` : ''}`, '']
  const depth = new Map<string, number>()
  const targets = Map.groupBy(reading.targets, (t) => t.clause)
  const amounts = Map.groupBy(reading.amounts, (a) => a.clause)
  const citations = Map.groupBy(reading.citations, (c) => c.clause)
  const assigned = Map.groupBy(reading.duties.flatMap((d) => d.clauses.map((id) => ({ ...d, id }))), (d) => d.id)
  for (const clause of reading.clauses) {
    const level = clause.parent === null ? 0 : (depth.get(clause.parent) ?? 0) + 1
    depth.set(clause.id, level)
    const indent = '  '.repeat(level)
    lines.push(`${indent}${clause.id}  ${clause.heading || ''}  [${clause.start}-${clause.ownEnd}]`)
    for (const t of targets.get(clause.id) ?? []) lines.push(`${indent}  · 目标 ${t.subject}：${valueText(t)}，${deadlineText(t)}`)
    for (const a of amounts.get(clause.id) ?? []) lines.push(`${indent}  · 数额 ${valueText(a)}`)
    for (const c of citations.get(clause.id) ?? []) lines.push(`${indent}  · 引用 ${c.title ? `《${c.title}》` : ''}${c.number ?? ''}`)
    const duties = assigned.get(clause.id) ?? []
    if (duties.length > 0) lines.push(`${indent}  · 分工 ${duties.map((d) => `${d.organisation}(${roleWords[d.role]})`).join('、')}`)
  }
  const count = `条款 ${reading.clauses.length}  目标 ${reading.targets.length}  分工 ${reading.duties.length}  引用 ${reading.citations.length}  数额 ${reading.amounts.length}  未读 ${reading.unread.length}`
  const unread = reading.unread.map((u) => `  [${u.start}-${u.end}] ${u.reason}`)
  const problems = reading.problems.map((p) => `  ${p.zh}`)
  return [...lines, '', count, ...unread, ...problems, ''].join('\n')
}
