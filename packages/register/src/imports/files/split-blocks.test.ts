/** Blocks side by side are each a table; a list with columns of like names is not cut. */
import { expect, test } from 'vitest'
import { inventedId, inventedPlaces, sheetOf } from '../foreign/invented-sheet.ts'
import { headerDictionary } from '../mapping/header-dictionary.ts'
import { mapSheet } from '../mapping/map-sheet.ts'
import { parsePlainDate } from '@bangfu/kernel'
import { splitBlocks } from './split-blocks.ts'

const header = ['序号', '姓名', '身份证号', '低保金额']
const person = (n: number) => [n, `李某${n}`, inventedId(n), 310]

test('a list with a head and a member, or with few columns, is one table', () => {
  for (const row of [['姓名', '身份证号', '姓名', '身份证号'], ['户主姓名', '户主身份证号', '姓名', '身份证号', '低保金额'], header]) expect(splitBlocks(sheetOf([row, person(1)]), headerDictionary)).toHaveLength(1)
})

test('two blocks are two tables whose rows and columns are where the file has them', () => {
  const rows = [['平安县低保名单'], [...header, null, ...header], [...person(1), null, ...person(3)], [...person(2), null]]
  const blocks = splitBlocks(sheetOf(rows), headerDictionary)
  const tables = blocks.map((block) => mapSheet(block, { source: '民政局', asOf: parsePlainDate('2018-12-31'), places: inventedPlaces }))
  expect(blocks.map((block) => block.name)).toEqual(['表一', '表一 [2]'])
  expect(tables.map((table) => table.rows.map((row) => [row.row, row.idNumber]))).toEqual([[[3, inventedId(1)], [4, inventedId(2)]], [[3, inventedId(3)]]])
})
