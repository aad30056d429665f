/** Words of a comparison in both languages: states, deadlines, figures, reasons. */
import type { AnswerState, ComparedSide, MatchBasis, TargetAnswer } from '@bangfu/plan'
import type { Language } from '@bangfu/kernel'
import type { Bilingual } from '../contract/index.ts'

const states: Readonly<Record<AnswerState, Bilingual>> = {
  answered: { zh: '已回应', en: 'answered' }, 'other-figure': { zh: '数字不同', en: 'answered with another figure' }, partly: { zh: '部分回应', en: 'answered in part' }, 'not-answered': { zh: '未回应', en: 'not answered' },
}
const deadlines: Readonly<Record<NonNullable<TargetAnswer['deadline']>, Bilingual>> = { same: { zh: '期限相同', en: 'same deadline' }, earlier: { zh: '期限更早', en: 'earlier deadline' }, later: { zh: '期限更晚', en: 'later deadline' }, missing: { zh: '没写期限', en: 'no deadline' } }
const reasons: Readonly<Record<MatchBasis['kind'], Bilingual>> = {
  words: { zh: '用语', en: 'words' }, unit: { zh: '单位', en: 'unit' }, date: { zh: '期限', en: 'date' }, place: { zh: '地区', en: 'place' }, clause: { zh: '条款相近', en: 'like clauses' }, cited: { zh: '写明条款', en: 'names the clause' }, targets: { zh: '共有目标', en: 'targets in both' }, parts: { zh: '各部分相加', en: 'its parts add up' }, officer: { zh: '人工指定', en: 'joined by hand' },
}
const signs: Readonly<Record<string, Bilingual>> = {
  '=': { zh: '', en: '' }, '>=': { zh: '≥', en: '≥' }, '<=': { zh: '≤', en: '≤' }, '>': { zh: '高于', en: 'above' }, '<': { zh: '低于', en: 'below' }, range: { zh: '', en: '' }, multiple: { zh: '', en: '' }, increase: { zh: '提高', en: 'up by' }, all: { zh: '全部', en: 'all' },
}

export const answerWords = (state: AnswerState): Bilingual => states[state]
export const deadlineWords = (deadline: NonNullable<TargetAnswer['deadline']>): Bilingual => deadlines[deadline]
export const basisWords = (basis: MatchBasis): Bilingual => { const { zh, en } = reasons[basis.kind]; return { zh: basis.says === '' ? zh : `${zh}：${basis.says}`, en: basis.says === '' ? en : `${en}: ${basis.says}` } }

/** ≥ 80 %, 提高 6 %, 全部. */
export function figureWords(side: Pick<ComparedSide, 'operator' | 'value' | 'to' | 'unit'>, language: Language): string {
  const value = [side.value, side.to].filter((v) => v !== null).join('–')
  return [signs[side.operator]?.[language] ?? side.operator, value, value === '' ? '' : side.unit].filter((part) => part !== '').join(' ')
}
