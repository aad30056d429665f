/** All headers of a layout, from the vocabulary and the layout's own list: header key → what the column may mean. */
import { entities, type EntityKey, type Field } from '@bangfu/kernel'
import type { LayoutKey } from '../../mapped-table.ts'
import { layouts } from '../layouts/index.ts'
import type { ColumnTarget, Layout } from '../layouts/layout.ts'
import { patternMeanings } from './header-pattern.ts'
import { headerKey, headerKeys } from './header-text.ts'

export interface HeaderMeaning {
  readonly target: ColumnTarget
  /** 1 for the field's own name or national code; 0.9 and less for other spellings; 0.6 for weak ones. */
  readonly confidence: number
}

export interface HeaderEntry extends HeaderMeaning {
  readonly header: string
}

/** One way of writing one column that is to be left out: for proving that each is needed. */
export interface OmittedHeader {
  readonly layout: LayoutKey
  readonly target: ColumnTarget
  /** Without it the whole column is left out. */
  readonly header?: string
}

/** Texts remembered with their meanings: bounded, since a hostile sheet has any number of them. */
const rememberedLimit = 20_000

export class HeaderDictionary {
  readonly #byLayout = new Map<LayoutKey, ReadonlyMap<string, readonly HeaderMeaning[]>>()
  readonly #remembered = new Map<string, readonly HeaderMeaning[]>()
  readonly #omitted: readonly OmittedHeader[]

  constructor(omitted: readonly OmittedHeader[] = []) {
    this.#omitted = omitted
  }

  #of(key: LayoutKey): ReadonlyMap<string, readonly HeaderMeaning[]> {
    const known = this.#byLayout.get(key)
    if (known) return known
    const meanings = new Map<string, HeaderMeaning[]>()
    for (const { target, header, confidence } of headerEntries(layouts[key])) {
      const name = headerKey(header)
      if (this.#omitted.some((o) => o.layout === key && o.target === target && (o.header === undefined || headerKey(o.header) === name))) continue
      const same = meanings.get(name) ?? []
      if (!same.some((meaning) => meaning.target === target)) same.push({ target, confidence })
      meanings.set(name, same)
    }
    this.#byLayout.set(key, meanings)
    return meanings
  }

  /** What the first of the texts means that means anything: by a known spelling, else by how it ends. */
  firstMeaning(layout: LayoutKey, texts: readonly string[]): { readonly header: string; readonly meanings: readonly HeaderMeaning[] } | undefined {
    for (const header of texts) {
      const meanings = this.meanings(layout, header)
      if (meanings.length > 0) return { header, meanings }
    }
    // With a spelling left out on purpose nothing may stand in for it.
    if (this.#omitted.length > 0) return undefined
    for (const header of texts) {
      const meanings = patternMeanings(layouts[layout], header)
      if (meanings.length > 0) return { header, meanings }
    }
    return undefined
  }

  /** What the header may mean in the layout by its spelling, surest first. Remembered, since a search for the header asks for each text many times. */
  meanings(layout: LayoutKey, header: string): readonly HeaderMeaning[] {
    const key = `${layout} ${header}`
    const remembered = this.#remembered.get(key)
    if (remembered) return remembered
    const found = this.#find(layout, header)
    if (this.#remembered.size >= rememberedLimit) this.#remembered.clear()
    this.#remembered.set(key, found)
    return found
  }

  #find(layout: LayoutKey, header: string): readonly HeaderMeaning[] {
    const known = this.#of(layout)
    const found: HeaderMeaning[] = []
    for (const [key, share] of headerKeys(header)) {
      for (const meaning of known.get(key) ?? []) {
        if (!found.some((known) => known.target === meaning.target)) found.push({ target: meaning.target, confidence: meaning.confidence * share })
      }
    }
    return found.sort((a, b) => b.confidence - a.confidence)
  }
}

function fieldEntries(entity: EntityKey, field: Field): HeaderEntry[] {
  const target: ColumnTarget = `${entity}.${field.key}`
  const sure = [field.zh, ...(field.national ? [field.national] : [])].map((header) => ({ target, header, confidence: 1 }))
  return [...sure, ...(field.headers ?? []).map((header, i) => ({ target, header, confidence: 0.9 - i * 0.01 }))]
}

/** Every header of the layout with its meaning. A person's name is the key column `name`, not a field. */
export function headerEntries(layout: Layout): readonly HeaderEntry[] {
  const entries: HeaderEntry[] = []
  for (const column of layout.columns) {
    const base = column.target === 'aside' ? 0.5 : 0.98
    column.headers.forEach((header, i) => entries.push({ target: column.target, header, confidence: base - i * 0.01 }))
    column.weak?.forEach((header, i) => entries.push({ target: column.target, header, confidence: 0.6 - i * 0.01 }))
  }
  for (const entity of layout.fieldsOf) {
    for (const field of entities[entity].fields) {
      if (field.derived || (entity === 'person' && field.key === 'name')) continue
      entries.push(...fieldEntries(entity, field))
    }
  }
  return entries
}

export const headerDictionary = new HeaderDictionary()
