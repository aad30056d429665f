/**
 * What a table would change: its rows beside what the register says now, found by their numbers. Shown before anything is accepted.
 * Counts by number only; persons without one are matched at the commit, by the register's own rules.
 */
import { entities, findField, type EntityKey } from '@bangfu/kernel'
import type { CanonicalValue, MappedRow, MappedTable } from '@bangfu/register'
import type { Preview } from '../contract/index.ts'
import { factColumnsSql, type FactRow } from '../reading/fact-rows.ts'
import type { ScopedQuery } from '../reading/scoped-query.ts'
import { valueWords, type StoredValue } from '../reading/words.ts'

type Changes = Preview['changes']

const batchRows = 5000
const sampleShown = 50

/** One spelling for a stored and a stated value, so that they can be compared. */
function plain(value: CanonicalValue | StoredValue): string {
  if (Array.isArray(value)) return [...value].sort().join('|')
  const text = String(value)
  return /^-?\d+\.\d+$/.test(text) ? text.replace(/\.?0+$/, '') : text
}

interface Known {
  readonly person: FactRow | undefined
  readonly household: FactRow | undefined
}

/** Rows by the number they are known by: person by identity number, household by its own. */
async function readKnown(query: ScopedQuery, rows: readonly MappedRow[]): Promise<(row: MappedRow) => Known> {
  const ids = rows.flatMap((row) => row.idNumber ?? [])
  const numbers = rows.flatMap((row) => row.householdNo ?? [])
  const persons = await query<FactRow & { key: string }>(`select s.id_number as key, ${factColumnsSql('person', 'p')} from register.person_search s join register.person_current p using (person_id) where s.id_number = any($1)`, [ids])
  const households = await query<FactRow & { key: string }>(
    `select n.value as key, ${factColumnsSql('household', 'h')} from register.external_number n join register.household_current h on h.household_id = n.subject_id where n.kind = 'household-no' and n.value = any($1)`, [numbers])
  const [byId, byNumber] = [new Map(persons.map((p) => [p.key, p])), new Map(households.map((h) => [h.key, h]))]
  return (row) => ({ person: byId.get(row.idNumber ?? ''), household: byNumber.get(row.householdNo ?? '') })
}

function differences(entity: EntityKey, stated: Readonly<Record<string, CanonicalValue>>, now: FactRow, row: MappedRow): Changes['sample'] {
  return Object.entries(stated).flatMap(([key, value]) => {
    const field = findField(entity, key)
    const before = (now[key] ?? null) as StoredValue
    if (!field || before === null || plain(before) === plain(value)) return []
    const stored = field.type.kind === 'boolean' ? value === 'true' : (value as Exclude<StoredValue, null>)
    return [{ row: row.row, subject: row.name ?? String(row.row), label: { zh: field.zh, en: field.en }, before: valueWords(field, before), after: valueWords(field, stored) }]
  })
}

export async function readChanges(query: ScopedQuery, table: MappedTable): Promise<Changes> {
  const changes = { new: 0, changed: 0, same: 0, unmatched: 0, sample: [] as Changes['sample'] }
  const national = table.header.layout.startsWith('national')
  if (!(table.header.entity in entities) || table.header.entity === 'village' || table.header.entity === 'facility') return { ...changes, new: table.rows.length }
  for (let from = 0; from < table.rows.length; from += batchRows) {
    const rows = table.rows.slice(from, from + batchRows)
    const known = await readKnown(query, rows)
    for (const row of rows) {
      const { person, household } = known(row)
      const subject = table.header.entity === 'household' ? household : person
      if (!subject) {
        if (national) changes.new += 1
        else changes.unmatched += 1
        continue
      }
      const found = [...(person ? differences('person', row.person, person, row) : []), ...(household ? differences('household', row.household, household, row) : [])]
      if (found.length === 0) changes.same += 1
      else changes.changed += 1
      if (changes.sample.length < sampleShown) changes.sample.push(...found)
    }
  }
  return { ...changes, sample: changes.sample.slice(0, sampleShown) }
}
