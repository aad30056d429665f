/** Processor time that a PostgreSQL server on this machine has used, out of /proc (Linux): on a shared machine the clock says little. */
import { readFileSync, readdirSync } from 'node:fs'
import type pg from 'pg'

/** Ticks a second of /proc's counters: the same on every Linux that Node runs on. */
const ticks = 100

/** Fields of /proc/PID/stat after the name: 0 state, 1 parent, 11-12 own user and system time, 13-14 those of children that ended. */
function statOf(pid: number): readonly string[] | undefined {
  try {
    const stat = readFileSync(`/proc/${pid}/stat`, 'utf8')
    return stat.slice(stat.lastIndexOf(')') + 2).split(' ')
  } catch {
    return undefined
  }
}

/** Seconds of one connection's server process; NaN where they cannot be read. */
export function backendSeconds(client: pg.ClientBase): number {
  const stat = statOf((client as unknown as { readonly processID: number }).processID)
  return stat ? (Number(stat[11]) + Number(stat[12])) / ticks : Number.NaN
}

/** Seconds of the whole server that the connection belongs to, its writers and ended connections too. */
export function serverSeconds(client: pg.ClientBase): number {
  const server = Number(statOf((client as unknown as { readonly processID: number }).processID)?.[1])
  const own = statOf(server)
  if (!own) return Number.NaN
  let sum = [11, 12, 13, 14].reduce((all, field) => all + Number(own[field]), 0)
  for (const name of readdirSync('/proc')) {
    const stat = /^\d+$/.test(name) ? statOf(Number(name)) : undefined
    if (stat && Number(stat[1]) === server) sum += Number(stat[11]) + Number(stat[12])
  }
  return sum / ticks
}

export interface Spent {
  /** By the clock. */
  readonly seconds: number
  /** Of processor time: this process with all its threads, and the server. */
  readonly processor: number
}

export async function spent<T>(client: pg.ClientBase, work: () => Promise<T> | T): Promise<readonly [T, Spent]> {
  const [start, own, server] = [performance.now(), process.cpuUsage(), serverSeconds(client)]
  const result = await work()
  const used = process.cpuUsage(own)
  return [result, { seconds: (performance.now() - start) / 1000, processor: (used.user + used.system) / 1e6 + serverSeconds(client) - server }]
}
