/** Cells as people write them, and what must not be made of them. */
import { identityCheckCharacter } from '@bangfu/kernel'
import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { RawCell } from '../files/raw-sheet.ts'
import { inventedId } from '../foreign/invented-sheet.ts'
import type { CellReader } from './cell-reading.ts'
import { booleanReader } from './read-boolean.ts'
import { codeReader, codesReader } from './read-code.ts'
import { dateReader } from './read-date.ts'
import { findCertificate, isRoundedColumn, readIdentity } from './read-identity.ts'
import { amountReader, numberReader } from './read-number.ts'
import { readExternalNumber, readName } from './read-text.ts'

const xlsxDate = dateReader({ typed: true, date1904: false, monthIsFirstDay: false })
const csvMonth = dateReader({ typed: false, date1904: false, monthIsFirstDay: true })
const macDate = dateReader({ typed: true, date1904: true, monthIsFirstDay: false })

function table(name: string, read: CellReader, cases: readonly (readonly [RawCell, unknown])[]): void {
  describe(name, () => {
    test.each(cases)('%o → %o', (cell, value) => {
      const reading = read(cell)
      expect(reading.value ?? `${reading.unknown}${reading.problem ? ` ${reading.problem.slice(8)}` : ''}`).toEqual(value)
    })
  })
}

table('dates', xlsxDate, [
  ['2018-02-30', 'unreadable date-unreadable'], ['18-6-1', 'unreadable date-unreadable'], [99999, 'unreadable date-unreadable'], ['去年', 'unreadable date-unreadable'], [2018.1, 'unreadable date-ambiguous'], [2018.6, 'unreadable date-not-exact'], ['2018年', 'unreadable date-not-exact'], [null, 'blank'], ['/', 'blank'],
  [43252, '2018-06-01'], ['43252', '2018-06-01'], [43252.75, '2018-06-01'], [new Date(Date.UTC(2018, 5, 1)), '2018-06-01'], ['2018年6月1日', '2018-06-01'], [20180601, '2018-06-01'], ['20180601', '2018-06-01'], ['2018/6/1', '2018-06-01'], ['2018.6.1', '2018-06-01'], ['2018-06-01 08:30:00', '2018-06-01'], ['2018年6月1日', '2018-06-01'], ['2018-06-01T00:00:00', '2018-06-01'],
])
table('months where a month is its first day', csvMonth, [['2018.1', 'unreadable date-ambiguous'], ['2018.10', '2018-10-01'], ['2018.6', '2018-06-01'], ['201806', '2018-06-01'], ['2018年6月', '2018-06-01'], ['2018-6', '2018-06-01'], ['2018', 'unreadable date-not-exact']])
table('days from 1904', macDate, [[41790, '2018-06-01']])
table('codes', codeReader('relation'), [
  ['1-配偶', 'unreadable code-unknown'], ['房东', 'unreadable code-unknown'], ['100', 'unreadable code-unknown'], ['', 'blank'], ['无', 'blank'],
  ['01', '01'], [1, '01'], ['1', '01'], ['户主', '01'], [' 户 主 ', '01'], ['01-户主', '01'], ['1.户主', '01'], ['(1)户主', '01'], ['户主(01)', '01'], ['99', '99'], ['之子', '03'], ['儿子', '03'], ['2', '02'],
])
table('several codes', codesReader('health'), [
  ['健康,怪病', 'unreadable code-unknown'], ['5', 'unreadable code-unknown'], [null, 'blank'], ['健康', ['1']], ['健康,残疾', ['1', '4']], ['残疾、长期慢性病', ['2', '4']], ['1|4', ['1', '4']], ['1;4', ['1', '4']], ['残疾/残疾', ['4']], ['2-长期慢性病,4-残疾', ['2', '4']], [4, ['4']], ['长期慢性病 残疾', ['2', '4']],
])
table('labels with a slash', codeReader('education'), [['文盲/半文盲', '1'], ['高中/中专', '4']])
table('yes and no', booleanReader('on_dibao'), [
  ['可能', 'unreadable yes-no-unreadable'], [2, 'unreadable yes-no-unreadable'], [null, 'blank'], ['是', 'true'], ['否', 'false'], ['有', 'true'], ['无', 'false'], ['√', 'true'], ['×', 'false'], [1, 'true'], [0, 'false'], ['Y', 'true'], ['n', 'false'], ['Y', 'true'], [true, 'true'], ['停保', 'false'],
])
table('schooling words', booleanReader('enrolled'), [['在读', 'true'], ['辍学', 'false'], ['休学', 'false'], ['毕业', 'false']])
table('numbers', numberReader(2), [
  ['1,23', 'unreadable number-unreadable'], ['9'.repeat(17), 'unreadable number-unreadable'], ['9'.repeat(16), '9'.repeat(16)], ['12-3', 'unreadable number-unreadable'], ['1.2.3', 'unreadable number-unreadable'], ['约3', 'unreadable number-unreadable'], [new Date(0), 'unreadable number-unreadable'], ['—', 'blank'],
  ['3,200.50', '3200.5'], ['3200元', '3200'], ['¥3,200', '3200'], ['3200.5', '3200.5'], ['0.32万元', '3200'], [0.1 + 0.2, '0.3'], ['72㎡', '72'], ['1,234,567', '1234567'], ['-5', '-5'], [1e-7, '0'],
])
table('whole numbers', numberReader(0), [['2.5', 'unreadable number-unreadable'], ['12个月', '12'], [12, '12'], ['3人', '3']])
table('money', amountReader(), [['免', 'unreadable amount-unreadable'], ['9'.repeat(17), 'unreadable amount-unreadable'], ['310.50', '31050'], [236.5, '23650'], ['1,200元', '120000'], ['0.05万元', '50000'], ['310.555', '31056'], ['伍佰元', 'unreadable amount-unreadable']])
table('external numbers', readExternalNumber, [[2.1132e17, 'refused number-lost'], ['2.1132E+17', 'refused number-lost'], ['', 'blank'], ["'0012", '0012'], [123456789012345, '123456789012345'], [' 211322 0001 ', '2113220001']])
table('names', readName, [[' ', 'blank'], ['张 三', '张三'], ['艾山•买买提', '艾山·买买提'], ['王\u3000五', '王五'], ['文𠅤', '文𠅤']])

