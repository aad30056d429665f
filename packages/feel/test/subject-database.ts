/** The same random subjects as tables of an in-memory DuckDB, and rules run over them: the other side of the comparison. */
import { DuckDBInstance, type DuckDBConnection, type DuckDBValue } from '@duckdb/node-api'
import { columnType, entities, formatDecimal, parsePlainDate, type Decimal, type EntityKey } from '@bangfu/kernel'
import type { CompiledExpression, FeelRecord, FeelType, FeelValue, RuleContext, RuleScope, SqlBinding } from '../src/index.ts'
import { Random } from './random.ts'
import { parameterRecord, recordOf } from './subject-generator.ts'

export const today = parsePlainDate('2018-06-30')
const quote = (text: string): string => `'${text.replaceAll("'", "''")}'`

function literal(value: FeelValue, type: string): string {
  if (value === undefined) return 'NULL'
  if (typeof value === 'boolean') return String(value)
  if (Array.isArray(value)) return `CAST([${value.map((item) => literal(item as FeelValue, 'VARCHAR')).join(', ')}] AS ${type})`
  if (typeof value === 'object') return `${quote(formatDecimal(value as Decimal))}::${type}`
  return `${quote(String(value))}::${type}`
}

function parameterColumn(type: FeelType): string {
  return type.kind === 'number' ? `DECIMAL(18,${type.scale})` : type.kind === 'date' ? 'DATE' : type.kind === 'list' ? 'VARCHAR[]' : 'VARCHAR'
}

async function createTable(connection: DuckDBConnection, table: string, columns: readonly (readonly [string, string])[], rows: readonly FeelRecord[]): Promise<void> {
  await connection.run(`CREATE TABLE ${table} (${columns.map(([name, type]) => `"${name}" ${type}`).join(', ')})`)
  for (let at = 0; at < rows.length; at += 100) {
    const values = rows.slice(at, at + 100).map((row) => `(${columns.map(([name, type]) => literal(row[name], type)).join(', ')})`)
    await connection.run(`INSERT INTO ${table} VALUES ${values.join(', ')}`)
  }
}

const columnsOf = (entity: EntityKey): (readonly [string, string])[] => entities[entity].fields.map((field) => [field.key, columnType(field.type)] as const)

export interface Subjects {
  readonly persons: readonly RuleContext[]
  readonly households: readonly RuleContext[]
  readonly connection: DuckDBConnection
}

/** Households of 0 to 5 members in villages; every person and household has its own row of parameters. */
export async function createSubjects(seed: number, householdCount: number, parameters: RuleScope['parameters']): Promise<Subjects> {
  const random = new Random(seed)
  const villages = Array.from({ length: 20 }, (_, id) => ({ ...recordOf(random, 'village'), village_id: `v${id}` }))
  const sets = Array.from({ length: 40 }, (_, id) => ({ ...parameterRecord(random, parameters), set_id: `s${id}` }))
  const households: (FeelRecord & { household_id: string })[] = []
  const persons: FeelRecord[] = []
  const contexts: { readonly household: RuleContext[]; readonly person: RuleContext[] } = { household: [], person: [] }
  for (let id = 0; id < householdCount; id += 1) {
    const [village, set] = [random.pick(villages), random.pick(sets)]
    const household = { ...recordOf(random, 'household'), household_id: `h${id}`, village_id: village.village_id, set_id: set.set_id, row_id: String(id) }
    households.push(household)
    const members = Array.from({ length: random.below(6) }, (_, index) => ({ ...recordOf(random, 'person'), household_id: household.household_id, person_id: `${id}-${index}` }))
    const shared = { village, members, parameters: set, today }
    contexts.household.push({ self: household, household, ...shared })
    for (const member of members) {
      persons.push({ ...member, row_id: String(persons.length) })
      contexts.person.push({ self: member, household, ...shared })
    }
  }
  const connection = await (await DuckDBInstance.create(':memory:', { threads: '2' })).connect()
  const text = (...names: string[]): (readonly [string, string])[] => names.map((name) => [name, 'VARCHAR'] as const)
  await createTable(connection, 'villages', [...text('village_id'), ...columnsOf('village')], villages)
  await createTable(connection, 'sets', [...text('set_id'), ...Object.entries(parameters).map(([id, { type }]) => [id, parameterColumn(type)] as const)], sets)
  await createTable(connection, 'households', [...text('household_id', 'village_id', 'set_id', 'row_id'), ...columnsOf('household')], households)
  await createTable(connection, 'persons', [...text('household_id', 'person_id', 'row_id'), ...columnsOf('person')], persons)
  return { persons: contexts.person, households: contexts.household, connection }
}

