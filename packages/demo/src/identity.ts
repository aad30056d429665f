/** Identity numbers that no one can have: area codes 219901-219999 (decision 0001), each made once per province. */
import { identityCheckCharacter, type IdentityNumber, type PlainDate } from '@bangfu/kernel'

/** Numbers from a serial: the serial spreads over area code and sequence, so that up to 49,000 persons may share a birthday and sex. */
export class IdentityMint {
  readonly #used = new Map<string, number>()

  make(birth: PlainDate, sex: '1' | '2'): IdentityNumber {
    const key = birth + sex
    const serial = this.#used.get(key) ?? 0
    this.#used.set(key, serial + 1)
    const area = 219901 + (serial % 99)
    const sequence = Math.floor(serial / 99) * 2 + (sex === '1' ? 1 : 0)
    if (sequence > 999) throw new RangeError(`more than 49,400 synthetic persons share the birthday ${birth}`)
    const first = `${area}${birth.replaceAll('-', '')}${String(sequence).padStart(3, '0')}`
    return (first + identityCheckCharacter(first)) as IdentityNumber
  }
}

/** The 15-digit form that old lists still carry: without century and check character. Only for births of 19xx. */
export function fifteenDigits(number: IdentityNumber): string {
  return number.slice(0, 6) + number.slice(8, 17)
}

/** The number with one digit of the sequence changed so that the check character no longer fits. */
export function mistyped(number: IdentityNumber): string {
  const digit = (Number(number[15]) + 3) % 10
  return `${number.slice(0, 15)}${digit}${number.slice(16)}`
}

/** The number with the last two differing neighbours among its first 17 digits in each other's place; the check character no longer fits. */
export function swappedDigits(number: IdentityNumber): string {
  const signs = [...number]
  for (let i = 16; i > 6; i -= 1) {
    if (signs[i] === signs[i - 1]) continue
    const text = [...signs.slice(0, i - 1), signs[i], signs[i - 1], ...signs.slice(i + 1)].join('')
    if (identityCheckCharacter(text.slice(0, 17)) !== text[17]) return text
  }
  return mistyped(number)
}

/** What Excel shows of a long number: six signs and a power of ten. */
export function scientific(number: IdentityNumber): string {
  return `${number[0]}.${number.slice(1, 6)}E+17`
}

/** A phone number that no operator issues: prefix 100 is no mobile prefix. */
export function neverIssuedPhone(serial: number): string {
  return `100${String(serial % 100_000_000).padStart(8, '0')}`
}
