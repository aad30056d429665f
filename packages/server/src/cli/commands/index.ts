/** Every `bangfu` command, in the order of the help. */
import type { Command } from '../command.ts'
import { benchCommand } from './bench.ts'
import { startCommand } from './start.ts'
import { checkCommand } from './check.ts'
import { testCommand } from './test.ts'

export const commands: readonly Command[] = [startCommand, testCommand, checkCommand, benchCommand]
