/** Reads identity numbers (GB 11643) and disability certificates (identity number, class, grade, reissue digits). Refuses what Excel rounded. */
import { checkIdentityNumber, type IdentityFault, type IdentityNumber } from '@bangfu/kernel'
import type { RawCell } from '../files/raw-sheet.ts'
import { filledText } from './cell-reading.ts'

export type IdentityReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'number'; readonly number: IdentityNumber; readonly upgraded: boolean; readonly certificate?: string }
  | { readonly kind: 'rounded' }
  | { readonly kind: 'wrong'; readonly fault: string }

export const faultWords: Readonly<Record<IdentityFault, string>> = {
  length: '位数不对 / length', characters: '含有其他字符 / characters', 'birth-date': '出生日期不存在 / birth date', 'check-digit': '校验位不符 / check digit',
}

const noNumber = new Set(['无', '没有', '暂无', '未办', '未办理', '无证', '无身份证', '未上户', '新生儿'])

/** Signs that are typed or pasted for the last X: the sign of multiplication, Cyrillic and Greek letters. */
const likeX = /[×✕✖╳хХχΧ]/g
/** A whole number between other things: 身份证2199…, 2199…(本人), 2199….; only where no digit touches it, so that nothing is cut out of a longer number, and no second number follows. */
const numberInside = /^[^\dA-Z]*(\d{22}|\d{20}B\d|\d{20}|\d{17}[\dX]|\d{15})(?:[^\dA-Z](?!.*\d{15}).*)?$/

/** Digits and X of a number cell as text; apostrophes, blanks, hyphens, full-width signs, invisible marks and what stands around the number removed. */
function identityText(cell: RawCell): string | undefined {
  const text = filledText(cell)?.replace(/[\s'‘’`"“”\p{Cf}]/gu, '').replace(likeX, 'X').toUpperCase()
  if (text === undefined || text === '' || noNumber.has(text)) return undefined
  const joined = text.replace(/(?<=\d)[-‐‑–—_](?=[\dX])/g, '')
  return numberInside.exec(joined)?.[1] ?? text
}

const exact = /^\d{17}[\dX]$/

/** One cell of an identity column. A number of more than 15 digits in a number cell has lost its end, whatever it looks like. */
export function readIdentity(cell: RawCell, columnIsRounded = false): IdentityReading {
  if (typeof cell === 'number') {
    if (cell >= 1e15) return { kind: 'rounded' }
    if (cell === 0) return { kind: 'blank' }
  }
  const text = typeof cell === 'string' && exact.test(cell) ? cell : identityText(cell)
  if (text === undefined) return { kind: 'blank' }
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return { kind: 'rounded' }
  if (text.length === 20 || text.length === 22) {
    const certificate = findCertificate(text)
    return 'fault' in certificate ? { kind: 'wrong', fault: certificate.fault } : { kind: 'number', number: certificate.number, upgraded: false, certificate: text }
  }
  const checked = checkIdentityNumber(text)
  const rounds = text.length === 18 && text.endsWith('000')
  if ('fault' in checked) return rounds ? { kind: 'rounded' } : { kind: 'wrong', fault: faultWords[checked.fault] }
  if (rounds && columnIsRounded) return { kind: 'rounded' }
  return { kind: 'number', number: checked.number, upgraded: text.length === 15 }
}

/**
 * Whether a column of texts was saved from numbers: more than three end in 000 (of issued ones, one in a thousand), over a twentieth of the
 * column, and most of these fail the check, as ten of eleven cut numbers do. Then the ends are gone also where the check digit happens to fit.
 */
export function isRoundedColumn(cells: Iterable<RawCell | undefined>): boolean {
  let [seen, rounded, failing] = [0, 0, 0]
  for (const cell of cells) {
    if (typeof cell !== 'string' || cell.length < 17) continue
    seen += 1
    const text = cell.trim()
    if (!text.endsWith('000')) continue
    rounded += 1
    if ('fault' in checkIdentityNumber(text)) failing += 1
  }
  return rounded > 3 && rounded * 20 > seen && failing * 2 > rounded
}

export interface DisabilityCertificate {
  readonly number: IdentityNumber
  /** GB/T 26341: 1 视力 … 7 多重. */
  readonly category: string
  /** 1 to 4. */
  readonly grade: string
}

/** The certificate's parts, or what is wrong with it. Blanks must be removed before. */
export function findCertificate(text: string): DisabilityCertificate | { readonly fault: string } {
  if (text.length !== 20 && text.length !== 22) return { fault: faultWords.length }
  const checked = checkIdentityNumber(text.slice(0, 18))
  if ('fault' in checked) return { fault: faultWords[checked.fault] }
  const [category, grade] = [text[18]!, text[19]!]
  if (!/[1-7]/.test(category)) return { fault: '类别应为 1-7 / class 1-7' }
  if (!/[1-4]/.test(grade)) return { fault: '等级应为 1-4 / grade 1-4' }
  if (text.length === 22 && !/^[\dB]\d$/.test(text.slice(20))) return { fault: faultWords.characters }
  return { number: checked.number, category, grade }
}

export type CertificateReading =
  | { readonly kind: 'blank' }
  | { readonly kind: 'certificate'; readonly text: string; readonly parts: DisabilityCertificate }
  | { readonly kind: 'rounded' }
  | { readonly kind: 'wrong'; readonly fault: string }

export function readCertificate(cell: RawCell): CertificateReading {
  if (typeof cell === 'number' && cell >= 1e15) return { kind: 'rounded' }
  const text = identityText(cell)
  if (text === undefined) return { kind: 'blank' }
  if (/^\d(\.\d+)?E\+?\d+$/.test(text)) return { kind: 'rounded' }
  const parts = findCertificate(text)
  return 'fault' in parts ? { kind: 'wrong', fault: parts.fault } : { kind: 'certificate', text, parts }
}
