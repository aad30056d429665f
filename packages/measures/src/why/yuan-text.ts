/** Fen as yuan with two digits; a band where there is one. */
export function yuanText(fen: bigint, toFen?: bigint, between = '~'): string {
  const one = (value: bigint): string => {
    const size = value < 0n ? -value : value
    return `${value < 0n ? '-' : ''}${size / 100n}.${String(size % 100n).padStart(2, '0')}`
  }
  return toFen === undefined || toFen === fen ? one(fen) : `${one(fen)}${between}${one(toFen)}`
}
