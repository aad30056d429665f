/** An explanation as sentences: one per condition for the page, and one paragraph that may be read aloud at a villagers' meeting. */
import { maskName } from '@bangfu/kernel'
import { yuanText } from './yuan-text.ts'
import type { ExplainedCondition, Explanation } from './explanation.ts'
import type { ListEvidence } from './list-evidence.ts'
import type { Words } from './value-words.ts'

const verdicts = { yes: { zh: '符合', en: 'met' }, no: { zh: '不符合', en: 'not met' }, undetermined: { zh: '还不能判断', en: 'cannot be told yet' } } as const

/** One condition with the facts it rests on. */
export function conditionSentence(condition: Omit<ExplainedCondition, 'sentence'>): Words {
  const facts = condition.facts.map((f) => ({
    zh: `${f.subjectName && f.entity === 'person' ? f.subjectName : ''}${f.label.zh}：${f.text.zh}${f.source ? `（${f.source.title}${f.source.asOf ? `，${f.source.asOf}` : ''}）` : ''}`,
    en: `${f.label.en}${f.subjectName && f.entity === 'person' ? ` of ${f.subjectName}` : ''}: ${f.text.en}${f.source ? ` (${f.source.title}${f.source.asOf ? `, ${f.source.asOf}` : ''})` : ''}`,
  }))
  const parameters = condition.parameters.map((p) => ({ zh: `${p.label.zh}：${p.text.zh}${p.source ? `（${p.source}）` : ''}`, en: `${p.label.en}: ${p.text.en}${p.source ? ` (${p.source})` : ''}` }))
  const grounds = [...facts, ...parameters]
  const verdict = verdicts[condition.answer]
  return {
    zh: `${condition.text.zh}：${verdict.zh}。${grounds.map((g) => g.zh).join('；')}。`,
    en: `${condition.text.en}: ${verdict.en}. ${grounds.map((g) => g.en).join('; ')}.`,
  }
}

/** What the lists say, in one sentence. */
export function deliverySentence(evidence: ListEvidence, period: string): Words {
  const titles = (lists: readonly { readonly title: string }[], separator: string): string => [...new Set(lists.map((l) => l.title))].join(separator)
  switch (evidence.delivered) {
    case 'yes': {
      const rows = evidence.deliveries.map((d) => ({ zh: `《${d.list.title}》${d.where.zh}`, en: `"${d.list.title}"${d.where.en === '' ? '' : `, ${d.where.en}`}` }))
      return { zh: `名单显示已落实：${rows.map((r) => r.zh).join('、')}。`, en: `The lists show it given: ${rows.map((r) => r.en).join('; ')}.` }
    }
    case 'possible-match': {
      const rows = evidence.possibleMatches.filter((m) => m.earlier === undefined).map((m) => m.list)
      const replaced = evidence.possibleMatches.filter((m) => m.earlier !== undefined)
      if (rows.length > 0 || replaced.length === 0) return { zh: `名单《${titles(rows, '》《')}》里有一行可能是同一人，还没有核实。`, en: `A row of "${titles(rows, '", "')}" may be the same one; this is not settled yet.` }
      const earlier = [...new Set(replaced.map((m) => m.earlier!))].filter((title) => title !== '')
      const later = titles(replaced.map((m) => m.list), '》《')
      return {
        zh: `${earlier.length > 0 ? `名单《${earlier.join('》《')}》` : '先前的同期名单'}里有，后来的名单《${later}》里没有，是更正还是补充，还没有核实。`,
        en: `${earlier.length > 0 ? `"${earlier.join('", "')}"` : 'An earlier list'} holds it, the later "${titles(replaced.map((m) => m.list), '", "')}" does not; whether it was corrected or added to is not settled yet.`,
      }
    }
    case 'no': return { zh: `${period}期名单《${titles(evidence.coveringLists, '》《')}》覆盖本地，其中没有。`, en: `The list "${titles(evidence.coveringLists, '", "')}" of ${period} covers this place and does not hold it.` }
    case 'no-list': return { zh: `还没有收到覆盖本地的${period}期名单，是否落实不知道。`, en: `No list of ${period} that covers this place has come in, so whether it was given is not known.` }
  }
}

const ordinals = ['一', '二', '三', '四', '五', '六', '七', '八', '九', '十', '十一', '十二']

/**
 * The paragraph to be read aloud: the measure by its public title, the subject by a masked name, and no fact that is not plain
 * (health, income, identity): of those conditions only the verdict is read.
 */
export function readAloud(e: Omit<Explanation, 'readAloud'>): Words {
  const sentences = e.conditions.map((condition, i) => {
    const open = condition.facts.every((f) => f.sensitivity === 'plain')
    const verdict = verdicts[condition.answer]
    const grounds = { zh: condition.facts.map((f) => `${f.label.zh}${f.text.zh}`).join('，') || condition.text.zh, en: condition.facts.map((f) => `${f.label.en} ${f.text.en}`).join(', ') || condition.text.en }
    return {
      zh: `第${ordinals[i] ?? i + 1}条，${open ? `${grounds.zh}，` : '涉及个人情况，不公开宣读，'}${verdict.zh}。`,
      en: `Condition ${i + 1}: ${open ? `${grounds.en}: ` : 'it touches on personal matters that are not read out: '}${verdict.en}.`,
    }
  })
  const name = e.subject.name === undefined ? { zh: '这一对象', en: 'this subject' } : { zh: maskName(e.subject.name), en: maskName(e.subject.name) }
  const conclusion = {
    yes: { zh: '结论：应当享受。', en: 'In sum: entitled.' }, no: { zh: '结论：不符合条件。', en: 'In sum: not entitled.' },
    undetermined: { zh: '结论：还不能下，要先核实。', en: 'In sum: it cannot be told until something is found out.' },
  }[e.eligible]
  const amount = e.amountFen === undefined ? { zh: '', en: '' } : { zh: `每期${yuanText(e.amountFen, e.amountToFen, '至')}元。`, en: ` ${yuanText(e.amountFen, e.amountToFen, ' to ')} yuan for each period.` }
  const demonstration = e.demonstration ? { zh: '以上用的是演示参数，不作依据。', en: ' Demonstration parameters were used: this proves nothing.' } : { zh: '', en: '' }
  return {
    zh: `${name.zh}，“${e.measure.publicTitle.zh}”，按 ${e.asOf} 的登记，依据方案 ${e.measure.clauses.join('、')}。${sentences.map((s) => s.zh).join('')}${conclusion.zh}${amount.zh}${e.deliveryText.zh}${demonstration.zh}`,
    en: `${name.en}, "${e.measure.publicTitle.en}", by the records of ${e.asOf}, under ${e.measure.clauses.join(', ')} of the plan. ${sentences.map((s) => s.en).join(' ')} ${conclusion.en}${amount.en} ${e.deliveryText.en}${demonstration.en}`,
  }
}
