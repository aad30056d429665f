/** `bangfu demo make`: the files of a synthetic county, as its offices would hand them in, with the truth beside them. */
import { resolve } from 'node:path'
import { parseDivisionCode, parsePlainDate, problem } from '@bangfu/kernel'
import type { Command } from '../command.ts'

export const demoMakeCommand: Command = {
  name: 'demo make',
  usage: 'demo make --to FOLDER [--county CODE] [--people N] [--seed N] [--as-of DATE] [--format xlsx|csv]',
  zh: '生成一个虚构的县的各部门名单（没有真实的人）',
  en: "write the departments' lists of a synthetic county (no real person)",
  options: { to: { type: 'string' }, county: { type: 'string' }, people: { type: 'string' }, seed: { type: 'string' }, 'as-of': { type: 'string' }, format: { type: 'string' } },
  positionals: [0, 0],
  async run({ environment, language, values, print }) {
    const text = (name: string, otherwise: string): string => (values[name] as string | undefined) ?? otherwise
    const refuse = (zhWhy: string, enWhy: string) => problem('server/bad-argument', { command: 'demo make', zhWhy, enWhy, usage: demoMakeCommand.usage })
    const whole = (name: string, otherwise: string, most: number): number => {
      const value = text(name, otherwise)
      if (!/^\d+$/.test(value) || Number(value) > most) throw refuse(`--${name} 应是不超过 ${most} 的整数`, `--${name} must be a whole number up to ${most}`)
      return Number(value)
    }
    if (values['to'] === undefined) throw refuse('请用 --to 指定文件夹', 'name the folder with --to')
    const format = text('format', 'xlsx')
    if (format !== 'xlsx' && format !== 'csv') throw refuse('--format 只能是 xlsx 或 csv', '--format is xlsx or csv')
    const { writeCountyFiles } = await import('@bangfu/demo')
    const files = await writeCountyFiles({
      county: parseDivisionCode(text('county', environment.county)), people: whole('people', String(environment.demoPeople), 2_000_000), seed: whole('seed', '1', 2 ** 31),
      asOf: parsePlainDate(text('as-of', '2018-06-30')), folder: resolve(environment.cwd, values['to'] as string), format,
    })
    print(language === 'zh' ? `✓ ${files.people} 人、${files.households} 户、${files.steps.length} 个文件：${files.folder}` : `✓ ${files.people} people, ${files.households} households, ${files.steps.length} files: ${files.folder}`)
    return 0
  },
}
