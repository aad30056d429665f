/** DuckDB types of values, and casts that are only written where they change something. */
import type { NumberType, ScalarType, ValueType } from '../types/value-type.ts'

export function decimalSql({ digits, scale }: Pick<NumberType, 'digits' | 'scale'>): string {
  return `DECIMAL(${digits},${scale})`
}

export function typeSql(type: ValueType): string {
  if (type.kind === 'list') return `${scalarSql(type.of)}[]`
  return scalarSql(type)
}

function scalarSql(type: ScalarType): string {
  switch (type.kind) {
    case 'boolean': return 'BOOLEAN'
    case 'number': return decimalSql(type)
    case 'text': case 'code': return 'VARCHAR'
    case 'date': return 'DATE'
    case 'duration': return 'BIGINT'
  }
}

export function castSql(sql: string, type: ValueType): string {
  return `CAST(${sql} AS ${typeSql(type)})`
}
