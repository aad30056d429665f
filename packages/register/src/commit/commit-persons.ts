/** Persons and households of a national export: known by number or made new; statements of every row; numbers as rows of their own. */
import { factColumns, quoted } from '../statements/entity-table.ts'
import { placeSql, step, type ImportContext } from './import-context.ts'
import { matchPersons } from './match-persons.ts'
import { stagedName, unknownName } from './stage-rows.ts'

export interface PersonCounts {
  readonly personsNew: number
  readonly householdsNew: number
}

/** After this `import_match` and `import_household` name the subject of every row that has no problem. */
export async function registerPersons(context: ImportContext): Promise<PersonCounts> {
  const { tx } = context
  await matchPersons(tx, context.staged, context.table.header.layout === 'national-persons')
  await registerHouseholds(context)
  if (context.table.header.layout === 'national-households') {
    await step(context, `update import_match m set problem = 'register/row-without-key' from import_row r where r.row_no = m.row_no and r.household_no is null and m.person_id is null and m.problem is null`)
    return { personsNew: 0, householdsNew: await countFreshHouseholds(context) }
  }
  await registerNumbers(context)
  return { personsNew: await insertFreshPersons(context), householdsNew: await countFreshHouseholds(context) }
}

/** Identity numbers of the rows that were taken, as `refreshSearch` wants them. */
export const statedNumbers = 'select m.person_id, r.id_number as value from import_match m join import_row r using (row_no) where m.problem is null and m.person_id is not null and r.id_number is not null'

async function countFreshHouseholds({ tx }: ImportContext): Promise<number> {
  const { rows } = await tx.query<{ n: string }>('select count(*) as n from import_household where fresh')
  return Number(rows[0]!.n)
}

async function registerHouseholds(context: ImportContext): Promise<void> {
  const identify = async (): Promise<void> => {
    await step(context, `insert into register.household (household_id, place, action_id) select household_id, ${placeSql('h')}, $action from import_household h where fresh`)
    await step(context, 'analyze import_household')
  }
  await step(context, `
    create temp table import_household on commit drop as
    select n.household_no, coalesce(e.subject_id, uuidv7()) as household_id, e.subject_id is null as fresh, n.place
    from (select household_no, min(place) as place from import_row where household_no is not null group by household_no) n
    left join register.external_number e on e.kind = 'household-no' and e.value = n.household_no`)
  const fresh = await countFreshHouseholds(context)
  const inserted = await step(context, `insert into register.external_number (kind, value, subject_id, issuer, valid_from, place, action_id)
    select 'household-no', household_no, household_id, $issuer, $asOf, ${placeSql('h')}, $action from import_household h where fresh order by household_no on conflict do nothing`)
  // A number that another scope holds was not inserted, and that row may not be seen: the household cannot be taken here.
  if (inserted === fresh) return identify()
  await step(context, `
    update import_match m set problem = 'register/number-elsewhere'
    from import_row r join import_household h using (household_no)
    where h.fresh and m.row_no = r.row_no and not exists (select from register.external_number e where e.kind = 'household-no' and e.value = h.household_no and e.subject_id = h.household_id)`)
  await step(context, `delete from import_household h where fresh and not exists (select from register.external_number e where e.kind = 'household-no' and e.value = h.household_no and e.subject_id = h.household_id)`)
  return identify()
}

/** New persons of whom a row was taken, in the order of the rows; each lies where the first of them says. */
async function insertFreshPersons(context: ImportContext): Promise<number> {
  return step(context, `insert into register.person (person_id, place, action_id)
    select ${context.staged.repeatedKeys ? 'distinct on (m.person_id) ' : ''}m.person_id, ${placeSql('r', 'h.place')}, $action
    from import_match m join import_row r using (row_no) left join import_household h using (household_no) where m.fresh and m.problem is null order by m.person_id, r.row_no`)
}

async function registerNumbers(context: ImportContext): Promise<void> {
  const { tx } = context
  const insert = (kind: string, column: string, need: string, unless: string): Promise<number> => step(context, `
    insert into register.external_number (kind, value, subject_id, issuer, valid_from, place, action_id)
    select distinct on (r.${column}) '${kind}', r.${column}, m.person_id, $issuer, $asOf, ${placeSql('r')}, $action
    from import_match m join import_row r using (row_no) where ${need} and m.problem is null order by r.${column}, r.row_no ${unless}`)
  const both = async (unless: string): Promise<number> => (await insert('identity', 'id_number', 'm.need_id', unless)) + (await insert('person-no', 'person_no', 'm.need_no', unless))
  const { rows: [wanted] } = await tx.query<{ n: string }>('select count(*) filter (where need_id and problem is null) + count(*) filter (where need_no and problem is null) as n from import_match')
  // Plainly first: a number that is taken is rare, and looking before each insert is dear. The error of the first try goes no further.
  await tx.query('savepoint numbers')
  const inserted = await both('').catch(async (error: { code?: string }) => {
    if (error.code !== '23505') throw error
    await tx.query('rollback to savepoint numbers')
    return both('on conflict do nothing')
  })
  if (inserted === Number(wanted!.n)) return
  // What could not be inserted belongs to another person: of this sheet, or of a scope that may not be seen.
  const flag = (kind: string, column: string, need: string): Promise<number> => step(context, `
    update import_match m set problem = 'register/number-elsewhere' from import_row r
    where m.row_no = r.row_no and ${need} and m.problem is null
      and not exists (select from register.external_number e where e.kind = '${kind}' and e.value = r.${column} and e.subject_id = m.person_id)`)
  await flag('identity', 'id_number', 'm.need_id')
  await flag('person-no', 'person_no', 'm.need_no')
}

