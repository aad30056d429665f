/** Deadlines that a line or bracket of its own gives to a whole clause: 完成时限:2022年12月. */
import { findDates, type Deadline } from './dates.ts'
import type { DutyScope } from './duty-scope.ts'
import type { Paragraph } from './paragraphs.ts'

const label = /(?:完成时限|完成时间|完成期限|时限要求|推进时限|时间要求|办理时限|整改时限|进度要求|时间节点|完成日期)(?:为)?:([^;)】\]\n]{2,40})/g

/** 责任单位:甲局 完成时限:8月: the limit stands in a line that assigns. */
const assigns = /^[\p{Script=Han}]{0,4}(?:单位|部门|站所|[股科处]室):/u

type Standing = 'bracket' | 'sentence' | 'item'

/** 4.完成时限:9月底 as an item of its own speaks for the clause above it; behind a clause's own words, for that clause. */
function standing(scope: DutyScope, paragraph: number, at: number): Standing {
  if (scope.beginsAt(at)) return 'item'
  return scope.find(at)?.marker.at === paragraph ? 'sentence' : 'bracket'
}

/** Deadline by clause id. */
export function findTimeLimits(paragraphs: readonly Paragraph[], scope: DutyScope, bodyEnd: number, thisYear: string | null): Map<string, Deadline> {
  const found = new Map<string, Deadline>()
  const limits: { readonly at: number; readonly kind: 'line' | Standing; readonly deadline: Deadline }[] = []
  for (const { kind, text, start } of paragraphs) {
    if (kind !== 'text' || start >= bodyEnd || !text.includes('时')) continue
    for (const match of text.matchAll(label)) {
      // 6月底前完成一半,12月底前完成: the last date is the limit.
      const date = findDates(match[1]!.replace(/(\d{1,2}月)(底|末)?(?=$|[。,])/, (_, month: string, part?: string) => `${month}${part ?? '底'}前`), thisYear).findLast((d) => !d.baseline)
      if (!date) continue
      limits.push({ at: start + match.index, kind: match.index === 0 || (assigns.test(text) && scope.isFree(start)) || /^.{0,60}[;,]$/.test(text.slice(0, match.index)) ? 'line' : standing(scope, start, start + match.index), deadline: { from: date.from, until: date.until } })
    }
  }
  // The last of several clauses speaks for all of them only where no other has a limit of its own.
  for (const { at, kind } of limits) if (kind === 'line' || kind === 'bracket') scope.note(at, kind)
  for (const { at, kind, deadline } of limits) for (const id of scope.covers(at, kind)) found.set(id, deadline)
  return found
}
