/** `bangfu start`. The rooms are loaded only when it runs: checks and help must work although a room is broken. */
import { resolve } from 'node:path'
import type { Command } from '../command.ts'

export const startCommand: Command = {
  name: 'start',
  usage: 'start [--port N] [--pack FOLDER]',
  zh: '启动：自带 PostgreSQL、方案包、页面，只在本机访问；--pack 换用另一个方案包',
  en: 'start: embedded PostgreSQL, plan pack, pages, for this machine only; --pack runs another plan pack',
  options: { port: { type: 'string' }, pack: { type: 'string' } },
  positionals: [0, 0],
  run: async (input) => {
    const { environment, values } = input
    const pack = values['pack']
    const chosen = typeof pack === 'string' ? { ...environment, packFolder: resolve(environment.cwd, pack) } : environment
    return (await import('../../launch/start.ts')).start({ ...input, environment: chosen })
  },
}
