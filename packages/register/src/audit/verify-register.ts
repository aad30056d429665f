/**
 * Checks that everything that was done stands as it was sealed at its commit (see migrations/0017-sealed-actions.sql): works every action's rows out
 * anew, follows the chain, and compares what stands now with what was stated. Changes nothing. Who can write as a superuser can also seal anew: that shows
 * against a head that was noted elsewhere.
 */
import { createHash } from 'node:crypto'
import type { Register } from '../session/register.ts'
import { scopedTransaction, systemSession, type ScopedClient } from '../session/session.ts'
import type { DifferenceKind } from '../statements/fold-differences.ts'
import { compareCurrent } from './compare-current.ts'

/**
 * `changed`: rows of a table are not those that were sealed. `unsealed`: an action without a seal. `stray`: rows whose action is not there.
 * `gap`: a seal is missing before this one. `chain`: the seal does not follow from the one before it. `head`: the chain does not hold the head that was noted.
 * `altered`, `missing`, `added`: rows of what stands now (a current table, the search rows) are not what the statements say; see `compare-current.ts`.
 */
export interface AuditFault {
  readonly kind: 'changed' | 'unsealed' | 'stray' | 'gap' | 'chain' | 'head' | DifferenceKind
  /** Place in the chain; null for what has none. */
  readonly position: number | null
  readonly action: string | null
  readonly table: string | null
  /** Rows of the table when it was sealed, and now. */
  readonly sealed: number | null
  readonly found: number | null
  /** Of what stands now: the first columns that differ, and the ids of the first subjects. */
  readonly columns: readonly string[]
  readonly subjects: readonly string[]
}

/** End of the chain: worth noting outside the house, for it names everything before it. */
export interface AuditHead {
  readonly position: number
  /** Hexadecimal. */
  readonly chain: string
}

export interface RegisterAudit {
  readonly actions: number
  /** Null in a register in which nothing was done yet. */
  readonly head: AuditHead | null
  readonly faults: readonly AuditFault[]
}

/** `joined`: the table that names the action for its rows. Names come from the catalogue. */
interface SealedTable { readonly name: string; readonly joined: string | null }
interface Effect { readonly action: string; readonly rows: number; readonly hash: string }
interface Seal { readonly position: number; readonly action: string; readonly effects: string; readonly chain: string }
type Effects = Map<string, Map<string, Effect>>

const nothing = { position: null, action: null, table: null, sealed: null, found: null, columns: [], subjects: [] } as const

function effectsSql({ name, joined }: SealedTable): string {
  return `select action, count(*)::int as rows, encode(sha256(string_agg(h, ''::bytea order by h)), 'hex') as hash
    from (select ${joined === null ? 't' : 'o'}.action_id::text as action, sha256(convert_to(rtrim(t::text, ',)'), 'UTF8')) as h from register.${name} t ${joined === null ? '' : `join register.${joined} o using (${joined}_id)`}) hashed group by action`
}

/** What each action is found to have written, by action and table. */
async function readEffects(tx: ScopedClient): Promise<Effects> {
  const found: Effects = new Map()
  const { rows: sealed } = await tx.query<SealedTable & Record<string, unknown>>('select name, joined from register.sealed_tables()')
  for (const table of sealed) {
    for (const row of (await tx.query<Effect & Record<string, unknown>>(effectsSql(table))).rows) {
      const tables = found.get(row.action) ?? new Map<string, Effect>()
      found.set(row.action, tables.set(table.name, row))
    }
  }
  return found
}

/** Lines of a seal: table, number of rows, hash. */
function sealedEffects(effects: string): Map<string, { readonly rows: number; readonly hash: string }> {
  return new Map(effects.split('\n').filter((line) => line !== '').map((line) => {
    const [table = '', rows, hash = ''] = line.split(' ')
    return [table, { rows: Number(rows), hash }]
  }))
}

/** Tables of one action whose rows are not those that were sealed. Items of a run whose lists were taken away are gone rightly. */
function changesOf(seal: Seal, found: ReadonlyMap<string, Effect>, pruned: ReadonlySet<string>): AuditFault[] {
  const sealed = sealedEffects(seal.effects)
  return [...new Set([...sealed.keys(), ...found.keys()])].flatMap((table): AuditFault[] => {
    const [before, now] = [sealed.get(table), found.get(table)]
    if (before?.hash === now?.hash && before?.rows === now?.rows) return []
    if (table === 'work_item' && now === undefined && pruned.has(seal.action)) return []
    return [{ ...nothing, kind: 'changed', position: seal.position, action: seal.action, table, sealed: before?.rows ?? 0, found: now?.rows ?? 0 }]
  })
}

function chainFaults(seals: readonly Seal[]): AuditFault[] {
  let before: Seal | undefined
  return seals.flatMap((seal): AuditFault[] => {
    const expected = createHash('sha256').update(Buffer.from(before?.chain ?? '', 'hex')).update(seal.effects).digest('hex')
    const at = { ...nothing, position: seal.position, action: seal.action }
    const gap = seal.position !== (before?.position ?? 0) + 1
    before = seal
    if (gap) return [{ ...at, kind: 'gap' }]
    return seal.chain === expected ? [] : [{ ...at, kind: 'chain' }]
  })
}

function faultsOf(seals: readonly Seal[], effects: Effects, pruned: ReadonlySet<string>): AuditFault[] {
  const known = new Set(seals.map((seal) => seal.action))
  const others = [...effects].filter(([action]) => !known.has(action)).flatMap(([action, tables]): AuditFault[] => (tables.has('action')
    ? [{ ...nothing, kind: 'unsealed', action }]
    : [...tables].map(([table, { rows }]) => ({ ...nothing, kind: 'stray', action, table, found: rows }))))
  return [...chainFaults(seals), ...seals.flatMap((seal) => changesOf(seal, effects.get(seal.action) ?? new Map(), pruned)), ...others]
}

/** Looks at everything, whatever the scope. `noted`: a head from an earlier audit, which the chain must still hold. */
export function verifyRegister(register: Register, noted?: AuditHead): Promise<RegisterAudit> {
  return scopedTransaction(register, systemSession, 'isolation level repeatable read, read only', async (tx) => {
    await tx.query(`set local timezone = 'UTC'; set local datestyle = 'ISO, YMD'`)
    const { rows: seals } = await tx.query<Seal & Record<string, unknown>>(`select position::int as position, action_id::text as action, effects, encode(chain, 'hex') as chain from register.action_seal order by position`)
    const { rows: gone } = await tx.query<{ action: string }>('select r.action_id::text as action from register.run_pruned p join register.run r using (run_id)')
    const written = faultsOf(seals, await readEffects(tx), new Set(gone.map((row) => row.action)))
    const faults = [...written, ...(await compareCurrent(tx)).map(({ rows, ...fault }): AuditFault => ({ ...nothing, ...fault, found: rows }))]
    const held = noted === undefined || noted.position === 0 || seals.some((seal) => seal.position === noted.position && seal.chain === noted.chain)
    const last = seals.at(-1)
    return { actions: seals.length, head: last ? { position: last.position, chain: last.chain } : null, faults: held ? faults : [...faults, { ...nothing, kind: 'head', position: noted.position }] }
  })
}
