/**
 * Division table of a province: names of the 2- to 12-digit codes (province, city, county, township, village), as data files in `data/`.
 * Liaoning is held (divisions-21.tsv: from the open division tables to 2023, GB/T 2260 and statistical codes). Reads a file: not for browsers.
 */
import { readFileSync } from 'node:fs'
import type { DivisionCode } from './division-code.ts'

export interface Division {
  /** Significant code: 2, 4, 6, 9 or 12 digits. */
  readonly code: DivisionCode
  readonly name: string
}

/** All divisions of the province in code order; `province` is its two digits. Throws ENOENT for a province that is not held. */
export function readDivisions(province: string): readonly Division[] {
  const text = readFileSync(new URL(`../data/divisions-${province}.tsv`, import.meta.url), 'utf8')
  return text.split('\n').slice(1).filter((line) => line !== '').map((line) => {
    const [code, name] = line.split('\t') as [DivisionCode, string]
    return { code, name }
  })
}
