/** 本县今天: counts the register inside the scope, by township. Work lists are counted by read-work-counts. */
import type { Bilingual, TodayFigure } from '../contract/index.ts'
import { householdConditions, householdsFromSql, townshipSql, unsolvedItems } from './household-conditions.ts'
import { placeOf, readPlaceNames, type PlaceNames } from './places.ts'
import type { ScopedQuery } from './scoped-query.ts'

export interface FigureShape {
  readonly key: string
  readonly label: Bilingual
  readonly unit: TodayFigure['unit']
  readonly path: string
  readonly filters: Readonly<Record<string, string>>
  /** Filters of those for whom it cannot be told. */
  readonly unknownFilters?: Readonly<Record<string, string>>
}

/** One row a township; NULL township: the place is not known that far. */
export interface TownshipCount {
  readonly township: string | null
  readonly count: number
  readonly unknown?: number
}

/** The figure out of its counts by township; each count links to the list that holds exactly those rows. */
export function figureOf(shape: FigureShape, counts: readonly TownshipCount[], names: PlaceNames): TodayFigure {
  const link = (count: number, more: Readonly<Record<string, string>> = {}, filters = shape.filters) => ({ count, list: { path: shape.path, filters: { ...filters, ...more } } })
  const sum = (of: (c: TownshipCount) => number): number => counts.reduce((total, c) => total + of(c), 0)
  const unknown = sum((c) => c.unknown ?? 0)
  const elsewhere = counts.find((c) => c.township === null)?.count ?? 0
  const townships = counts.filter((c) => c.township !== null && c.count > 0)
    .map((c) => ({ ...link(c.count, { place: c.township! }), place: placeOf(c.township!, names) }))
    .sort((a, b) => a.place.code.localeCompare(b.place.code))
  return {
    key: shape.key, label: shape.label, unit: shape.unit, ...link(sum((c) => c.count)),
    unknown: shape.unknownFilters && unknown > 0 ? link(unknown, {}, shape.unknownFilters) : null,
    townships, elsewhere: elsewhere > 0 ? link(elsewhere, { elsewhere: 'township' }) : null,
  }
}

const itemLabels: Readonly<Record<(typeof unsolvedItems)[number], Bilingual>> = {
  schooling: { zh: '义务教育未解决', en: 'schooling unsolved' }, medical: { zh: '基本医疗未解决', en: 'medical care unsolved' },
  housing: { zh: '住房安全未解决', en: 'housing unsolved' }, water: { zh: '饮水安全未解决', en: 'drinking water unsolved' },
}

interface HouseholdFigure extends FigureShape {
  readonly counted: string
  readonly untold?: string
}

/** Figures over households. `year` is the year of the day. */
function householdFigures(year: string): readonly HouseholdFigure[] {
  const path = '/households'
  const unit = 'household' as const
  const { poor } = householdConditions
  return [
    { key: 'households', label: { zh: '登记户数', en: 'households in the register' }, unit, path, filters: {}, counted: 'true' },
    { key: 'poor', label: { zh: '未脱贫户', en: 'still poor' }, unit, path, filters: { status: 'poor' }, unknownFilters: { status: 'unknown' }, counted: poor, untold: 'h.poverty_status is null' },
    {
      key: 'exit-this-year', label: { zh: `${year} 年计划脱贫`, en: `planned to leave in ${year}` }, unit, path, filters: { status: 'poor', plannedExitYear: year }, unknownFilters: { status: 'poor', plannedExitYear: 'unknown' },
      counted: `${poor} and h.planned_exit_year = ${Number(year)}`, untold: `${poor} and h.planned_exit_year is null`,
    },
    ...unsolvedItems.map((item) => ({
      key: `unsolved-${item}`, label: itemLabels[item], unit, path, filters: { unsolved: item }, unknownFilters: { untold: item },
      counted: householdConditions[item], untold: `${householdConditions[item]} is null`,
    })),
  ]
}

/** Figures of the register. `day` (ISO) decides ages and which year is this year. */
export async function readRegisterFigures(query: ScopedQuery, day: string): Promise<{ readonly register: TodayFigure[]; readonly unsolved: TodayFigure[] }> {
  const figures = householdFigures(day.slice(0, 4))
  const columns = figures.map((f, i) => `count(*) filter (where ${f.counted})::int as c${i}, count(*) filter (where ${f.untold ?? 'false'})::int as u${i}`)
  const households = await query<Record<string, unknown>>(`select ${townshipSql('h')} as township, ${columns.join(', ')} from ${householdsFromSql} group by 1`, [day])
  const people = await query<TownshipCount>(`select ${townshipSql('p')} as township, count(*)::int as count from register.person_current p group by 1`)
  const names = await readPlaceNames(query, [...households.map((row) => row['township'] as string | null), ...people.map((row) => row.township)])
  const shown = figures.map((figure, i) => figureOf(figure, households.map((row) => ({ township: row['township'] as string | null, count: row[`c${i}`] as number, unknown: row[`u${i}`] as number })), names))
  const peopleFigure = figureOf({ key: 'people', label: { zh: '登记人数', en: 'people in the register' }, unit: 'person', path: '/persons', filters: {} }, people, names)
  return { register: [peopleFigure, ...shown.filter((f) => !f.key.startsWith('unsolved-'))], unsolved: shown.filter((f) => f.key.startsWith('unsolved-')) }
}

/** Day of the newest list that the scope sees, of those up to `last` (the plan's last day) where there are such; undefined when there is none. */
export async function readNewestListDay(query: ScopedQuery, last: string): Promise<string | undefined> {
  const [row] = await query<{ day: string | null }>('select coalesce(max(as_of) filter (where as_of <= $1::date), max(as_of))::text as day from register.list', [last])
  return row?.day ?? undefined
}

/** The day figures are true of: the latest run's, else that of the newest list, else today. */
export async function readDay(query: ScopedQuery, runAsOf: string | undefined, last: string): Promise<string> {
  if (runAsOf !== undefined) return runAsOf
  return (await readNewestListDay(query, last)) ?? new Date().toISOString().slice(0, 10)
}
