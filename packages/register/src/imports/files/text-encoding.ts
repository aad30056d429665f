/** Decodes the bytes of a text file: UTF-8, UTF-16 or GB 18030 (with GBK and GB 2312 inside it). Guesses only where bytes prove it. */
import { problem } from '@bangfu/kernel'

function tryDecode(bytes: Uint8Array, encoding: string): string | undefined {
  try {
    return new TextDecoder(encoding, { fatal: true }).decode(bytes)
  } catch {
    return undefined
  }
}

/** UTF-16 without a mark shows as zero bytes on one side of nearly every ASCII character. */
function unmarkedUtf16(bytes: Uint8Array): 'utf-16le' | 'utf-16be' | undefined {
  const length = Math.min(bytes.length, 4096)
  let [even, odd] = [0, 0]
  for (let i = 0; i + 1 < length; i += 2) {
    if (bytes[i] === 0) even += 1
    if (bytes[i + 1] === 0) odd += 1
  }
  const threshold = length / 40
  if (odd > threshold && even === 0) return 'utf-16le'
  if (even > threshold && odd === 0) return 'utf-16be'
  return undefined
}

/** The text; throws `imports/unknown-encoding` when no encoding fits every byte. */
export function decodeText(bytes: Uint8Array, file: string): string {
  const marked = bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : bytes[0] === 0xfe && bytes[1] === 0xff ? 'utf-16be' : unmarkedUtf16(bytes)
  const text = marked ? tryDecode(bytes, marked) : (tryDecode(bytes, 'utf-8') ?? tryDecode(bytes, 'gb18030'))
  if (text === undefined || text.includes('\u0000')) throw problem('imports/unknown-encoding', { file })
  return text
}
