/** Codes as words, the way exports print them. */
import { findCodeList } from '@bangfu/kernel'

/** Label of a code; the code itself where the list lacks it. */
export function label(list: string, code: string): string {
  return findCodeList(list)?.items.find((item) => item.code === code)?.zh ?? code
}

export function yesNo(value: boolean | undefined): string {
  return value === undefined ? '' : value ? '是' : '否'
}

/** Fen as yuan with two digits, e.g. 123456 → 1234.56; blank when unknown. */
export function yuan(fen: number | undefined): string {
  return fen === undefined ? '' : `${Math.floor(fen / 100)}.${String(fen % 100).padStart(2, '0')}`
}
