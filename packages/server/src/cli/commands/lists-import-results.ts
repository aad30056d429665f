/** `bangfu lists import-results`: workbooks that townships handed back, by the same call as the page; what was not taken is said row by row. */
import type { ResultsOutcome } from '../../contract/index.ts'
import type { Command, CommandInput } from '../command.ts'
import { openClient } from '../house-client.ts'
import { readInputFile } from '../read-input-file.ts'

function show(input: CommandInput, name: string, outcome: ResultsOutcome): void {
  const { taken, blank, unchanged, rejected, notices } = outcome
  input.print(input.language === 'zh'
    ? `${name}：收下 ${taken} 条结果，未填 ${blank} 行，与上次相同 ${unchanged} 行，退回 ${rejected.length} 行`
    : `${name}: ${taken} results taken, ${blank} rows blank, ${unchanged} as before, ${rejected.length} refused`)
  for (const row of rejected) for (const p of row.problems) input.print(`  - ${p[input.language]} [${p.code}]`)
  for (const p of notices) input.print(`  · ${p[input.language]} [${p.code}]`)
}

export const listsImportResultsCommand: Command = {
  name: 'lists import-results',
  usage: 'lists import-results FILE… [--as ACTOR]',
  zh: '交回填好结果的工作清单（.xlsx）；退回的行逐条说明，有退回的退出码是 2',
  en: 'take back work lists with their results (.xlsx); refused rows are explained, and the exit status is then 2',
  options: { as: { type: 'string' } },
  positionals: [1, 100],
  async run(input) {
    const files = await Promise.all(input.positionals.map((file) => readInputFile(input.environment, file)))
    const client = await openClient(input.environment, input.language, input.values['as'] as string | undefined)
    let refused = 0
    try {
      for (const file of files) {
        const outcome = await client.call('uploadWorkItems', { file })
        refused += outcome.rejected.length
        show(input, file.name, outcome)
      }
      return refused > 0 ? 2 : 0
    } finally {
      await client.close()
    }
  },
}
