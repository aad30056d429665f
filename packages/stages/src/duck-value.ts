/** Conversion between DuckDB values and exact JavaScript values. Never a float for a DECIMAL. */
import {
  BIGINT, BOOLEAN, DuckDBDateValue, DuckDBDecimalValue, DuckDBListValue, DuckDBStructValue, HUGEINT, INTEGER, LIST, SQLNULL, VARCHAR,
  listValue, type DuckDBPreparedStatement, type DuckDBType, type DuckDBValue,
} from '@duckdb/node-api'
import { problem } from '@bangfu/kernel'
import type { SqlParameter, SqlParameters, SqlValue } from './database.ts'

export function sqlValueOf(value: DuckDBValue): SqlValue {
  if (value === null || typeof value !== 'object') return value
  if (value instanceof DuckDBListValue) return value.items.map(sqlValueOf)
  if (value instanceof DuckDBStructValue) return Object.fromEntries(Object.entries(value.entries).map(([k, v]) => [k, sqlValueOf(v)]))
  if (value instanceof DuckDBDecimalValue || value instanceof DuckDBDateValue) return value.toString()
  return String(value)
}

function bound(name: string, value: SqlParameter, stage: string): [DuckDBValue, DuckDBType] {
  if (value === null) return [null, SQLNULL]
  if (Array.isArray(value)) return [listValue(value), LIST(VARCHAR)]
  switch (typeof value) {
    case 'string': return [value, VARCHAR]
    case 'boolean': return [value, BOOLEAN]
    case 'bigint': return value >= -(2n ** 63n) && value < 2n ** 63n ? [value, BIGINT] : [value, HUGEINT]
    case 'number':
      if (!Number.isSafeInteger(value)) throw problem('stages/inexact-parameter', { stage, parameter: name })
      return Math.abs(value) < 2 ** 31 ? [value, INTEGER] : [BigInt(value), BIGINT]
    default: throw problem('stages/inexact-parameter', { stage, parameter: name })
  }
}

/** Binds every parameter the statement names. A missing one is a fault; unused ones are left out. */
export function bindParameters(statement: DuckDBPreparedStatement, parameters: SqlParameters, stage: string): void {
  const values: Record<string, DuckDBValue> = {}
  const types: Record<string, DuckDBType> = {}
  for (let i = 1; i <= statement.parameterCount; i += 1) {
    const name = statement.parameterName(i)
    const value = parameters[name]
    if (value === undefined) throw problem('stages/missing-parameter', { stage, parameter: name })
    const [v, t] = bound(name, value, stage)
    values[name] = v
    types[name] = t
  }
  if (statement.parameterCount > 0) statement.bind(values, types)
}
