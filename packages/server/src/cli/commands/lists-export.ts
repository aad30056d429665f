/** `bangfu lists export`: the work lists of every township as .xlsx, and all of them as one .csv. */
import { mkdir, writeFile } from 'node:fs/promises'
import { join, resolve } from 'node:path'
import { problem } from '@bangfu/kernel'
import type { Command } from '../command.ts'
import { openClient } from '../house-client.ts'

export const listsExportCommand: Command = {
  name: 'lists export',
  usage: 'lists export [--to FOLDER] [--township CODE] [--department ID] [--as ACTOR]',
  zh: '导出工作清单：每个乡镇一个 .xlsx，全部一个 .csv；可只要一个部门的',
  en: 'write the work lists: one .xlsx a township and one .csv for all; of one department if asked',
  options: { to: { type: 'string' }, township: { type: 'string' }, department: { type: 'string' }, as: { type: 'string' } },
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
      const wanted = values['department'] as string | undefined
      const all = await client.call('getWorkItemCounts', { query: { state: 'open' } })
      const department = wanted === undefined ? undefined : all.departments.find((d) => [d.key, d.label.zh, d.label.en].includes(wanted))
      if (wanted !== undefined && !department) throw problem('server/bad-argument', { command: 'lists export', zhWhy: `没有“${wanted}”的未办事项，有的是 ${all.departments.map((d) => d.label.zh).join('、')}`, enWhy: `"${wanted}" has nothing open; those that have: ${all.departments.map((d) => `${d.key} (${d.label.en})`).join(', ')}`, usage: listsExportCommand.usage })
      const own = department ? { department: department.key } : {}
      const counts = department ? await client.call('getWorkItemCounts', { query: { state: 'open', ...own } }) : all
      const townships = counts.townships.filter((t) => t.key.length === 9 && (values['township'] === undefined || t.key === values['township']))
      for (const township of townships) await save(`${township.key}-${township.label[language]}.xlsx`, { format: 'xlsx', township: township.key, ...own })
      await save('work-items.csv', { format: 'csv', ...own })
      return 0
    } finally {
      await client.close()
    }
  },
}
