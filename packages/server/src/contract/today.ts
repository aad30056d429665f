/** 本县今天: the first screen. Every figure opens the list that it counts, for the whole scope and for each township. */
import { z } from 'zod'
import { bilingualSchema, countLinkSchema, dateSchema, listLinkSchema, placeSchema } from './scalars.ts'

const townshipCountSchema = countLinkSchema.extend({ place: placeSchema })

export const todayFigureSchema = z.object({
  /** people, households, poor, exit-this-year, unsolved-<item>, owed, owed-<department>, verify, lead, unregistered, answered */
  key: z.string(),
  label: bilingualSchema,
  unit: z.enum(['person', 'household', 'item', 'question']),
  count: z.int().nonnegative(),
  list: listLinkSchema,
  /** Those for whom it cannot be told because a fact is unknown; never added to `count`. */
  unknown: countLinkSchema.nullable(),
  /** By township of the scope; adds up to `count` together with `elsewhere`. Townships without any are left out. */
  townships: z.array(townshipCountSchema),
  /** Rows whose place is not known down to a township. */
  elsewhere: countLinkSchema.nullable(),
})
export type TodayFigure = z.infer<typeof todayFigureSchema>

export const todaySchema = z.object({
  place: placeSchema,
  /** Latest finished run; null: none yet, then owed, lead and verify are empty and say so. */
  run: z.object({ id: z.string(), asOf: z.string(), finishedAt: z.string(), period: z.string().nullable() }).nullable(),
  /** Day proposed for the next run: that of the newest list; null while there is no list. */
  nextRunDay: dateSchema.nullable(),
  /** Facts or lists were committed after the latest run started: figures of lists may be behind. */
  behind: z.boolean(),
  /** 演示参数: some parameters are stand-ins; every page says so. */
  demonstration: z.boolean(),
  register: z.array(todayFigureSchema),
  /** 三保障+饮水 by item: schooling, medical, housing, water. */
  unsolved: z.array(todayFigureSchema),
  /** 应享未享 in all and by department that delivers. */
  owed: todayFigureSchema,
  owedByDepartment: z.array(todayFigureSchema),
  verify: todayFigureSchema,
  lead: todayFigureSchema,
  /** Rows of departments' lists that name nobody in the register. */
  unregistered: todayFigureSchema,
  /** Results that came back from the field. */
  answered: todayFigureSchema,
})
export type Today = z.infer<typeof todaySchema>
