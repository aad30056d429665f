/** `bangfu audit`: whether everything that was done stands as it was sealed, and what stands now follows from it. Changes nothing; status 1 when something does not fit. */
import { askPatiently } from '../ask-patiently.ts'
import type { Command } from '../command.ts'
import { openClient } from '../house-client.ts'

export const auditCommand: Command = {
  name: 'audit',
  usage: 'audit [--head POSITION:HASH] [--as ACTOR]',
  zh: '核验留痕：谁在何时写下什么、各次核算的文件，是否仍与封存时一样；现行数据是否与名单和答复所述一致',
  en: 'see whether what was done, and the files of every run, stand as they were sealed, and current facts are what lists and answers state',
  options: { head: { type: 'string' }, as: { type: 'string' } },
  positionals: [0, 0],
  async run({ environment, language, values, print }) {
    const client = await openClient(environment, language, values['as'] as string | undefined)
    try {
      const { actions, head, faults, runs } = await askPatiently(() => client.call('getAudit', { query: { head: values['head'] as string | undefined } }))
      for (const fault of faults) print(`✗ ${fault.text[language]}`)
      const changed = runs.filter((run) => run.files === 'changed')
      for (const run of changed) print(language === 'zh' ? `✗ ${run.asOf} 核算的文件与发布时不同：${run.changed.join('、')}` : `✗ files of the run of ${run.asOf} are not those that were published: ${run.changed.join(', ')}`)
      const same = runs.filter((run) => run.files === 'same').length
      if (faults.length + changed.length > 0) return 1
      if (language === 'zh') print(`✓ ${actions} 项操作与封存时一样，现行数据与名单和答复所述一致；${same} 次核算的文件与发布时一样，${runs.length - same} 次的文件不在本机或未封存\n凭据（请抄录在系统之外，下次用 --head 核对）：${head ?? '—'}`)
      else print(`✓ ${actions} actions stand as they were sealed, and current facts are what lists and answers state; the files of ${same} runs are those that were published, those of ${runs.length - same} are not here or were not sealed\nhead (note it outside the house, and give it with --head next time): ${head ?? '—'}`)
      return 0
    } finally {
      await client.close()
    }
  },
}
