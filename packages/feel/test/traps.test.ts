/** Traps written by hand: each is a way in which an unknown has made somebody eligible, or not, in other systems. Both back ends must pass. */
import { DuckDBInstance } from '@duckdb/node-api'
import { columnType, decimal, entities, formatDecimal, parseDecimal, type Decimal, type EntityKey } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { compileExpression, type FeelRecord, type FeelType, type FeelValue, type RuleContext } from '../src/index.ts'
import { asText, today } from './subject-database.ts'

const standard = { type: { kind: 'number', scale: 2, unit: 'yuan' } as FeelType, en: 'standard_amount' }
const scope = { unit: 'household', parameters: { 标准: standard } } as const
const yuan = (text: string): Decimal => parseDecimal(text)

interface Facts { readonly self?: FeelRecord; readonly members?: readonly FeelRecord[]; readonly standard?: Decimal }

const quote = (value: FeelValue): string => {
  if (value === undefined) return 'NULL'
  if (Array.isArray(value)) return `[${value.map((item) => quote(item as FeelValue)).join(', ')}]`
  return typeof value === 'object' ? formatDecimal(value as Decimal) : typeof value === 'string' ? `'${value}'` : String(value)
}
const rowSql = (entity: EntityKey, record: FeelRecord): string => entities[entity].fields.map((f) => `CAST(${quote(record[f.key])} AS ${columnType(f.type)}) AS "${f.key}"`).join(', ')

/** The rule's answer on both sides; they must agree. */
async function answerOf(source: string, { self = {}, members = [], standard: amount }: Facts): Promise<string | null> {
  const rule = compileExpression(source, scope)
  const context: RuleContext = { self, members, parameters: { 标准: amount }, today }
  const ours = asText(rule.evaluate(context))
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  const rows = members.map((member) => `SELECT 'h1' AS household_id, ${rowSql('person', member)}`).join(' UNION ALL ')
  await connection.run(`CREATE TABLE persons AS ${rows || `SELECT 'h1' AS household_id, ${rowSql('person', {})} WHERE false`}`)
  const binding = { self: 'h', members: { table: 'persons', key: 'household_id', householdKey: 'household_id' }, parameters: 's', today: "DATE '2018-06-30'" }
  const { sql, parameters } = rule.toSql(binding, 'r')
  const reader = await connection.runAndReadAll(`SELECT CAST(${sql} AS VARCHAR) FROM (SELECT 'h1' AS household_id, ${rowSql('household', self)}) h, (SELECT CAST(${quote(amount)} AS DECIMAL(18,2)) AS "标准") s`, { ...parameters } as Record<string, string>)
  expect(reader.getRows()[0]![0]).toBe(ours)
  connection.closeSync()
  return ours
}

test('an unknown wage in a sum is not a wage of nothing', async () => {
  expect(await answerOf('sum(成员.务工时间) < 6', { members: [{ work_months: decimal(2) }, {}] })).toBeNull()
})

test('an unknown grade is not another grade', async () => {
  expect(await answerOf('危房级别 != "D级"', {})).toBeNull()
  expect(await answerOf('not(危房级别 in ("C级", "D级"))', {})).toBeNull()
})

test('two unknowns are not equal to each other', async () => {
  expect(await answerOf('家庭纯收入 = 转移性收入', {})).toBeNull()
})

test('a household of which nobody is recorded is not one whose every member qualifies', async () => {
  expect(await answerOf('every m in 成员 satisfies m.享受低保', { members: [] })).toBeNull()
  expect(await answerOf('count(成员) = 0', { members: [] })).toBeNull()
})

test('a filter that lets nobody in is known to be empty', async () => {
  const members = [{ age: decimal(10) }, { age: decimal(70) }]
  expect(await answerOf('every m in 成员[年龄 > 80] satisfies m.享受低保', { members })).toBe('true')
  expect(await answerOf('some m in 成员[年龄 > 80] satisfies m.享受低保', { members })).toBe('false')
  expect(await answerOf('sum(成员[年龄 > 80].务工时间)', { members })).toBe('0')
})

test('a half-known "every" is open, unless one known member breaks it', async () => {
  const rule = 'every m in 成员 satisfies m.劳动技能 = "无劳动力"'
  expect(await answerOf(rule, { members: [{ labour: '4' }, {}] })).toBeNull()
  expect(await answerOf(rule, { members: [{ labour: '1' }, {}] })).toBe('false')
})

test('a half-known "some" is open, unless one known member meets it', async () => {
  const rule = 'some m in 成员 satisfies "残疾" in m.健康状况'
  expect(await answerOf(rule, { members: [{ health: ['1'] }, {}] })).toBeNull()
  expect(await answerOf(rule, { members: [{ health: ['2', '4'] }, {}] })).toBe('true')
})

test('an "if" over an unknown does not take "else"', async () => {
  expect(await answerOf('if 危房户 then 3000 else 0', {})).toBeNull()
  expect(await answerOf('if 危房户 then 3000 else 3000', {})).toBe('3000')
})

test('a count whose filter is unknown for one is unknown, not smaller', async () => {
  expect(await answerOf('count(成员[年龄 >= 16]) < 2', { members: [{ age: decimal(20) }, {}] })).toBeNull()
})

test('an unknown standard decides nothing, and a known income against it neither', async () => {
  expect(await answerOf('人均纯收入 < 参数.标准', { self: { income_per_head: yuan('0') } })).toBeNull()
  expect(await answerOf('人均纯收入 < 参数.标准', { self: { income_per_head: yuan('2999.99') }, standard: yuan('3000') })).toBe('true')
})

test('a division by nobody gives no amount', async () => {
  expect(await answerOf('decimal(家庭纯收入 / 家庭人口, 2)', { self: { net_income: yuan('100'), member_count: decimal(0) } })).toBeNull()
})

test('an amount is exact: a third of a fen is not lost twice, and half a fen goes where the rule says', async () => {
  const self = { net_income: yuan('0.05'), member_count: decimal(2) }
  expect(await answerOf('round half up(家庭纯收入 / 家庭人口, 2)', { self })).toBe('0.03')
  expect(await answerOf('decimal(家庭纯收入 / 家庭人口, 2)', { self })).toBe('0.02')
  expect(await answerOf('round down(家庭纯收入 / 3 + 家庭纯收入 / 3 + 家庭纯收入 / 3, 2)', { self })).toBe('0.05')
})

test('the 31st a month later is the last day, and nothing lies past the calendar', async () => {
  expect(await answerOf('脱贫日期 + duration("P1M")', { self: { exited_on: '2018-01-31' } })).toBe('2018-02-28')
  expect(await answerOf('脱贫日期 + duration("P9000Y")', { self: { exited_on: '2018-01-31' } })).toBeNull()
})

test('"known" turns an unknown into no, and says so in the compiled rule', async () => {
  expect(await answerOf('known(危房户) and 危房户', {})).toBe('false')
  expect(compileExpression('known(危房户) and 危房户', scope).usesKnown).toBe(true)
})

test('reversed bounds that are not written out hold nothing', async () => {
  expect(await answerOf('人均纯收入 between 家庭纯收入 and 转移性收入', { self: { net_income: yuan('10'), transfer_income: yuan('5') } })).toBe('false')
})
