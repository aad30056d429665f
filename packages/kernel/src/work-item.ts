/** The three work lists and the stable name of an item, which an answer refers to whatever run made it. */
export const workItemKinds = ['owed', 'lead', 'verify'] as const
export type WorkItemKind = (typeof workItemKinds)[number]

/**
 * owed = 应享未享, lead = 不应享而享 (a lead, never a verdict), verify = 待核实.
 * Key: kind, measure, period, subject; for `verify` the question: entity, subject and field, without measure.
 */
export function workItemKey(item: { kind: WorkItemKind; measure: string; period: string; subject: string; field?: string }): string {
  return item.kind === 'verify' ? `verify:${item.subject}:${item.field ?? ''}` : `${item.kind}:${item.measure}:${item.period}:${item.subject}`
}

/** What may be written into the result column, by kind, with the words that are accepted in Excel. */
export const workItemResults = {
  owed: [
    { code: 'delivered', zh: '已落实', en: 'delivered' },
    { code: 'already', zh: '早已享受（清单遗漏）', en: 'had it already (list was wrong)' },
    { code: 'not-entitled', zh: '不符合条件', en: 'not entitled' },
    { code: 'declined', zh: '本人放弃', en: 'declined by the person' },
    { code: 'pending', zh: '正在办理', en: 'in hand' },
  ],
  lead: [
    { code: 'stopped', zh: '属实，已停发', en: 'true, stopped' },
    { code: 'entitled', zh: '不属实，应继续享受', en: 'not true, goes on' },
    { code: 'wrong-person', zh: '不是同一人', en: 'another person' },
    { code: 'pending', zh: '正在核查', en: 'in hand' },
  ],
  verify: [
    { code: 'answered', zh: '已核实', en: 'answered' },
    { code: 'cannot-tell', zh: '无法核实', en: 'cannot be told' },
    { code: 'pending', zh: '正在核实', en: 'in hand' },
  ],
} as const satisfies Record<WorkItemKind, readonly { code: string; zh: string; en: string }[]>

/** `pending` keeps an item open; every other result closes it. */
export function closesWorkItem(result: string): boolean {
  return result !== 'pending'
}
