/** Names of the pack's measures and bodies, and which of the pack's parameters are stand-ins. Reads the pack only. */
import type { Pack } from '@bangfu/plan'
import type { Bilingual } from '../contract/index.ts'

/** Names of a body on the day: an organisation's last name by then, or a class's own. */
export function bodyWords(pack: Pack, id: string): Bilingual {
  const organisation = pack.organisations.organisations.find((o) => o.id === id)
  const name = organisation?.names.at(-1) ?? pack.organisations.classes.find((c) => c.id === id)
  return name ? { zh: name.zh, en: name.en } : { zh: id, en: id }
}

/** Every other name that a body had or is called by: one looks for it under any of them. */
export function otherNames(pack: Pack, id: string): string[] {
  const organisation = pack.organisations.organisations.find((o) => o.id === id)
  return (organisation?.names ?? []).flatMap((n) => [n.zh, ...n.also]).filter((name) => name !== organisation?.names.at(-1)?.zh)
}

export function measureWords(pack: Pack, id: string): { readonly id: string; readonly name: Bilingual } {
  return { id, name: pack.measures.find((m) => m.id === id)?.name ?? { zh: id, en: id } }
}

/** The pack was loaded with an overlay of stand-ins, so every page says 演示参数. */
export function isDemonstration(pack: Pack): boolean {
  return pack.overlay?.demonstration ?? false
}
