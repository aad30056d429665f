/** `bangfu lists export`: the work lists of every township as .xlsx, and all of them as one .csv. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import type { Command } from '../command.ts'
import { openClient } from '../house-client.ts'

export const listsExportCommand: Command = {
  name: 'lists export',
  usage: 'lists export [--to FOLDER] [--township CODE] [--as ACTOR]',
  zh: '导出工作清单：每个乡镇一个 .xlsx，全部一个 .csv',
  en: 'write the work lists: one .xlsx a township and one .csv for all',
  options: { to: { type: 'string' }, township: { type: 'string' }, as: { type: 'string' } },
  positionals: [0, 0],
  async run({ environment, language, values, print }) {
    const client = await openClient(environment, language, values['as'] as string | undefined)
    try {
      const folder = resolve(environment.cwd, (values['to'] as string | undefined) ?? 'lists')
      await mkdir(folder, { recursive: true })
      const save = async (name: string, query: Record<string, string>): Promise<void> => {
        const file = await client.call('exportWorkItems', { query: { ...query, language } })
        await writeFile(join(folder, name), Buffer.from(await file.arrayBuffer()), { mode: 0o600 })
        print(join(folder, name))
      }
      const counts = await client.call('getWorkItemCounts', { query: { state: 'open' } })
      const townships = counts.townships.filter((t) => t.key.length === 9 && (values['township'] === undefined || t.key === values['township']))
      for (const township of townships) await save(`${township.key}-${township.label[language]}.xlsx`, { format: 'xlsx', township: township.key })
      await save('work-items.csv', { format: 'csv' })
      return 0
    } finally {
      await client.close()
    }
  },
}
