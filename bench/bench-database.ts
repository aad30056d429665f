/** A PostgreSQL server as the product starts it (nothing switched off), in a folder that goes away; for benches only. */
import { chmodSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { openRegister, prepareDatabase, startEmbeddedPostgres, type Register } from '@bangfu/register'
import pg from 'pg'

export interface BenchDatabase {
  readonly register: Register
  /** As the cluster's superuser, whom no policy binds: to fill tables and for anchors. */
  readonly admin: pg.Client
  close(): Promise<void>
}

export interface BenchServer {
  openDatabase(name: string, options?: { readonly poolSize?: number }): Promise<BenchDatabase>
  stop(): Promise<void>
}

export async function startBenchServer(): Promise<BenchServer> {
  const folder = mkdtempSync(join(tmpdir(), 'bangfu-bench-'))
  chmodSync(folder, 0o755)
  const server = await startEmbeddedPostgres({ dataFolder: folder })
  return {
    openDatabase: async (name, options = {}) => {
      const { app } = await prepareDatabase(server.connection, name)
      const register = await openRegister(app, options)
      const admin = new pg.Client({ ...server.connection, database: name })
      // The server ends before the connection when a bench fails; the failure itself is what should be read.
      admin.on('error', () => undefined)
      await admin.connect()
      return { register, admin, close: async () => {
        await admin.end()
        await register.close()
      } }
    },
    stop: async () => {
      await server.stop()
      rmSync(folder, { recursive: true, force: true, maxRetries: 5 })
    },
  }
}
