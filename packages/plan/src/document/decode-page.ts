/** Bytes of a saved web page to text: by its byte order mark, by what it declares, by the bytes themselves. Never fails; what cannot be decoded becomes U+FFFD. */

const declared = /<meta[^>]{0,200}?charset\s*=\s*["']?\s*([\w-]{2,20})|<\?xml[^>]{0,100}encoding\s*=\s*["']([\w-]{2,20})/i
/** gb2312 and gbk are old names for what GB 18030 holds. */
const oldNames = /^(gb2312|gbk|gb_2312-80|x-gbk|gb18030|hz-gb-2312)$/i

function tryDecode(bytes: Uint8Array, label: string, fatal: boolean): string | undefined {
  try {
    return new TextDecoder(label, { fatal }).decode(bytes)
  } catch {
    return undefined
  }
}

/** The page as text, without a byte order mark. */
export function decodePage(bytes: Uint8Array): string {
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return tryDecode(bytes, 'utf-16le', false)!
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return tryDecode(bytes, 'utf-16be', false)!
  // UTF-8 with characters beyond ASCII does not come about by chance, whatever an old template declares.
  const utf8 = tryDecode(bytes, 'utf-8', true)
  if (utf8 !== undefined) return utf8
  const match = declared.exec(new TextDecoder('latin1').decode(bytes.subarray(0, 4096)))
  const label = match?.[1] ?? match?.[2]
  const name = label === undefined || oldNames.test(label) ? 'gb18030' : label
  const whole = tryDecode(bytes, name, true) ?? tryDecode(bytes, 'gb18030', true)
  if (whole !== undefined) return whole
  // A damaged byte somewhere: the encoding that loses fewer characters.
  const candidates = [...new Set([name, 'utf-8', 'gb18030'])].map((n) => tryDecode(bytes, n, false)).filter((text) => text !== undefined)
  const lost = (text: string): number => text.split('\ufffd').length
  return candidates.sort((a, b) => lost(a) - lost(b))[0]!
}
