/** Reads a yes-or-no cell: the common signs, and the words that particular fields are answered with. */
import type { RawCell } from '../files/raw-sheet.ts'
import { blankReading, filledText, unreadable, type CellReader, type CellReading } from './cell-reading.ts'

type Words = Readonly<Record<'yes' | 'no', readonly string[]>>

const common: Words = {
  yes: ['是', '有', '√', '✓', '✔', '☑', '1', 'Y', 'YES', 'TRUE', 'T', '对', '已', '1-是', '01'],
  no: ['否', '无', '没有', '×', '✗', '✘', 'X', '0', 'N', 'NO', 'FALSE', 'F', '不是', '未', '0-否', '00', '不'],
}

/** Answers to particular fields, by field key. */
const byField: Readonly<Record<string, Words>> = {
  enrolled: { yes: ['在读', '在校', '就读', '正常', '在籍', '在籍在校', '在学'], no: ['休学', '退学', '辍学', '失学', '毕业', '转出', '注销', '开除', '死亡', '不在校', '非在校生'] },
  unsafe_house: { yes: ['是危房', '危房'], no: ['非危房', '不是危房', '安全住房'] },
  medical_insurance: { yes: ['参保', '已参保', '已参加', '参加', '正常参保'], no: ['未参保', '未参加', '停保'] },
  critical_insurance: { yes: ['参保', '已参保', '已参加', '参加'], no: ['未参保', '未参加'] },
  resident_pension: { yes: ['参保', '已参保', '已参加', '参加', '正常参保'], no: ['未参保', '未参加', '停保'] },
  on_dibao: { yes: ['享受', '在保', '低保'], no: ['未享受', '不享受', '停保', '非低保'] },
  on_tekun: { yes: ['享受', '特困', '在册'], no: ['未享受', '不享受'] },
  risk_cleared: { yes: ['已消除', '风险已消除', '消除'], no: ['未消除', '风险未消除'] },
  meets_standard: { yes: ['达标', '已达标', '合格'], no: ['不达标', '未达标', '不合格'] },
  plaza_meets_standard: { yes: ['达标', '已达标', '合格'], no: ['不达标', '未达标', '不合格'] },
  run_by_government: { yes: ['政府', '政府办', '政府举办', '公立', '公办'], no: ['个人', '民营', '民办', '私立', '社会力量', '集体'] },
  exited: { yes: ['已出列', '出列', '已销号', '销号'], no: ['未出列', '未销号'] },
  water_safe: { yes: ['安全', '已解决', '解决'], no: ['不安全', '未解决'] },
  water_hard: { yes: ['困难'], no: ['不困难'] },
  electricity: { yes: ['已通', '通', '通电'], no: ['未通', '未通电'] },
  hard_road: { yes: ['已通', '通'], no: ['未通'] },
  bus: { yes: ['已通', '通'], no: ['未通'] },
  relocated: { yes: ['已搬迁', '搬迁'], no: ['未搬迁'] },
}

/** Reader of one field's answers. */
export function booleanReader(fieldKey: string): CellReader {
  const answers = new Map<string, CellReading>()
  for (const words of [common, byField[fieldKey]]) {
    for (const word of words?.yes ?? []) answers.set(word, { value: 'true' })
    for (const word of words?.no ?? []) answers.set(word, { value: 'false' })
  }
  return (cell: RawCell) => {
    if (typeof cell === 'boolean') return { value: cell ? 'true' : 'false' }
    const text = filledText(cell, true)
    if (text === undefined) return blankReading
    return answers.get(text.replace(/\s/g, '').toUpperCase()) ?? unreadable('imports/yes-no-unreadable')
  }
}
