/** Writes the generated migration: `node packages/register/src/migrations/generate.ts`. */
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { entityTablesSql } from '../statements/entity-table.ts'

await writeFile(join(import.meta.dirname, '0005-statements.sql'), entityTablesSql())
