import { expect, test } from 'vitest'
import { formatDate, formatNumber, yuanOfFen } from './format.ts'

test('what is no number comes back as it is, and nothing stays empty', () => {
  expect([formatNumber('约三成'), formatNumber(null), formatNumber(undefined)]).toEqual(['约三成', '', ''])
})

test('exact decimals stay exact when they are grouped', () => {
  expect([formatNumber('12345678901234567890.1250'), formatNumber('-1000'), formatNumber(999)]).toEqual(['12,345,678,901,234,567,890.1250', '-1,000', '999'])
})

test('fen become yuan without a floating number', () => {
  expect(['0', '5', '-120', '900719925474099312'].map(yuanOfFen)).toEqual(['0.00', '0.05', '-1.20', '9007199254740993.12'])
})

test('dates keep the precision they have', () => {
  expect([formatDate('2018', 'zh'), formatDate('2018-06', 'zh'), formatDate('2018-06-30', 'zh'), formatDate('2018-06-30', 'en'), formatDate('不详', 'zh')]).toEqual(['2018年', '2018年6月', '2018年6月30日', '30 Jun 2018', '不详'])
})
