/** Makes the files of a draft pack from reviewed items. Rejected items are left out (and counted); nothing is worded that nobody wrote. */
import { yamlText } from '../pack/yaml-text.ts'
import type { PlanReading } from '../read/reading.ts'
import { bodyIds } from './body-id.ts'
import { bodyLevel, isBodyClass, type BodyLevel } from './body-level.ts'
import type { DraftEffort } from './draft-effort.ts'
import { draftFormat, type DraftFileName, type DraftFolder } from './draft-format.ts'
import type { DraftFields, ReviewedItem } from './draft-item.ts'

type Document = PlanReading['document']
const text = (fields: DraftFields, name: string): string => (typeof fields[name] === 'string' ? (fields[name] as string) : '')
const given = (fields: DraftFields, name: string): string | undefined => text(fields, name) || undefined
const list = (fields: DraftFields, name: string): string[] => (Array.isArray(fields[name]) ? [...(fields[name] as readonly string[])] : [])

class DraftWriter {
  readonly document: Document
  readonly items: readonly ReviewedItem[]
  /** Name as proposed → name as corrected: duties follow a body that was renamed. */
  readonly #names: ReadonlyMap<string, string>
  readonly #ids: ReadonlyMap<string, string>

  constructor(document: Document, items: readonly ReviewedItem[]) {
    this.document = document
    this.items = items.filter((i) => i.state !== 'rejected')
    const bodies = this.#of('organisation')
    this.#names = new Map(bodies.map((i) => [String(i.proposal?.['name'] ?? ''), text(i.fields, 'name')]))
    this.#ids = bodyIds([...bodies.map((i) => text(i.fields, 'name')), ...this.#of('duty').map((i) => this.#nameOf(i))])
  }

