/** The shape of a `bangfu` command, and how its arguments are read and refused. Knows no command by name. */
import { parseArgs, type ParseArgsOptionsConfig } from 'node:util'
import { problem, type Language } from '@bangfu/kernel'
import type { Environment } from '../environment/environment.ts'

export interface CommandInput {
  readonly environment: Environment
  readonly language: Language
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
  /** One line on standard output. */
  readonly print: (line: string) => void
}

export interface Command {
  /** Words that call it: `plan read`. */
  readonly name: string
  readonly usage: string
  readonly zh: string
  readonly en: string
  readonly options?: ParseArgsOptionsConfig
  /** Fewest and most positional arguments. */
  readonly positionals: readonly [number, number]
  /** Returns the exit status. */
  readonly run: (input: CommandInput) => Promise<number>
}

export interface ParsedArguments {
  readonly positionals: readonly string[]
  readonly values: Readonly<Record<string, string | boolean | undefined>>
}

/** Reads the arguments after the command's own words; refuses unknown options and a wrong number of arguments. */
export function parseArguments(command: Command, args: readonly string[]): ParsedArguments {
  const refuse = (zhWhy: string, enWhy: string) => problem('server/bad-argument', { command: command.name, zhWhy, enWhy, usage: command.usage })
  let parsed
  try {
    parsed = parseArgs({ args: [...args], options: { ...command.options, lang: { type: 'string' } }, allowPositionals: true, strict: true })
  } catch (error) {
    const option = /'(--?[^' ]+)/.exec((error as Error).message)?.[1] ?? ''
    throw refuse(`选项 ${option} 不认识或缺少值`, `option ${option} is unknown or lacks its value`)
  }
  const [fewest, most] = command.positionals
  if (parsed.positionals.length < fewest) throw refuse('缺少参数', 'an argument is missing')
  if (parsed.positionals.length > most) throw refuse(`多余的参数“${parsed.positionals[most]}”`, `"${parsed.positionals[most]}" is one argument too many`)
  const values = parsed.values as Record<string, string | boolean | undefined>
  if (values['lang'] !== undefined && values['lang'] !== 'zh' && values['lang'] !== 'en') throw refuse('--lang 只能是 zh 或 en', '--lang is zh or en')
  return { positionals: parsed.positionals, values }
}
