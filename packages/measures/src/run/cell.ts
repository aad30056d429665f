/** The cells of a determination: should it be given × is it given, each with its meaning. One place for code, pages and docs/measures.md. */

export const eligibilityAnswers = ['yes', 'no', 'undetermined'] as const
export type Eligibility = (typeof eligibilityAnswers)[number]

/** `no-list`: no loaded list speaks for the subject's place and period. `possible-match`: an unclear list row may be about the subject. */
export const deliveryAnswers = ['yes', 'no', 'no-list', 'possible-match'] as const
export type Delivery = (typeof deliveryAnswers)[number]

export interface Cell {
  readonly cell: number
  readonly eligible: Eligibility
  readonly delivered: Delivery
  readonly zh: string
  readonly en: string
  /** Work list that the cell leads to; the undetermined lead to questions about facts, a possible match to one about the list row. */
  readonly leadsTo: 'owed' | 'lead' | 'verify' | 'load-list' | 'nothing'
}

/** Cells 1-9 are the nine of the design; 10-12 hold what an unclear list row keeps open. */
export const cells: readonly Cell[] = [
  { cell: 1, eligible: 'yes', delivered: 'yes', leadsTo: 'nothing', zh: '应享已享：符合条件，名单显示已落实', en: 'entitled and receiving' },
  { cell: 2, eligible: 'yes', delivered: 'no', leadsTo: 'owed', zh: '应享未享：符合条件，覆盖本地本期的名单中没有', en: 'entitled, and absent from the list that covers this place and period' },
  { cell: 3, eligible: 'yes', delivered: 'no-list', leadsTo: 'load-list', zh: '应享，无名单：符合条件，但本地本期没有名单，是否落实不能判断', en: 'entitled, but no list is loaded for this place and period: nobody can tell whether it was given' },
  { cell: 4, eligible: 'no', delivered: 'yes', leadsTo: 'lead', zh: '不应享而享：不符合条件却在名单中，只是线索，须由人核查（一次性帮扶不列：帮过以后条件本就不在了）', en: 'not entitled, yet on the list: a lead for a person to look into, not a verdict (not for help given once: after it the condition is gone)' },
  { cell: 5, eligible: 'no', delivered: 'no', leadsTo: 'nothing', zh: '不应享未享：不符合条件，名单中也没有', en: 'not entitled and not receiving' },
  { cell: 6, eligible: 'no', delivered: 'no-list', leadsTo: 'nothing', zh: '不应享，无名单：不符合条件，本地本期没有名单', en: 'not entitled; no list is loaded for this place and period' },
  { cell: 7, eligible: 'undetermined', delivered: 'yes', leadsTo: 'verify', zh: '待核实，已享：名单显示已落实，事实不全，不能判断该不该享受', en: 'receiving, but facts are missing: nobody can tell whether entitled' },
  { cell: 8, eligible: 'undetermined', delivered: 'no', leadsTo: 'verify', zh: '待核实，未享：名单中没有，事实不全，不能判断该不该享受', en: 'not receiving, and facts are missing: nobody can tell whether entitled' },
  { cell: 9, eligible: 'undetermined', delivered: 'no-list', leadsTo: 'verify', zh: '待核实，无名单：事实不全，本地本期也没有名单', en: 'facts are missing and no list is loaded for this place and period' },
  { cell: 10, eligible: 'yes', delivered: 'possible-match', leadsTo: 'verify', zh: '应享，名单中疑似有其人：先核实是否同一人，核实前不算应享未享', en: 'entitled, and a list row may be this person: find out first; until then nobody is owed' },
  { cell: 11, eligible: 'no', delivered: 'possible-match', leadsTo: 'verify', zh: '不应享，名单中疑似有其人：先核实是否同一人，核实前不是线索', en: 'not entitled, and a list row may be this person: find out first; until then it is no lead' },
  { cell: 12, eligible: 'undetermined', delivered: 'possible-match', leadsTo: 'verify', zh: '待核实，名单中疑似有其人：身份和事实都要核实', en: 'facts are missing, and a list row may be this person: find out both' },
]

export function cellOf(eligible: Eligibility, delivered: Delivery): Cell {
  return cells.find((c) => c.eligible === eligible && c.delivered === delivered)!
}
