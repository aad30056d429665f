/** Entry of every `bangfu` command; started by preflight.cjs under the Node that npm installed. */
import { dirname, resolve } from 'node:path'
import { fileURLToPath } from 'node:url'
import { commands } from './cli/commands/index.ts'
import { runCli } from './cli/run-cli.ts'

const root = resolve(dirname(fileURLToPath(import.meta.url)), '../../..')
process.exitCode = await runCli(commands, process.argv.slice(2), process.env, root)
// The channel to preflight.cjs would keep the process alive.
if (process.connected) process.disconnect?.()
