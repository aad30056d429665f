/** A second, dumb reader for tests: unzips and matches text by regular expressions. Shares nothing with the product's readers, so that both cannot err alike. */
import { inflateRawSync } from 'node:zlib'

export type PlainRow = ReadonlyMap<string, string>

function unzip(bytes: Buffer): Map<string, string> {
  const parts = new Map<string, string>()
  let at = bytes.readUInt32LE(bytes.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1')) + 16)
  while (bytes.readUInt32LE(at) === 0x02014b50) {
    const [method, size, names, extra, comment, offset] = [bytes.readUInt16LE(at + 10), bytes.readUInt32LE(at + 20), bytes.readUInt16LE(at + 28), bytes.readUInt16LE(at + 30), bytes.readUInt16LE(at + 32), bytes.readUInt32LE(at + 42)]
    const start = offset + 30 + bytes.readUInt16LE(offset + 26) + bytes.readUInt16LE(offset + 28)
    const data = bytes.subarray(start, start + size)
    parts.set(bytes.toString('utf8', at + 46, at + 46 + names), (method === 8 ? inflateRawSync(data) : data).toString('utf8'))
    at += 46 + names + extra + comment
  }
  return parts
}

const unescape = (text: string): string => text.replace(/&lt;/g, '<').replace(/&gt;/g, '>').replace(/&quot;/g, '"').replace(/&apos;/g, "'").replace(/&#(\d+);/g, (_, n: string) => String.fromCodePoint(Number(n))).replace(/&amp;/g, '&')
const texts = (xml: string): string => [...xml.matchAll(/<t[ >][^<]*?>?([^<]*)<\/t>|<t>([^<]*)<\/t>/g)].map((m) => unescape(m[0].replace(/<[^>]*>/g, ''))).join('')

/** Rows of the sheet with this name: column letter → text as stored. */
export function plainSheet(bytes: Buffer, sheetName: string): PlainRow[] {
  const parts = unzip(bytes)
  const shared = [...(parts.get('xl/sharedStrings.xml') ?? '').matchAll(/<si\b[^>]*>([\s\S]*?)<\/si>|<si\/>/g)].map((m) => texts(m[1] ?? ''))
  const id = new RegExp(`<sheet [^>]*name="${sheetName}"[^>]*r:id="([^"]+)"`).exec(parts.get('xl/workbook.xml')!)![1]!
  const relation = [...parts.get('xl/_rels/workbook.xml.rels')!.matchAll(/<Relationship [^>]*>/g)].map((m) => m[0]).find((r) => r.includes(`Id="${id}"`))!
  const target = /Target="([^"]+)"/.exec(relation)![1]!.replace(/^\/xl\//, '')
  return [...parts.get(`xl/${target}`)!.matchAll(/<row\b[^>]*?(?:\/>|>([\s\S]*?)<\/row>)/g)].map((row) => {
    const cells = new Map<string, string>()
    for (const cell of (row[1] ?? '').matchAll(/<c r="([A-Z]+)\d+"([^>]*?)(?:\/>|>([\s\S]*?)<\/c>)/g)) {
      const value = /<v>([^<]*)<\/v>/.exec(cell[3] ?? '')?.[1] ?? ''
      const text = /t="s"/.test(cell[2]!) ? shared[Number(value)] ?? '' : /t="inlineStr"/.test(cell[2]!) ? texts(cell[3] ?? '') : unescape(value)
      if (text !== '') cells.set(cell[1]!, text)
    }
    return cells
  })
}

/** Rows of separated text, cut character by character. */
export function plainText(bytes: Buffer, encoding: string, separator: string): PlainRow[] {
  const text = new TextDecoder(encoding).decode(bytes)
  const rows: string[][] = [[]]
  let [field, quoted] = ['', false]
  for (let i = 0; i < text.length; i += 1) {
    const c = text[i]!
    if (quoted && c === '"' && text[i + 1] === '"') { field += '"'; i += 1 } else if (c === '"') quoted = !quoted
    else if (!quoted && c === separator) { rows.at(-1)!.push(field); field = '' } else if (!quoted && c === '\n') { rows.at(-1)!.push(field); field = ''; rows.push([]) } else if (quoted || c !== '\r') field += c
  }
  rows.at(-1)!.push(field)
  return rows.map((row) => new Map(row.map((value, i) => [String.fromCharCode(65 + i), value] as const).filter(([, value]) => value !== '')))
}

/** An 18-character number whose check character fits, in any dress; the sum is done here once more. */
export function plainIdentity(text: string | undefined): string | undefined {
  if (/e\+/i.test(text ?? '')) return undefined
  const digits = (text ?? '').replace(/[\uff10-\uff3a]/g, (c) => String.fromCharCode(c.charCodeAt(0) - 0xfee0)).replace(/[^0-9Xx]/g, '').toUpperCase()
  if (digits.length !== 18) return undefined
  let weight = 1
  let sum = 0
  for (let i = 17; i >= 0; i -= 1) { // weights are powers of two modulo 11, from the right
    sum += (digits[i] === 'X' ? 10 : Number(digits[i])) * weight
    weight = (weight * 2) % 11
  }
  return sum % 11 === 1 ? digits : undefined
}
