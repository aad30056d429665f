/** `bangfu plan read` and `plan text`: what the reader finds in a plan document, and the text its spans refer to. */
import type { Command } from '../command.ts'
import { readInputFile } from '../read-input-file.ts'

export const planReadCommand: Command = {
  name: 'plan read',
  usage: 'plan read FILE [--json]',
  zh: '读方案原文:条款树、职责、目标数量、引用文件(.txt,UTF-8 或 GB 18030)',
  en: 'read a plan document: clauses, duties, quantities, citations (.txt, UTF-8 or GB 18030)',
  options: { json: { type: 'boolean' } },
  positionals: [1, 1],
  async run({ environment, language, positionals, values, print }) {
    const { planText, readPlan } = await import('@bangfu/plan')
    const { name, bytes } = await readInputFile(environment, positionals[0]!)
    const reading = readPlan(bytes, { fileName: name })
    if (values['json']) {
      print(JSON.stringify(reading, null, 2))
      return 0
    }
    const text = planText(bytes, { fileName: name })
    const depth = new Map<string, number>()
    print(`${reading.document.title}  ${reading.document.number ?? ''}`)
    for (const clause of reading.clauses) {
      const level = clause.parent === null ? 0 : (depth.get(clause.parent) ?? 0) + 1
      depth.set(clause.id, level)
      print(`${'  '.repeat(level + 1)}${clause.id}  ${clause.heading}`)
      for (const target of reading.targets.filter((t) => t.clause === clause.id)) print(`${'  '.repeat(level + 2)}· ${text.slice(target.start, target.end)} [${target.start}-${target.end}]`)
    }
    const { clauses, targets, duties, citations, unread, problems } = reading
    print(language === 'zh'
      ? `${clauses.length} 条,${targets.length} 个数量,${duties.length} 项职责,${citations.length} 处引用,未读懂 ${unread.length} 处`
      : `${clauses.length} clauses, ${targets.length} quantities, ${duties.length} duties, ${citations.length} citations, ${unread.length} unread`)
    for (const problem of problems) print(`! ${problem[language]} [${problem.code}]`)
    return 0
  },
}

export const planTextCommand: Command = {
  name: 'plan text',
  usage: 'plan text FILE',
  zh: '输出方案原文的文本(位置编号以它为准)',
  en: 'print the text that the spans of a reading refer to',
  positionals: [1, 1],
  async run({ environment, positionals, print }) {
    const { planText } = await import('@bangfu/plan')
    const { name, bytes } = await readInputFile(environment, positionals[0]!)
    print(planText(bytes, { fileName: name }))
    return 0
  },
}
