/**
 * Writes what is generated from the vocabulary and the migrations: `0005-statements.sql`, the files of later fields, and `schema.sql`.
 * Run: `node packages/register/src/migrations/generate.ts`. It starts a throw-away database in the temp folder.
 */
import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { startEmbeddedPostgres } from '../postgres/embedded.ts'
import { prepareDatabase, withClient } from '../postgres/prepare-database.ts'
import { addedFieldsSql, entityTablesSql } from '../statements/entity-table.ts'
import { dumpSchema } from './schema-dump.ts'

await writeFile(join(import.meta.dirname, '0005-statements.sql'), entityTablesSql())
await writeFile(join(import.meta.dirname, '0012-facts-of-help.sql'), addedFieldsSql(12))
const dataFolder = await mkdtemp(join(tmpdir(), 'bangfu-schema-'))
await chmod(dataFolder, 0o755)
const server = await startEmbeddedPostgres({ dataFolder, settings: { fsync: 'off' } })
try {
  await prepareDatabase(server.connection, 'schema')
  const text = await withClient({ ...server.connection, database: 'schema' }, dumpSchema)
  await writeFile(join(import.meta.dirname, 'schema.sql'), text)
} finally {
  await server.stop()
  await rm(dataFolder, { recursive: true, force: true })
}
