/** Demo: a seeded synthetic province and its own, independent truth. */
export { makeCounty, type CountyOptions } from './county.ts'
export { writeCountyFiles, type CountyFiles } from './county-files.ts'
export type { ImportStep } from './import-step.ts'
export type { TruthRow } from './lists/county-lists.ts'
export type { Plant } from './plants.ts'
