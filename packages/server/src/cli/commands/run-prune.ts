/** `bangfu run prune`: which old lists nothing refers to any more, and with `--apply` their removal. */
import { problem } from '@bangfu/kernel'
import type { Command } from '../command.ts'
import { openClient } from '../house-client.ts'

const kept = {
  newest: { zh: '保留：最近的核算', en: 'stays: among the newest' }, export: { zh: '保留：清单已下发', en: 'stays: a list left as a file' },
  answer: { zh: '保留：有交回的结果', en: 'stays: results came back for it' }, pruned: { zh: '清单以前已清理', en: 'its lists went before' },
} as const

export const runPruneCommand: Command = {
  name: 'run prune',
  usage: 'run prune --keep N [--apply] [--as ACTOR]',
  zh: '列出（加 --apply 则清理）没有下发、也没有结果的旧清单；核算的数字一律保留',
  en: 'list (with --apply take away) old lists that were neither handed out nor answered; the figures of every run stay',
  options: { keep: { type: 'string' }, apply: { type: 'boolean' }, as: { type: 'string' } },
  positionals: [0, 0],
  async run({ environment, language, values, print }) {
    const keep = Number(values['keep'])
    if (!Number.isInteger(keep) || keep < 1 || keep > 1000) throw problem('server/bad-argument', { command: 'run prune', zhWhy: '--keep 须为 1 至 1000 的整数', enWhy: '--keep is a whole number from 1 to 1000', usage: this.usage })
    const client = await openClient(environment, language, values['as'] as string | undefined)
    try {
      const apply = values['apply'] === true
      const { rows } = await client.call('pruneRuns', { body: { keep, apply } })
      const fate = apply ? { zh: '已清理', en: 'gone' } : { zh: '可清理', en: 'may go' }
      for (const row of rows) print(`  ${row.publishedAt.slice(0, 16).replace('T', ' ')}  ${row.asOf}  ${language === 'zh' ? `${row.items} 条` : `${row.items} items`}  ${(row.keptFor ? kept[row.keptFor] : fate)[language]}`)
      const going = rows.filter((row) => row.keptFor === null)
      const items = going.reduce((sum, row) => sum + row.items, 0)
      if (language === 'zh') print(`✓ ${fate.zh} ${going.length} 次核算的清单，共 ${items} 条${apply || going.length === 0 ? '' : '。加 --apply 才真正清理'}`)
      else print(`✓ lists of ${going.length} runs ${apply ? 'are gone' : 'may go'}, ${items} items${apply || going.length === 0 ? '' : '. Nothing goes without --apply'}`)
      return 0
    } finally {
      await client.close()
    }
  },
}