  #of(kind: ReviewedItem['kind']): readonly ReviewedItem[] {
    return this.items.filter((i) => i.kind === kind)
  }

  #nameOf(duty: ReviewedItem): string {
    const name = text(duty.fields, 'organisation')
    return this.#names.get(name) ?? name
  }

  #from({ start, end }: ReviewedItem): { sha256: string; start: number; end: number } {
    return { sha256: this.document.sha256, start, end }
  }

  clauses(): DraftFolder['clauses.yaml'] {
    const parents = new Set(this.#of('clause').map((i) => text(i.fields, 'number')))
    return this.#of('clause').map((i) => {
      const heading = text(i.fields, 'heading')
      const own = given(i.fields, 'title')
      const parent = given(i.fields, 'parent')
      return {
        id: text(i.fields, 'number'), parent: parent && parents.has(parent) ? parent : null, title: { zh: own ?? ([...heading].length <= 24 ? heading : ''), en: text(i.fields, 'titleEn') },
        summary: { zh: text(i.fields, 'summary'), en: text(i.fields, 'summaryEn') }, start: i.start, end: i.end, titleIsHeading: own === undefined && heading !== '' && [...heading].length <= 24, heading,
        from: this.#from(i), state: i.state,
      }
    })
  }

  targets(): DraftFolder['targets.yaml'] {
    return {
      targets: this.#of('target').map((i, n) => ({
        id: `target-${n + 1}`, clauses: [i.clause ?? ''], subject: { zh: text(i.fields, 'subject'), en: text(i.fields, 'subjectEn') }, operator: text(i.fields, 'operator') as '=', value: given(i.fields, 'value') ?? null,
        ...(given(i.fields, 'to') && { to: given(i.fields, 'to') }), unit: text(i.fields, 'unit'), ...(given(i.fields, 'from') && { from: given(i.fields, 'from') }), until: given(i.fields, 'until') ?? null,
        ...(given(i.fields, 'place') && { place: given(i.fields, 'place') }), proof: null, headline: false, origin: this.#from(i), state: i.state,
      })),
      arithmetic: [],
    }
  }

  duties(): DraftFolder['duties.yaml'] {
    return this.#of('duty').map((i) => ({ clauses: list(i.fields, 'clauses'), role: text(i.fields, 'role') as 'lead', body: this.#ids.get(this.#nameOf(i))!, from: this.#from(i), state: i.state }))
  }

  /** Bodies found, and those that only a corrected or added duty names. */
  organisations(): DraftFolder['organisations.yaml'] {
    const seen = new Set<string>()
    const found: { name: string; en: string; form: string; level: BodyLevel | null; item: ReviewedItem }[] = []
    const take = (name: string, entry: Omit<(typeof found)[number], 'name'>) => {
      if (!seen.has(name)) found.push({ name, ...entry })
      seen.add(name)
    }
    for (const item of this.#of('organisation')) take(text(item.fields, 'name'), { en: text(item.fields, 'en'), form: text(item.fields, 'form'), level: (given(item.fields, 'level') as BodyLevel | undefined) ?? null, item })
    for (const item of this.#of('duty').filter((i) => i.state === 'corrected' || i.state === 'added')) {
      const name = this.#nameOf(item)
      take(name, { en: '', form: isBodyClass(name) ? 'class' : 'organisation', level: bodyLevel(name, this.document.title), item })
    }
    const id = (name: string) => this.#ids.get(name)!
    return {
      organisations: found.filter((b) => b.form !== 'class').map((b) => ({ id: id(b.name), names: [{ zh: b.name, en: b.en }], level: b.level, from: this.#from(b.item), state: b.item.state })),
      classes: found.filter((b) => b.form === 'class').map((b) => ({ id: id(b.name), zh: b.name, en: b.en, levels: b.level === null ? [] : [b.level], bodies: [], from: this.#from(b.item), state: b.item.state })),
    }
  }

  requires(): DraftFolder['pack.yaml']['requires'] {
    return this.#of('citation').map((i) => ({ ...(given(i.fields, 'number') && { number: given(i.fields, 'number') }), title: text(i.fields, 'title'), clauses: i.clause === null ? [] : [i.clause], held: false, from: this.#from(i), state: i.state }))
  }

  parameters(): DraftFolder['parameters.yaml'] {
    const counts = new Map<string, number>()
    return this.#of('amount').map((i) => {
      const clause = i.clause ?? '-'
      counts.set(clause, (counts.get(clause) ?? 0) + 1)
      return {
        id: given(i.fields, 'name') ?? `${clause} #${counts.get(clause)}`, en: '', type: 'number' as const, unit: text(i.fields, 'unit'), operator: text(i.fields, 'operator') as '=',
        values: [{ value: text(i.fields, 'value'), ...(given(i.fields, 'to') && { to: given(i.fields, 'to') }), source: `${this.document.number ?? this.document.title} ${clause}`, ...(i.clause !== null && { clause: i.clause }) }],
        from: this.#from(i), state: i.state,
      }
    })
  }

  pack(effort: DraftEffort): DraftFolder['pack.yaml'] {
    const { title, number, issued, sha256, characters } = this.document
    const years = title.match(/(?:19|20)\d\d/g) ?? []
    return {
      format: draftFormat, id: `draft-${sha256.slice(0, 8)}`, title: { zh: title, en: '' },
      document: { title, ...(number !== null && { number }), ...(issued !== null && { issued }), sha256, characters },
      inForce: { from: years[0] ?? null, until: years.at(-1) ?? null }, place: null, subjects: { zh: '', en: '' }, requires: this.requires(),
      review: { ...effort.byState, minutes: effort.minutes, unread: this.#of('unread').filter((i) => i.state === 'proposed').length },
    }
  }
}

/** The draft as data, file by file. */
export function draftFolder(document: Document, items: readonly ReviewedItem[], effort: DraftEffort): DraftFolder {
  const writer = new DraftWriter(document, items)
  return {
    'pack.yaml': writer.pack(effort), 'clauses.yaml': writer.clauses(), 'organisations.yaml': writer.organisations(), 'duties.yaml': writer.duties(),
    'places.yaml': { kinds: [], designations: [] }, 'targets.yaml': writer.targets(), 'parameters.yaml': writer.parameters(),
  }
}

/** The files as text: YAML that a person can go on with. */
export function draftFiles(folder: DraftFolder): { readonly path: DraftFileName; readonly text: string }[] {
  const head = '# 草稿：每项的 from 指向原文（文本指纹与起止位置），state 是审定情况；空白处由经办人用自己的话填写。\n# Draft: `from` is the passage in the document (hash of its text, offsets), `state` what was decided; what is empty is for an officer to write.\n'
  return (Object.keys(folder) as DraftFileName[]).map((path) => ({ path, text: yamlText(head, folder[path]) }))
}
