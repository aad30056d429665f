/** Words of giving a result. */
import { catalogue } from '../../language/bilingual.ts'

export const answerMessages = catalogue({
  title: (n: number) => ({ zh: n === 1 ? '填写结果' : `为 ${n} 条填写同一结果`, en: n === 1 ? 'Give the result' : `Give ${n} items the same result` }),
  result: { zh: '结果', en: 'Result' },
  chooseResult: { zh: '请选择一个结果。', en: 'Choose a result.' },
  value: (label: string) => ({ zh: `核实到的“${label}”`, en: `“${label}” as verified` }),
  needValue: { zh: '已核实的，请写明核实到的内容。', en: 'Say what was found when it is verified.' },
  matchHint: { zh: '填“是”或“否”。名单上的一行只算一个对象：答“是”后，同一行的其他候选对象不再列出；答“否”只排除这一个。', en: 'Answer yes or no. A row of the list is one subject: after a yes its other candidates are listed no more; a no rules out this one alone.' },
  differentQuestions: { zh: '所选各条问的不是同一件事，请分开填写“已核实”。', en: 'The selected items ask different things; answer them apart.' },
  note: { zh: '说明（可不填）', en: 'Note (optional)' },
  on: { zh: '办理日期', en: 'Day' },
  onHint: { zh: '留空为今天', en: 'Empty means today' },
  check: { zh: '下一步：核对', en: 'Next: check' },
  back: { zh: '返回修改', en: 'Back' },
  submit: { zh: '确认提交', en: 'Confirm' },
  cancel: { zh: '取消', en: 'Cancel' },
  willClose: (n: number, result: string) => ({ zh: `将把 ${n} 条记为“${result}”。办结的事项不再出现在未办清单；记录留痕，可在一户一档的时间线查看。`, en: `${n} items will be recorded as “${result}”. Closed items leave the open list; the record stays on the household's timeline.` }),
  willStay: (n: number, result: string) => ({ zh: `将把 ${n} 条记为“${result}”，仍留在未办清单。`, en: `${n} items will be recorded as “${result}” and stay open.` }),
  taken: (n: string) => ({ zh: `已记录 ${n} 条结果；下次核算时一并生效。`, en: `${n} results recorded; they take effect in the next run.` }),
  andMore: (n: number) => ({ zh: `等 ${n} 条`, en: `and ${n} more` }),
})
