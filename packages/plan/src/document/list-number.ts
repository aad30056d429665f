/** Numbers that a program prints before list items: the formats of Word's numbering and of HTML lists. Counts nothing itself. */

const digits = ['〇', '一', '二', '三', '四', '五', '六', '七', '八', '九']
const formal = ['零', '壹', '贰', '叁', '肆', '伍', '陆', '柒', '捌', '玖']

/** 23 is 二十三; units are those given. Up to 9999. */
function counted(value: number, signs: readonly string[], units: readonly string[], zero: string, shortTen: boolean): string {
  if (value === 0) return zero
  let text = ''
  let gap = false
  for (let place = 3; place >= 0; place -= 1) {
    const digit = Math.floor(value / 10 ** place) % 10
    if (digit === 0) { gap = text !== ''; continue }
    if (gap) text += zero
    gap = false
    text += `${signs[digit]!}${units[place]!}`
  }
  return shortTen && value >= 10 && value < 20 ? text.slice(1) : text
}

const chinese = (value: number): string => counted(value, digits, ['', '十', '百', '千'], '零', true)

function roman(value: number): string {
  const signs: readonly (readonly [number, string])[] = [[1000, 'M'], [900, 'CM'], [500, 'D'], [400, 'CD'], [100, 'C'], [90, 'XC'], [50, 'L'], [40, 'XL'], [10, 'X'], [9, 'IX'], [5, 'V'], [4, 'IV'], [1, 'I']]
  let left = value
  return signs.map(([size, sign]) => { const n = Math.floor(left / size); left -= n * size; return sign.repeat(n) }).join('')
}

const letters = (value: number): string => String.fromCharCode(65 + ((value - 1) % 26)).repeat(Math.ceil(value / 26))
const readyMade = (value: number, first: number, count: number): string => (value >= 1 && value <= count ? String.fromCodePoint(first + value - 1) : String(value))
const circled = (value: number): string => (value > 20 && value <= 35 ? readyMade(value - 20, 0x3251, 15) : readyMade(value, 0x2460, 20))
const wide = (value: number): string => String(value).replace(/\d/g, (d) => String.fromCharCode(d.charCodeAt(0) + 0xfee0))

const formats: Readonly<Record<string, (value: number) => string>> = {
  chineseCounting: chinese, chineseCountingThousand: chinese, japaneseCounting: chinese, taiwaneseCounting: chinese, taiwaneseCountingThousand: chinese, koreanCounting: chinese,
  ideographDigital: (v) => [...String(v)].map((d) => digits[Number(d)]!).join(''), taiwaneseDigital: (v) => [...String(v)].map((d) => digits[Number(d)]!).join(''), japaneseDigitalTenThousand: (v) => [...String(v)].map((d) => digits[Number(d)]!).join(''),
  chineseLegalSimplified: (v) => counted(v, formal, ['', '拾', '佰', '仟'], '零', false),
  ideographTraditional: (v) => '甲乙丙丁戊己庚辛壬癸'[v - 1] ?? String(v), ideographZodiac: (v) => '子丑寅卯辰巳午未申酉戌亥'[v - 1] ?? String(v),
  decimalEnclosedCircle: circled, decimalEnclosedCircleChinese: circled, ideographEnclosedCircle: (v) => readyMade(v, 0x3280, 10),
  decimalEnclosedParen: (v) => readyMade(v, 0x2474, 20), decimalEnclosedFullstop: (v) => readyMade(v, 0x2488, 20),
  decimalFullWidth: wide, decimalFullWidth2: wide, decimalZero: (v) => String(v).padStart(2, '0'),
  upperLetter: letters, lowerLetter: (v) => letters(v).toLowerCase(), upperRoman: roman, lowerRoman: (v) => roman(v).toLowerCase(),
  bullet: () => '', none: () => '',
}

/** The number in one of Word's formats (ECMA-376 ST_NumberFormat); decimal where the format is none of the known. */
export function printNumber(format: string, value: number): string {
  if (value < 0 || value > 9999) return String(value)
  return formats[format]?.(value) ?? String(value)
}

/** What a browser prints before an item of an ordered list of this type. */
export function listNumber(type: string, value: number): string {
  const format = { a: 'lowerLetter', A: 'upperLetter', i: 'lowerRoman', I: 'upperRoman' }[type]
  return `${printNumber(format ?? 'decimal', value)}. `
}