/** Statements of all taken rows about their persons. Returns how many. */
export async function statePersons(context: ImportContext): Promise<number> {
  const columns = context.staged.columns.filter((c) => c.entity === 'person')
  if (columns.length === 0) return 0
  const national = context.source === 'national'
  const household = national ? { name: ', household_id', value: ', h.household_id', join: 'left join import_household h using (household_no)' } : { name: '', value: '', join: '' }
  return step(context, `
    insert into register.person_statement (person_id, place, effective_from, action_id, list_id, list_row, source${household.name}, ${columns.map((c) => quoted(c.name)).join(', ')}, unknown_reasons)
    select m.person_id, ${placeSql('r', 'c.place', ...(national ? ['h.place'] : []))}, $asOf, $action, $list, r.row_no, $source${household.value}, ${columns.map((c) => `r.${c.staged}`).join(', ')}, r.${unknownName('person')}
    from import_row r join import_match m using (row_no) ${household.join} left join register.person_current c on c.person_id = m.person_id
    where m.person_id is not null and m.problem is null`)
}

/** Statements about households: one per distinct set of household facts, however many rows repeat it. */
export async function stateHouseholds(context: ImportContext): Promise<number> {
  const columns = context.staged.columns.filter((c) => c.entity === 'household')
  const national = context.source === 'national'
  if (columns.length === 0 && !national) return 0
  const staged = columns.map((c) => `r.${c.staged}`)
  const unknown = columns.length > 0 ? `r.${unknownName('household')}` : `'{}'::jsonb`
  const names = columns.map((c) => quoted(c.name))
  const own = national ? ['household_no', 'head_name'] : []
  return step(context, `
    insert into register.household_statement (household_id, place, effective_from, action_id, list_id, list_row, source, ${[...own, ...names].map((n) => `${n}, `).join('')}unknown_reasons)
    select s.household_id, s.place, $asOf, $action, $list, s.row_no, $source, ${[...(national ? ['s.household_no', 'heads.name'] : []), ...columns.map((c) => `s.${c.staged}`)].map((n) => `${n}, `).join('')}s.unknown
    from (
      select m.household_id, min(${placeSql('r', 'c.place')}) as place, min(r.row_no) as row_no, min(r.household_no) as household_no, ${unknown} as unknown${staged.map((n) => `, ${n}`).join('')}
      from import_row r join import_subject_household m using (row_no) left join register.household_current c on c.household_id = m.household_id
      group by m.household_id, unknown${staged.map((n) => `, ${n}`).join('')}
    ) s ${national ? `left join (${headsSql(context)}) heads on heads.household_id = s.household_id` : ''}`)
}

/** Name of the head as the sheet gives it: the member with relation 01, or the name beside a household row. */
function headsSql(context: ImportContext): string {
  const isPerson = context.table.header.layout === 'national-persons'
  const has = (name: string): boolean => context.staged.columns.some((c) => c.entity === 'person' && c.name === name)
  if (isPerson && !(has('name') && has('relation'))) return `select null::uuid as household_id, null::text as name`
  const name = isPerson ? `r.${stagedName('person', 'name')}` : 'r.name_key'
  return `select m.household_id, min(${name}) as name from import_row r join import_subject_household m using (row_no) ${isPerson ? `where r.${stagedName('person', 'relation')} = '01'` : ''} group by m.household_id`
}

/** Makes `import_subject_household` (row_no, household_id): by the household's number, else by the household the person is counted in. */
export async function matchHouseholds(context: ImportContext): Promise<void> {
  await step(context, `
    create temp table import_subject_household on commit drop as
    select r.row_no, coalesce(e.subject_id, c.household_id) as household_id
    from import_row r join import_match m using (row_no)
    left join register.external_number e on e.kind = 'household-no' and e.value = r.household_no
    left join register.person_current c on c.person_id = m.person_id and e.subject_id is null
    where m.problem is null and not r.ended and coalesce(e.subject_id, c.household_id) is not null`)
  await step(context, 'analyze import_subject_household')
}

/** Columns of an entity that this list speaks of. */
export function spokenColumns(context: ImportContext, entity: 'person' | 'household'): readonly string[] {
  const national = context.source === 'national'
  const own = national ? factColumns(entity).map((c) => c.name).filter((name) => ['household_id', 'household_no', 'head_name'].includes(name)) : []
  return [...own, ...context.staged.columns.filter((c) => c.entity === entity).map((c) => c.name)]
}
