/**
 * What nobody has written yet, in a pack's own terms: the text `not-yet` where a text of a person belongs. It is sound, counted by the coverage,
 * and shown in words instead of as nothing. Finds the places; writes nothing.
 */
import type { SourcePath } from './pack-source.ts'

export const notYet = 'not-yet'

/** title: none, or still the document's heading · summary · english: Chinese is written, English is not · proof: how a target is known · text: any other own words · head: in pack.yaml. */
export const unwrittenKinds = ['title', 'summary', 'english', 'proof', 'text', 'head'] as const
export type UnwrittenKind = (typeof unwrittenKinds)[number]

export interface Unwritten {
  readonly kind: UnwrittenKind
  readonly file: string
  /** Id of the clause, target, body …; the file where there is none. */
  readonly id: string
  readonly path: SourcePath
}

type Node = Readonly<Record<string, unknown>>
const isNode = (value: unknown): value is Node => typeof value === 'object' && value !== null && !Array.isArray(value)

function kindOf(file: string, path: SourcePath): UnwrittenKind {
  const last = path.at(-1)
  if (file === 'clauses.yaml' && (last === 'title' || last === 'summary')) return last
  return file === 'pack.yaml' ? 'head' : 'text'
}

function findIn(file: string, value: unknown, path: SourcePath, id: string): Unwritten[] {
  if (Array.isArray(value)) return value.flatMap((item, i) => findIn(file, item, [...path, i], id))
  if (!isNode(value)) return []
  const own = typeof value['id'] === 'string' ? value['id'] : id
  const say = (kind: UnwrittenKind): Unwritten => ({ kind, file, id: own, path })
  const found: Unwritten[] = []
  if (value['zh'] === notYet) found.push(say(kindOf(file, path)))
  else if (value['en'] === notYet) found.push(say('english'))
  if (value['titleIsHeading'] === true) found.push(say('title'))
  if (value['kind'] === notYet && file === 'targets.yaml') found.push(say('proof'))
  return [...found, ...Object.entries(value).flatMap(([name, inner]) => findIn(file, inner, [...path, name], own))]
}

/** Every place of the files where a person still has to write, file by file, in their order. */
export function findUnwritten(files: Readonly<Record<string, unknown>>): Unwritten[] {
  return Object.entries(files).flatMap(([file, value]) => findIn(file, value, [], file))
}

/** The same data with words in the place of `not-yet`: English falls back to the Chinese, or to the id where there is none. */
export function sayUnwritten<T>(value: T): T {
  if (Array.isArray(value)) return value.map((item: unknown) => sayUnwritten(item)) as T
  if (!isNode(value)) return value
  const said = Object.fromEntries(Object.entries(value).map(([name, inner]) => [name, sayUnwritten(inner)]))
  if (value['zh'] === notYet) Object.assign(said, { zh: '（待写）', en: value['en'] === notYet ? '(not written yet)' : value['en'] })
  else if (value['en'] === notYet) said['en'] = value['zh'] ?? value['id']
  return said as T
}
