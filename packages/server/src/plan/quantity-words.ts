/** What a target or parameter asks and what is known of it today, in words of both languages: the same on pages, in print and in files. */
import type { Pack, PackTarget } from '@bangfu/plan'
import type { Bilingual, Target } from '../contract/index.ts'

/** Units as the plan prints them. One that is not listed stays as printed. */
const units: Readonly<Record<string, string>> = {
  人: 'people', 名: 'people', 户: 'households', 个: '', 座: '', 所: '', 公里: 'km', 元: 'yuan', 万元: '10,000 yuan', 亿元: '100 million yuan', 倍: 'times', 百分点: 'points', '%': '%', 村: 'villages', 县: 'counties',
  岁: 'years old', 年: 'years', 月: 'months', 天: 'days', 种: 'kinds', 次: 'times', 亩: 'mu', 万亩: '10,000 mu', 平方米: 'square metres', 家: '', 项: '', 处: '', 份: '', 间: '', 亿: '100 million', 万: '10,000', '元/年': 'yuan a year', '元/月': 'yuan a month',
}

export function unitWords(unit: string): Bilingual {
  return { zh: unit, en: units[unit] ?? unit }
}

/** Digits grouped by threes; what is no decimal comes back unchanged. */
export function groupDigits(text: string): string {
  const match = /^(-?)(\d+)(\.\d+)?$/.exec(text)
  return match ? `${match[1]!}${match[2]!.replace(/\B(?=(\d{3})+(?!\d))/g, ',')}${match[3] ?? ''}` : text
}

const signs: Readonly<Record<string, string>> = { '=': '', '>=': '≥ ', '<=': '≤ ', '>': '> ', '<': '< ', range: '' }

function measured(value: string, unit: string): Bilingual {
  const figure = groupDigits(value)
  const en = unitWords(unit).en
  return { zh: unit === '%' ? `${figure}%` : `${figure} ${unit}`.trim(), en: unit === '%' ? `${figure}%` : `${figure} ${en}`.trim() }
}

export function askedWords({ operator, value, to, unit }: Pick<PackTarget, 'operator' | 'value' | 'to' | 'unit'>): Bilingual {
  if (operator === 'all') return { zh: '全部', en: 'all' }
  if (value === null) return { zh: '未给数值', en: 'no figure given' }
  const { zh, en } = measured(value, unit)
  if (to !== undefined) { const upper = measured(to, unit); return { zh: `${groupDigits(value)}–${upper.zh}`, en: `${groupDigits(value)}–${upper.en}` } }
  if (operator === 'increase') return { zh: `提高 ${zh}`, en: `up ${en}` }
  if (operator === 'multiple') return { zh: `${groupDigits(value)} 倍`, en: `${groupDigits(value)} times` }
  const sign = signs[operator] ?? ''
  return { zh: `${sign}${zh}`, en: `${sign}${en}` }
}

/** Computed value, reported value, or who owes it. */
export function nowWords(target: Pick<Target, 'computed' | 'reported' | 'owedBy' | 'proof' | 'unit' | 'ran' | 'partOnly'>): Bilingual {
  if (target.computed) {
    const { value, of, unknown } = target.computed
    const { zh, en } = measured(value, target.unit)
    const parts = {
      zh: [of === null ? '' : `共 ${of}`, unknown > 0 ? `${unknown} 说不清` : '', target.partOnly ? '只是本辖区的数' : ''],
      en: [of === null ? '' : `of ${of}`, unknown > 0 ? `${unknown} cannot be told` : '', target.partOnly ? 'this area only' : ''],
    }
    const more = (list: readonly string[], comma: string): string => list.filter(Boolean).join(comma)
    return { zh: [zh, more(parts.zh, '，')].filter(Boolean).join(' · '), en: [en, more(parts.en, ', ')].filter(Boolean).join(' · ') }
  }
  if (target.reported) {
    const { zh, en } = measured(target.reported.value, target.unit)
    return { zh: `${zh}（${target.reported.source}，${target.reported.period}）`, en: `${en} (${target.reported.source}, ${target.reported.period})` }
  }
  if (target.proof === 'reported') return target.owedBy ? { zh: `待 ${target.owedBy.zh} 报送`, en: `owed by ${target.owedBy.en}` } : { zh: '部门报送', en: 'reported' }
  if (target.proof === 'not-yet') return { zh: '怎样证明，还没有人定', en: 'nobody has said yet how it is known' }
  return target.ran ? { zh: '这次核算没有可数的对象', en: 'the run found nobody to count' } : { zh: '核算后才有', en: 'comes with a run' }
}

type ParameterValue = Pack['parameters'][number]['values'][number]

/** A parameter's value in words; codes and texts as a list. */
export function parameterWords(value: ParameterValue['value'], unit: Bilingual | undefined): Bilingual {
  if (value === undefined) return { zh: '未知', en: 'unknown' }
  if (Array.isArray(value)) return { zh: value.join('、'), en: value.join(', ') }
  const figure = groupDigits(value)
  return { zh: `${figure} ${unit?.zh ?? ''}`.trim(), en: `${figure} ${unit?.en ?? ''}`.trim() }
}
