/** `bangfu why`: the explanation of one person (household, village, facility) and one measure, to be read aloud. */
import { problem } from '@bangfu/kernel'
import type { Command } from '../command.ts'
import { openClient, type HouseClient } from '../house-client.ts'

const idShape = /^[0-9a-f]{8}-[0-9a-f-]{27}$/

/** The subject's id: given, or found by name, number or pinyin when exactly one fits. */
async function subjectOf(client: HouseClient, words: string, usage: string): Promise<string> {
  if (idShape.test(words)) return words
  const found = await client.call('getPersons', { query: { q: words, size: 2 } })
  const [first] = found.rows
  if (!first) throw problem('server/not-found', { zhWhat: '人', enWhat: 'person' })
  if (found.total > 1) throw problem('server/bad-argument', { command: 'why', zhWhy: `有 ${found.total} 个人符合，请给出更多（证件号或姓名全称）`, enWhy: `${found.total} people fit; give more (id number or full name)`, usage })
  return first.id
}

export const whyCommand: Command = {
  name: 'why',
  usage: 'why PERSON MEASURE [--period P] [--as ACTOR]',
  zh: '为什么给（或不给）：逐条说明，可在村民会上宣读',
  en: 'why somebody gets a measure or not, condition by condition, to be read aloud',
  options: { period: { type: 'string' }, as: { type: 'string' } },
  positionals: [2, 2],
  async run({ environment, language, positionals, values, print }) {
    const [words, measure] = positionals as [string, string]
    const client = await openClient(environment, language, values['as'] as string | undefined)
    try {
      const subject = await subjectOf(client, words, whyCommand.usage)
      const why = await client.call('getWhy', { query: { measure, subject, period: values['period'] as string | undefined } })
      print(why.readAloud[language])
      for (const condition of why.conditions) {
        print(`${{ yes: '✓', no: '✗', undetermined: '?' }[condition.answer]} ${condition.sentence[language]}`)
        for (const fact of condition.facts) print(`    ${fact.subject === null ? '' : `${fact.subject} `}${fact.label[language]}: ${fact.text[language]}${fact.source === null ? '' : ` — ${fact.source} ${fact.asOf ?? ''}`}`)
        for (const p of condition.parameters) print(`    ${p.label[language]}: ${p.text[language]}${p.source === null ? '' : ` — ${p.source}`}`)
      }
      for (const clause of why.measure.clauses) print(`  ${clause.id} ${clause.title[language]}`)
      return 0
    } finally {
      await client.close()
    }
  },
}
