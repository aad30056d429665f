/** `bangfu run`: one run over everything in the register, with progress. */
import type { Command } from '../command.ts'
import { openClient } from '../house-client.ts'

export const runCommand: Command = {
  name: 'run',
  usage: 'run [--as-of DATE] [--as ACTOR]',
  zh: '核算：谁该享受什么、谁没有、还要核实什么',
  en: 'work out who should get what, who does not, and what must be asked',
  options: { 'as-of': { type: 'string' }, as: { type: 'string' } },
  positionals: [0, 0],
  async run({ environment, language, values, print }) {
    const client = await openClient(environment, language, values['as'] as string | undefined)
    try {
      const asOf = values['as-of'] as string | undefined
      const job = await client.wait(await client.call('startRun', { body: asOf === undefined ? {} : { asOf } }), (j) => print(`  ${j.step[language]}`))
      const run = await client.call('getRun', { params: { id: job.result ?? '' } })
      const counts = run.counts
      print(language === 'zh' ? `✓ ${run.asOf}：应享未享 ${counts?.owed ?? 0}，线索 ${counts?.lead ?? 0}，待核实 ${counts?.verify ?? 0}` : `✓ ${run.asOf}: ${counts?.owed ?? 0} owed, ${counts?.lead ?? 0} leads, ${counts?.verify ?? 0} to verify`)
      return 0
    } finally {
      await client.close()
    }
  },
}
