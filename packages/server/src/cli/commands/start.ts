/** `bangfu start`. The rooms are loaded only when it runs: checks and help must work although a room is broken. */
import type { Command } from '../command.ts'

export const startCommand: Command = {
  name: 'start',
  usage: 'start [--port N]',
  zh: '启动：自带 PostgreSQL、方案包、页面，只在本机访问',
  en: 'start: embedded PostgreSQL, plan pack, pages, for this machine only',
  options: { port: { type: 'string' } },
  positionals: [0, 0],
  run: async (input) => (await import('../../launch/start.ts')).start(input),
}
