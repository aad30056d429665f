/**
 * The locked cell of an item: its key and two check signs. The first is over the key, so that a mistyped key is noticed; the second
 * over key, name and matter, so that a row whose cells were shifted against its key is noticed. A guard against slips, not against fraud.
 */
import { nameKey, sha256Hex } from '@bangfu/kernel'

const signs = 4

function keySign(key: string): string {
  return sha256Hex(`key:${key}`).slice(0, signs)
}

function rowSign(key: string, name: string, matter: string): string {
  return sha256Hex(`row:${key}:${nameKey(name)}:${nameKey(matter)}`).slice(0, signs)
}

export function sealItem(key: string, name: string, matter: string): string {
  return `${key}#${keySign(key)}${rowSign(key, name, matter)}`
}

/** The key of a sealed cell; undefined when it was changed. `shifted`: name or matter, where given, belong to another row. */
export function openItem(sealed: string, name: string | undefined, matter: string | undefined): { readonly key: string; readonly shifted: boolean } | undefined {
  const at = sealed.lastIndexOf('#')
  const [key, mark] = [sealed.slice(0, at), sealed.slice(at + 1)]
  if (at < 1 || mark.length !== 2 * signs || mark.slice(0, signs) !== keySign(key)) return undefined
  const comparable = name !== undefined && matter !== undefined
  return { key, shifted: comparable && mark.slice(signs) !== rowSign(key, name, matter) }
}
