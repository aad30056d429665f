/** Numbers, money and dates as the reader's language writes them. Nothing is rounded away. */
import type { Language } from './language-context.tsx'

const locales: Readonly<Record<Language, string>> = { zh: 'zh-CN', en: 'en-GB' }

/** Grouped digits; a text that is no number comes back unchanged, nothing gives an empty text. */
export function formatNumber(value: number | string | null | undefined): string {
  if (value === null || value === undefined || value === '') return ''
  const text = String(value)
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text)
  if (!match) return text
  // Grouping digits of the text keeps exact decimals exact; Number() would not.
  const grouped = match[2]!.replace(/\B(?=(\d{3})+(?!\d))/g, ',')
  return `${match[1]!}${grouped}${match[3] ?? ''}`
}

/** Fen as yuan with two digits. */
export function yuanOfFen(fen: number | string): string {
  const negative = String(fen).startsWith('-')
  const digits = String(fen).replace('-', '').padStart(3, '0')
  return `${negative ? '-' : ''}${digits.slice(0, -2)}.${digits.slice(-2)}`
}

export function formatDate(value: string | null | undefined, language: Language): string {
  const match = /^(\d{4})(?:-(\d{2})(?:-(\d{2}))?)?$/.exec(value ?? '')
  if (!match) return value ?? ''
  const [year, month, day] = [match[1]!, match[2], match[3]]
  if (language === 'zh') return `${year}年${month ? `${Number(month)}月` : ''}${day ? `${Number(day)}日` : ''}`
  if (!month) return year
  const name = new Date(Date.UTC(2000, Number(month) - 1, 1)).toLocaleString('en-GB', { month: 'short', timeZone: 'UTC' })
  return `${day ? `${Number(day)} ` : ''}${name} ${year}`
}

/** An instant to the minute in the reader's own time zone. */
export function formatInstant(value: string | null | undefined, language: Language): string {
  if (!value) return ''
  const instant = new Date(value)
  if (Number.isNaN(instant.getTime())) return value
  return instant.toLocaleString(locales[language], { year: 'numeric', month: language === 'zh' ? 'numeric' : 'short', day: 'numeric', hour: '2-digit', minute: '2-digit', hour12: false })
}
