/** `bangfu plan attach`: joins the user's own copy of the plan to the pack, so that pages show its words. */
import type { Command } from '../command.ts'
import { openClient } from '../house-client.ts'
import { readInputFile } from '../read-input-file.ts'

export const planAttachCommand: Command = {
  name: 'plan attach',
  usage: 'plan attach FILE',
  zh: '附上方案原文，页面即显示原文（按文本指纹核对）',
  en: 'attach the plan document, so that pages show its words (checked by hash)',
  positionals: [1, 1],
  async run({ environment, language, positionals, print }) {
    const file = await readInputFile(environment, positionals[0]!)
    const client = await openClient(environment, language, undefined)
    try {
      const { characters, differences } = await client.call('attachDocument', { file })
      print(language === 'zh' ? `✓ 已附上原文，${characters} 字` : `✓ attached, ${characters} characters`)
      for (const difference of differences) print(`  ! ${difference[language]}`)
      return 0
    } finally {
      await client.close()
    }
  },
}
