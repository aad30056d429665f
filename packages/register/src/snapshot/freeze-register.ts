/** What was known on a day of a day, as one call: a snapshot of the scope, from the current facts or folded anew up to an instant. */
import type { PlainDate, SnapshotManifest } from '@bangfu/kernel'
import type { Register } from '../session/register.ts'
import { scopedTransaction, type ScopedClient, type Session } from '../session/session.ts'
import { foldSql } from '../statements/fold-sql.ts'
import { writeSnapshot, type SnapshotOptions } from './write-snapshot.ts'

export type FreezeOptions = Omit<SnapshotOptions, 'relationOf'>

/**
 * Writes the snapshot of everything in the session's scope. `asOf` is the day the facts are true of, `recordedUntil` the instant up to which
 * the register's knowledge counts. When no statement lies beyond either, the current tables are that fold already.
 */
export function freezeRegister(register: Register, session: Session, options: FreezeOptions): Promise<SnapshotManifest> {
  // All tables must be of one moment, whatever is imported meanwhile.
  return scopedTransaction(register, session, 'isolation level repeatable read, read only', async (tx) => {
    const where = `t.effective_from <= date '${options.asOf}' and (t.effective_to is null or t.effective_to > date '${options.asOf}') and t.recorded_at <= timestamptz '${instantOf(options.recordedUntil)}'`
    const beyond = await hasBeyond(tx, options.asOf, options.recordedUntil)
    return writeSnapshot(tx.connection, beyond ? { ...options, relationOf: (entity) => `(${foldSql(entity, { where })})` } : options)
  })
}

/** Only digits and the signs of an instant ever reach the text of a statement. */
function instantOf(text: string | undefined): string {
  return text === undefined ? 'infinity' : new Date(text).toISOString()
}

async function hasBeyond(tx: ScopedClient, asOf: PlainDate, recordedUntil: string | undefined): Promise<boolean> {
  const { rows } = await tx.query<{ beyond: boolean }>('select exists (select from register.list where as_of > $1::date or recorded_at > $2::timestamptz) as beyond', [asOf, instantOf(recordedUntil)])
  return rows[0]!.beyond
}
