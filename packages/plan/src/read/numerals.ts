/** Chinese and Arabic numerals to exact numbers. 两 is 2, 15万 is 150000, 3.5亿 is 350000000. */

const digits: Readonly<Record<string, number>> = { 〇: 0, 零: 0, 一: 1, 二: 2, 两: 2, 三: 3, 四: 4, 五: 5, 六: 6, 七: 7, 八: 8, 九: 9, 壹: 1, 贰: 2, 叁: 3, 肆: 4, 伍: 5, 陆: 6, 柒: 7, 捌: 8, 玖: 9 }
const small: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000, 拾: 10, 佰: 100, 仟: 1000 }

/** The whole number in the numeral (十五, 三百二十, 一万二千, 二〇一八); undefined when it is none. */
export function findChineseNumber(text: string): number | undefined {
  if (text === '') return undefined
  if ([...text].every((ch) => ch in digits)) return text.length === 1 || /[〇零]/.test(text) || text.length >= 3 ? Number([...text].map((ch) => digits[ch]).join('')) : undefined
  let total = 0
  let section = 0
  let digit = 0
  for (const ch of text) {
    if (ch in digits) digit = digits[ch]!
    else if (ch in small) {
      section += (digit || 1) * small[ch]!
      digit = 0
    } else if (ch === '万' || ch === '亿') {
      total = (total + section + digit) * (ch === '万' ? 10_000 : 100_000_000)
      section = 0
      digit = 0
    } else return undefined
  }
  return total + section + digit
}

/** Number of a clause or list: Arabic or Chinese. */
export function findOrdinal(text: string): number | undefined {
  return /^\d+$/.test(text) ? Number(text) : findChineseNumber(text)
}

const powers: Readonly<Record<string, number>> = { 十: 1, 百: 2, 千: 3, 万: 4, 亿: 8 }

/** Arabic digits with a multiplier behind them, exactly: ('1.35', '万') → 13500. */
export function scaleNumber(arabic: string, multiplier: string): number {
  const shift = [...multiplier].reduce((sum, ch) => sum + (powers[ch] ?? 0), 0)
  const [whole = '', fraction = ''] = arabic.split('.')
  const padded = fraction.padEnd(shift, '0')
  const moved = `${whole}${padded.slice(0, shift)}.${padded.slice(shift)}`
  return Number(moved.replace(/\.$/, ''))
}
