/** The parameters of a pack as one table: a row per county (or finer, where a value is), a column per parameter, NULL where unknown. */
import { codeLength, formatDecimal, type PlainDate } from '@bangfu/kernel'
import type { FeelType, FeelValue } from '@bangfu/feel'
import { parameterType, resolveParameters, type Pack } from '@bangfu/plan'
import { quoteName, type Database, type SqlParameter } from '@bangfu/stages'

/** Digits of a place code by which the table is joined: those of a county, or of the most exact place a value is for. */
export function parameterPlaceDigits(pack: Pack): number {
  const places = pack.parameters.flatMap((p) => p.values.flatMap((v) => v.places ?? []))
  return Math.max(codeLength.county, ...places.map((place) => place.length))
}

export function parameterColumnType(type: FeelType): string {
  switch (type.kind) {
    case 'number': return `DECIMAL(18,${type.scale})`
    case 'date': return 'DATE'
    case 'list': return 'VARCHAR[]'
    default: return 'VARCHAR'
  }
}

/** A rule value as an SQL parameter: decimals as text, cast by the column. */
export function sqlParameterOf(value: FeelValue): SqlParameter {
  if (value === undefined) return null
  if (Array.isArray(value)) return value as readonly string[]
  if (typeof value === 'object' && 'coefficient' in value) return formatDecimal(value as { coefficient: bigint; scale: number })
  return value as string | number | boolean
}

/** Makes table `parameter_values` with a row for every place of the snapshot, cut to `parameterPlaceDigits`. */
export async function createParameterTable(database: Database, pack: Pack, asOf: PlainDate): Promise<void> {
  const digits = parameterPlaceDigits(pack)
  const columns = pack.parameters.map((p) => `, ${quoteName(p.id)} ${parameterColumnType(parameterType(p))}`).join('')
  await database.run(`CREATE OR REPLACE TABLE parameter_values (place_key VARCHAR${columns})`)
  const keys = await database.all<{ place_key: string }>(`SELECT DISTINCT left(place, ${digits}) AS place_key FROM subject_places WHERE place IS NOT NULL ORDER BY 1`, { stage: 'parameter places' })
  const casts = pack.parameters.map((p, i) => `, CAST($p${i} AS ${parameterColumnType(parameterType(p))})`).join('')
  for (const { place_key } of keys) {
    const resolved = resolveParameters(pack, place_key, asOf)
    const values = Object.fromEntries(pack.parameters.map((p, i) => [`p${i}`, sqlParameterOf(resolved[p.id]?.value)]))
    await database.run(`INSERT INTO parameter_values SELECT $place_key${casts}`, { stage: 'parameter_values', parameters: { place_key, ...values } })
  }
}
