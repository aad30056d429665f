/** `bangfu plan read` and `plan text`: what the reader finds in a plan document, and the text its spans refer to. */
import type { Command } from '../command.ts'
import { readInputFile } from '../read-input-file.ts'

export const planReadCommand: Command = {
  name: 'plan read',
  usage: 'plan read FILE [--json]',
  zh: '读方案原文：条款树、职责、目标数量、引用文件（.txt、.html、.docx、.pdf）',
  en: 'read a plan document: clauses, duties, quantities, citations (.txt, .html, .docx, .pdf)',
  options: { json: { type: 'boolean' } },
  positionals: [1, 1],
  async run({ environment, positionals, values, print }) {
    const { formatOutline, openDocument, readPlan } = await import('@bangfu/plan')
    const { name, bytes } = await readInputFile(environment, positionals[0]!)
    const reading = readPlan(await openDocument(bytes, { fileName: name }), { fileName: name })
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
  zh: '输出方案原文的文本（位置编号以它为准）',
  en: 'print the text that the spans of a reading refer to',
  positionals: [1, 1],
  async run({ environment, positionals, print }) {
    const { openDocument } = await import('@bangfu/plan')
    const { name, bytes } = await readInputFile(environment, positionals[0]!)
    print((await openDocument(bytes, { fileName: name })).text)
    return 0
  },
}
