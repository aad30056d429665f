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
  async run({ environment, positionals, values, print }) {
    const { formatOutline, readPlan } = await import('@bangfu/plan')
    const { name, bytes } = await readInputFile(environment, positionals[0]!)
    const reading = readPlan(bytes, { fileName: name })
    if (values['json']) {
      print(JSON.stringify(reading, null, 2))
      return 0
    }
    print(formatOutline(reading))
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
