/** Which clause, target and amount of a new build is which of the former one, so that ids stay and what a person wrote finds its place again. */
import { wordLikeness } from '../draft/word-likeness.ts'
import type { BuiltPack } from './built-pack.ts'

export interface JoinedIds {
  /** Former clause number → number now. A clause that is gone is not in it. */
  readonly clauses: ReadonlyMap<string, string>
  /** Id as built now → id that it had. */
  readonly targets: ReadonlyMap<string, string>
  readonly parameters: ReadonlyMap<string, string>
}

/** Share of two-character runs in common from which a title still heads the same clause. */
const alike = 0.5

function joinInto(joined: Map<string, string>, before: readonly string[], now: readonly string[], fits: (a: string, b: string) => boolean): void {
  const taken = new Set(joined.values())
  for (const old of before) {
    if (joined.has(old)) continue
    const found = now.find((id) => !taken.has(id) && fits(old, id))
    if (found === undefined) continue
    joined.set(old, found)
    taken.add(found)
  }
}

function joinClauses(before: BuiltPack, now: BuiltPack): Map<string, string> {
  const title = (pack: BuiltPack) => new Map(pack['clauses.yaml'].map((c) => [c.id, c.title.zh]))
  const [old, fresh] = [title(before), title(now)]
  const [ids, nowIds] = [[...old.keys()], [...fresh.keys()]]
  const joined = new Map<string, string>()
  joinInto(joined, ids, nowIds, (a, b) => a === b && old.get(a) === fresh.get(b))
  joinInto(joined, ids, nowIds, (a, b) => old.get(a) === fresh.get(b) && a.split('.').length === b.split('.').length)
  joinInto(joined, ids, nowIds, (a, b) => a === b && wordLikeness(old.get(a)!, fresh.get(b)!) >= alike)
  return joined
}

/** `keys`: strictest first; each says what two entries must share. */
function joinBy<T extends { readonly id: string }>(before: readonly T[], now: readonly T[], keys: readonly ((item: T, old: boolean) => string)[]): Map<string, string> {
  const joined = new Map<string, string>()
  const taken = new Set<string>()
  for (const key of keys) {
    for (const item of now) {
      if (joined.has(item.id)) continue
      const found = before.find((old) => !taken.has(old.id) && key(old, true) === key(item, false))
      if (!found) continue
      joined.set(item.id, found.id)
      taken.add(found.id)
    }
  }
  return joined
}

export function joinIds(before: BuiltPack, now: BuiltPack): JoinedIds {
  const clauses = joinClauses(before, now)
  const numbered = (clause: string | undefined, old: boolean): string => (clause === undefined ? '-' : old ? clauses.get(clause) ?? `gone:${clause}` : clause)
  const targets = joinBy(before['targets.yaml'].targets, now['targets.yaml'].targets, [
    (t, old) => [numbered(t.clauses[0], old), t.subject.zh, t.operator, t.value, t.unit, t.until].join('|'), (t, old) => [numbered(t.clauses[0], old), t.subject.zh, t.unit, t.until].join('|'),
    (t, old) => [numbered(t.clauses[0], old), t.subject.zh, t.unit].join('|'), (t) => [t.subject.zh, t.operator, t.value, t.unit, t.until].join('|'),
  ])
  const amount = (p: BuiltPack['parameters.yaml'][number], old: boolean) => [numbered(p.values[0]?.clause, old), p.values[0]?.value, p.unit].join('|')
  const isNamed = (p: BuiltPack['parameters.yaml'][number]) => !/ 数额\d+(?:[上下]限)?$/.test(p.id)
  const parameters = joinBy(before['parameters.yaml'], now['parameters.yaml'], [
    (p, old) => (isNamed(p) ? p.id : `${old ? 'old' : 'now'}:${p.id}`), amount, (p, old) => `${numbered(p.values[0]?.clause, old)}|${p.unit}|${/\d+(?:[上下]限)?$/.exec(p.id)?.[0]}`,
  ])
  return { clauses, targets, parameters }
}
