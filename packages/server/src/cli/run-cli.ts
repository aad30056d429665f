/** Chooses the command by its words, hands over the arguments, and turns whatever is thrown into sentences and an exit status. */
import { problem, type Language } from '@bangfu/kernel'
import { readEnvironment } from '../environment/environment.ts'
import { parseArguments, type Command } from './command.ts'
import { reportProblems } from './report-problems.ts'

function wantedLanguage(args: readonly string[], variables: NodeJS.ProcessEnv): Language {
  const at = args.indexOf('--lang')
  const word = at >= 0 ? args[at + 1] : args.find((a) => a.startsWith('--lang='))?.slice(7)
  return word === 'en' || (word === undefined && variables['BANGFU_LANG'] === 'en') ? 'en' : 'zh'
}

export function helpText(commands: readonly Command[], language: Language): string {
  const lines = commands.map((c) => `  bangfu ${c.usage}\n      ${language === 'zh' ? c.zh : c.en}`)
  return [language === 'zh' ? '用法（npm run bangfu -- 命令）：' : 'Usage (npm run bangfu -- COMMAND):', ...lines].join('\n')
}

/** The command that the first words name, and the rest of the arguments. Two words win over one. */
export function findCommand(commands: readonly Command[], args: readonly string[]): { command: Command; rest: readonly string[] } | undefined {
  for (const words of [2, 1]) {
    const command = commands.find((c) => c.name === args.slice(0, words).join(' '))
    if (command) return { command, rest: args.slice(words) }
  }
  return undefined
}

function leadingWords(args: readonly string[]): string {
  const option = args.findIndex((a) => a.startsWith('-'))
  return args.slice(0, option < 0 ? 2 : Math.min(option, 2)).join(' ')
}

/** Runs one command line; never throws. Returns the exit status. */
export async function runCli(commands: readonly Command[], args: readonly string[], variables: NodeJS.ProcessEnv, root: string): Promise<number> {
  const language = wantedLanguage(args, variables)
  const print = (line: string): void => { process.stdout.write(`${line}\n`) }
  try {
    if (args.length === 0 || args[0] === 'help' || args[0] === '--help' || args[0] === '-h') {
      print(helpText(commands, language))
      return 0
    }
    const found = findCommand(commands, args)
    if (!found) throw problem('server/unknown-command', { command: leadingWords(args), known: commands.map((c) => c.name).join(', ') })
    const { positionals, values } = parseArguments(found.command, found.rest)
    const environment = readEnvironment(variables, root, process.cwd())
    return await found.command.run({ environment, language, positionals, values, print })
  } catch (error) {
    return reportProblems(error, language, variables['BANGFU_LOG'] === 'debug')
  }
}

