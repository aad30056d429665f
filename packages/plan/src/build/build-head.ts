/** The head of a built pack: title, document, term, place, and the documents that the plan relies on, each once. */
import { findDivisionCode, problemData, type ProblemData } from '@bangfu/kernel'
import type { DraftFolder } from '../draft/draft-format.ts'
import { notYet } from '../pack/not-yet.ts'
import type { BuildChoices, BuiltPack } from './built-pack.ts'

type DraftHead = DraftFolder['pack.yaml']
type Requires = NonNullable<BuiltPack['pack.yaml']['requires']>

function requiresOf(head: DraftHead, clauses: ReadonlySet<string>): Requires {
  const found = new Map<string, Requires[number]>()
  for (const { number, title, clauses: at, held, state } of head.requires) {
    if (state === 'rejected') continue
    const key = number ?? title
    const known = found.get(key)
    const all = [...new Set([...(known?.clauses ?? []), ...at.filter((id) => clauses.has(id))])]
    found.set(key, { ...(number === undefined ? {} : { number }), title: known?.title || title || key, clauses: all, held })
  }
  return [...found.values()]
}

/** First and last year that the plan's dates speak of: its title's, else from the day it was issued to the last deadline. */
function termOf(head: DraftHead, dates: readonly string[], choices: BuildChoices): { from: string | undefined; until: string | undefined } {
  const last = [...dates].sort().at(-1)
  const { from, until } = head.inForce
  // One year in a title may be that of the issue alone: then the last deadline ends the plan.
  const ends = until !== null && (from !== until || last === undefined || last.slice(0, 4) <= until) ? until : last
  return { from: choices.from ?? from ?? head.document.issued ?? [...dates].sort()[0], until: choices.until ?? ends }
}

/** `dates`: deadlines of the targets. What nobody has said is in `faults`. */
export function buildHead(head: DraftHead, clauses: ReadonlySet<string>, dates: readonly string[], choices: BuildChoices): { readonly file: BuiltPack['pack.yaml']; readonly faults: readonly ProblemData[] } {
  const faults: ProblemData[] = []
  const need = (option: string, zhWhat: string, enWhat: string, example: string) => { faults.push(problemData('plan/build-head', { option, zhWhat, enWhat, example })) }
  const place = choices.place ?? head.place ?? undefined
  const { from, until } = termOf(head, dates, choices)
  if (place === undefined || findDivisionCode(place) === undefined) need('place', '方案适用地区的行政区划代码', 'the division code of the area that the plan is for', '211322')
  if (from === undefined) need('from', '方案从哪一年起执行', 'the year from which the plan is in force', '2024')
  if (until === undefined) need('until', '方案到哪一年止', 'the year until which the plan is in force', '2026')
  const { title, document, subjects } = head
  return {
    file: {
      format: 'bangfu.pack/1', id: `plan-${document.sha256.slice(0, 8)}`, title: { zh: title.zh || document.title || notYet, en: title.en || notYet }, document,
      inForce: { from: from ?? '', until: until ?? '' }, place: place ?? '', subjects: { zh: subjects.zh || notYet, en: subjects.en || notYet }, requires: requiresOf(head, clauses),
    },
    faults,
  }
}