const members = { table: 'persons', key: 'household_id', householdKey: 'household_id' }
const bindings: Readonly<Record<'person' | 'household', SqlBinding>> = {
  person: { self: 'p', household: 'h', village: 'v', members, parameters: 's', today: '$today' },
  household: { self: 'h', village: 'v', members, parameters: 's', today: '$today' },
}
const froms = {
  person: 'persons p JOIN households h USING (household_id) JOIN villages v USING (village_id) JOIN sets s USING (set_id) ORDER BY CAST(p.row_id AS INTEGER)',
  household: 'households h JOIN villages v USING (village_id) JOIN sets s USING (set_id) ORDER BY CAST(h.row_id AS INTEGER)',
}

/** One column of texts per rule, one row per subject; null is unknown. */
export async function runSql(connection: DuckDBConnection, unit: 'person' | 'household', rules: readonly CompiledExpression[]): Promise<readonly (readonly (string | null)[])[]> {
  const fragments = rules.map((rule, index) => rule.toSql(bindings[unit], `r${index}`))
  const used = fragments.some((fragment) => fragment.sql.includes('$today')) ? { today: String(today) } : {}
  const values = Object.assign({}, used, ...fragments.map((fragment) => fragment.parameters)) as Record<string, DuckDBValue>
  const sql = `SELECT ${fragments.map((fragment, index) => `CAST(${fragment.sql} AS VARCHAR) AS c${index}`).join(',\n')} FROM ${froms[unit]}`
  const columns = (await connection.runAndReadAll(sql, values)).getColumns() as (string | null)[][]
  // DuckDB writes a DECIMAL(n,n) without the zero before its point.
  return columns.map((column) => column.map((text) => text && text.replace(/(^|[[ -])\.(?=\d)/g, '$10.')))
}

/** DuckDB types of the rules' SQL, numbers with their scale only. */
export async function typesOf(connection: DuckDBConnection, unit: 'person' | 'household', rules: readonly CompiledExpression[]): Promise<readonly string[]> {
  const fragments = rules.map((rule, index) => rule.toSql(bindings[unit], `r${index}`))
  const used = fragments.some((fragment) => fragment.sql.includes('$today')) ? { today: String(today) } : {}
  const values = Object.assign({}, used, ...fragments.map((fragment) => fragment.parameters)) as Record<string, DuckDBValue>
  const reader = await connection.runAndReadAll(`SELECT ${fragments.map(({ sql }) => `typeof(${sql})`).join(', ')} FROM ${froms[unit]} LIMIT 1`, values)
  return (reader.getRows()[0] as string[]).map((type) => type.replace(/DECIMAL\(\d+,/g, 'DECIMAL('))
}

/** What the contract's type is in DuckDB, numbers with their scale only. */
export function sqlType(type: FeelType): string {
  switch (type.kind) {
    case 'number': return `DECIMAL(${type.scale})`
    case 'list': return `${sqlType(type.of)}[]`
    case 'boolean': return 'BOOLEAN'
    case 'date': return 'DATE'
    case 'duration': return 'BIGINT'
    default: return 'VARCHAR'
  }
}

/** The unknowns of each rule for each subject, as sorted texts. */
export async function runUnknowns(connection: DuckDBConnection, unit: 'person' | 'household', rule: CompiledExpression): Promise<readonly string[]> {
  const { sql, parameters } = rule.unknownsToSql(bindings[unit], 'u')
  const values = { ...parameters, ...(sql.includes('$today') ? { today: String(today) } : {}) } as Record<string, DuckDBValue>
  const reader = await connection.runAndReadAll(`SELECT array_to_string(list_sort(list_distinct(${sql})), ' ') FROM ${froms[unit]}`, values)
  return reader.getColumns()[0] as string[]
}

/** The evaluator's value as DuckDB would print it. */
export function asText(value: FeelValue): string | null {
  if (value === undefined) return null
  if (Array.isArray(value)) return `[${value.map((item) => asText(item as FeelValue) ?? 'NULL').join(', ')}]`
  return typeof value === 'object' ? formatDecimal(value as Decimal) : String(value)
}
