/** Ids of bodies in a draft: their name in pinyin, so that a person can read them and a new reading gives the same one. */
import { pinyinKeys, sha256Hex } from '@bangfu/kernel'

/** Lower-case letters, digits and hyphens; a name without any gets a hash. */
export function bodyId(name: string): string {
  const letters = pinyinKeys(name.normalize('NFKC')).full.replace(/ü/g, 'v').replace(/[^a-z0-9]+/g, '-').replace(/^-+|-+$/g, '')
  return letters.length > 60 || letters === '' ? `${letters.slice(0, 50)}-${sha256Hex(name).slice(0, 6)}`.replace(/^-/, 'body-') : letters
}

/** One id for each name; names that read alike get a number. */
export function bodyIds(names: readonly string[]): ReadonlyMap<string, string> {
  const ids = new Map<string, string>()
  const used = new Set<string>()
  for (const name of names) {
    if (ids.has(name)) continue
    const stem = bodyId(name)
    let id = stem
    for (let n = 2; used.has(id); n += 1) id = `${stem}-${n}`
    used.add(id)
    ids.set(name, id)
  }
  return ids
}