describe('identity numbers', () => {
  test('any dress of a valid number is the number', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.constantFrom((s: string) => s, (s: string) => s.toLowerCase(), (s: string) => `'${s}`, (s: string) => `‘${s}`, (s: string) => ` ${s.slice(0, 6)} ${s.slice(6)}\t`, (s: string) => [...s].map((c) => String.fromCharCode(c.charCodeAt(0) + 0xfee0)).join('')), (n, dress) => {
      expect(readIdentity(dress(inventedId(n)))).toEqual({ kind: 'number', number: inventedId(n), upgraded: false })
    }))
  })

  test('a remark behind a label leaves the label, unless it takes it back', () => {
    expect(['食管癌', '食管癌（术后）', '胃癌(早期)'].map((cell) => codeReader('disease')(cell).value)).toEqual(['4', '4', '3'])
    for (const cell of ['食管癌（疑似）', '食管癌（已排除）', '食管癌（4期）', '某癌（术后）']) expect(codeReader('disease')(cell).value).toBeUndefined()
  })

  test('what is typed or pasted around a number costs nothing; two numbers in one cell are none', () => {
    const id = inventedId(7)
    const x = Array.from({ length: 200 }, (_, n) => inventedId(n)).find((number) => number.endsWith('X'))!
    for (const cell of [`${id}.`, `${id}。`, `${id}\n`, `\u00a0${id}`, `\u200b${id}\u202c`, `身份证${id}`, `${id}（本人）`, `${id.slice(0, 6)}-${id.slice(6, 14)}-${id.slice(14)}`, `\`${id}`, `${id}*`]) expect(readIdentity(cell)).toMatchObject({ kind: 'number', number: id })
    for (const sign of ['×', 'х', 'Х', 'χ', 'ｘ', 'x*']) expect(readIdentity(x.slice(0, 17) + sign)).toMatchObject({ kind: 'number', number: x })
    for (const cell of [`${id},${inventedId(8)}`, `${id}1`, `1${id}`, `${id.slice(0, 17)}`]) expect(readIdentity(cell).kind).toBe('wrong')
  })

  test('one wrong digit or two exchanged neighbours are never taken', () => {
    fc.assert(fc.property(fc.integer({ min: 1, max: 5000 }), fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (n, at, by) => {
      const id = inventedId(n)
      const changed = id.slice(0, at) + String((Number(id[at]) + by) % 10) + id.slice(at + 1)
      expect(readIdentity(changed).kind).not.toBe('number')
      const swapped = id.slice(0, at) + id[at + 1]! + id[at]! + id.slice(at + 2)
      if (swapped !== id) expect(readIdentity(swapped).kind).not.toBe('number')
    }))
  })

  test('numbers that end in 000 and fit their check are issued ones: many of them do not make a column of cut numbers', () => {
    const ending = Array.from({ length: 9000 }, (_, i) => `219901${1940 + Math.floor(i / 336)}${String(1 + Math.floor(i / 28) % 12).padStart(2, '0')}${String(1 + i % 28).padStart(2, '0')}000`)
    const issued = ending.filter((first) => identityCheckCharacter(first) === '0').map((first) => `${first}0`)
    expect(issued.length).toBeGreaterThan(500)
    expect(isRoundedColumn(issued)).toBe(false)
    expect(isRoundedColumn([...issued.slice(0, 3), ...ending.slice(0, 40).map((first) => `${first}0`)])).toBe(true)
  })

  test('a number cell past 15 digits is refused, one of 15 digits is the old form', () => {
    expect(readIdentity(219901195001011230).kind).toBe('rounded')
    const old = `219901${inventedId(3).slice(8, 17)}`
    const seventeen = `${old.slice(0, 6)}19${old.slice(6)}`
    expect(readIdentity(Number(old))).toEqual({ kind: 'number', number: seventeen + identityCheckCharacter(seventeen), upgraded: true })
    expect([readIdentity('无'), readIdentity(0), readIdentity(null)].map((r) => r.kind)).toEqual(['blank', 'blank', 'blank'])
  })

  test('a certificate is number, class 1-7 and grade 1-4, with two more digits when reissued', () => {
    const id = inventedId(9)
    expect(findCertificate(`${id}44`)).toEqual({ number: id, category: '4', grade: '4' })
    expect(findCertificate(`${id}11B1`)).toMatchObject({ category: '1', grade: '1' })
    for (const wrong of [`${id}84`, `${id}05`, `${id}4`, `${id}445`, `${id}44XX`]) expect(findCertificate(wrong)).toHaveProperty('fault')
    expect(readIdentity(`${id}44`)).toMatchObject({ kind: 'number', number: id, certificate: `${id}44` })
  })
})
