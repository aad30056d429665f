/** Citizen identity numbers by GB 11643-1999: 17 digits and a check character; 15-digit numbers of before 1999 can be upgraded. */
import { findPlainDate, type PlainDate } from './plain-date.ts'

const weights = [7, 9, 10, 5, 8, 4, 2, 1, 6, 3, 7, 9, 10, 5, 8, 4, 2]
const checks = '10X98765432'

export type IdentityNumber = string & { readonly __brand: 'IdentityNumber' }
export type IdentityFault = 'length' | 'characters' | 'birth-date' | 'check-digit'

/** Check character of the first 17 digits. */
export function identityCheckCharacter(first17: string): string {
  let sum = 0
  for (let i = 0; i < 17; i += 1) sum += (first17.charCodeAt(i) - 48) * weights[i]!
  return checks[sum % 11]!
}

/** The number in upper case, or what is wrong with it. Blanks must be removed before. */
export function checkIdentityNumber(text: string): { readonly number: IdentityNumber } | { readonly fault: IdentityFault } {
  const upper = text.toUpperCase()
  if (upper.length === 15) {
    if (!/^\d{15}$/.test(upper)) return { fault: 'characters' }
    const seventeen = `${upper.slice(0, 6)}19${upper.slice(6)}`
    if (!birthOf(seventeen)) return { fault: 'birth-date' }
    return { number: (seventeen + identityCheckCharacter(seventeen)) as IdentityNumber }
  }
  if (upper.length !== 18) return { fault: 'length' }
  if (!/^\d{17}[\dX]$/.test(upper)) return { fault: 'characters' }
  if (!birthOf(upper)) return { fault: 'birth-date' }
  if (identityCheckCharacter(upper) !== upper[17]) return { fault: 'check-digit' }
  return { number: upper as IdentityNumber }
}

function birthOf(number: string): PlainDate | undefined {
  return findPlainDate(`${number.slice(6, 10)}-${number.slice(10, 12)}-${number.slice(12, 14)}`)
}

export function birthDateOf(number: IdentityNumber): PlainDate {
  return birthOf(number)!
}

/** GB/T 2261.1: '1' male, '2' female, from the 17th digit. */
export function sexOf(number: IdentityNumber): '1' | '2' {
  return Number(number[16]) % 2 === 1 ? '1' : '2'
}

/** First six and last two characters stay, the rest are stars; any text may be given. */
export function maskIdentity(text: string): string {
  return text.length < 10 ? '*'.repeat(text.length) : `${text.slice(0, 6)}${'*'.repeat(text.length - 8)}${text.slice(-2)}`
}

/** Names of files and sheets are shown everywhere: identity, certificate, card and phone numbers that somebody put into them are masked. */
export function maskNumbers(text: string): string {
  return text.replace(/\d{15,}[Xx]?|(?<!\d)1[3-9]\d{9}(?!\d)/g, maskIdentity)
}

/** A name for public view: the first character stays. */
export function maskName(name: string): string {
  const characters = [...name]
  return characters.length < 2 ? name : characters[0] + '*'.repeat(characters.length - 1)
}
