/** Nothing that a rule, a pack or a fact says becomes SQL: after each attempt the tables still stand and the answer is the plain one. */
import { DuckDBInstance } from '@duckdb/node-api'
import { ProblemError } from '@bangfu/kernel'
import { expect, test } from 'vitest'
import { compileExpression, type FeelType, type SqlBinding } from '../src/index.ts'

const attacks = [`'; DROP TABLE persons; --`, `" OR 1=1 --`, `$r_1`, `\\'); DELETE FROM persons; --`, `x"."y`, `/* */ UNION SELECT 1`, `𠮷'"\u0000`.replace('\u0000', '')]
const binding: SqlBinding = { self: 'p', parameters: 's', today: '$today' }
const amount: FeelType = { kind: 'number', scale: 2, unit: 'yuan' }

async function open(parameter: string): Promise<{ run: (sql: string, values: Record<string, string>) => Promise<unknown>; stands: () => Promise<unknown> }> {
  const connection = await (await DuckDBInstance.create(':memory:')).connect()
  await connection.run(`CREATE TABLE persons AS SELECT 'plain' AS school_name`)
  await connection.run(`CREATE TABLE sets AS SELECT 5.00::DECIMAL(18,2) AS "${parameter.replaceAll('"', '""')}"`)
  return {
    run: async (sql, values) => (await connection.runAndReadAll(`SELECT ${sql} FROM persons p, sets s`, values)).getRows()[0]![0],
    stands: async () => (await connection.runAndReadAll('SELECT count(*) FROM persons')).getRows()[0]![0],
  }
}

test.each(attacks)('a text in a rule stays a text: %s', async (attack) => {
  const database = await open('标准')
  const written = `"${attack.replaceAll('\\', '\\\\').replaceAll('"', '\\"')}"`
  const { sql, parameters } = compileExpression(`就读学校 = ${written}`, { unit: 'person', parameters: {} }).toSql(binding, 'r')
  expect(sql).toBe('("p"."school_name" = CAST($r_1 AS VARCHAR))')
  expect(Object.values(parameters)).toEqual([attack])
  expect(await database.run(sql, parameters as Record<string, string>)).toBe(false)
  expect(await database.stands()).toBe(1n)
})

test.each(attacks)('a parameter may be called anything and stays a column: %s', async (attack) => {
  const database = await open(attack)
  const { sql, parameters } = compileExpression(`参数.${attack} > 4`, { unit: 'person', parameters: { [attack]: { type: amount, en: 'attack' } } }).toSql(binding, 'r')
  expect(await database.run(sql, parameters as Record<string, string>)).toBe(true)
  expect(await database.stands()).toBe(1n)
})

test('a prefix that is not a plain word is refused', () => {
  const rule = compileExpression('年龄 > 1', { unit: 'person', parameters: {} })
  for (const prefix of ['', '1', 'r 1', 'r;', 'r"', '年']) expect(() => rule.toSql(binding, prefix)).toThrow(ProblemError)
})

test('an alias is quoted, a missing one refused', () => {
  const rule = compileExpression('村.贫困村', { unit: 'person', parameters: {} })
  expect(rule.toSql({ ...binding, village: 'v" --' }, 'r').sql).toBe('"v"" --"."poor_village"')
  expect(() => rule.toSql(binding, 'r')).toThrow('feel/no-binding')
})
