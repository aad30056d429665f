import { expect, test } from 'vitest'
import { inventedPlaces } from '../foreign/invented-sheet.ts'
import type { MappedRow } from '../../mapped-table.ts'
import { townshipsWithoutRows } from './covered-places.ts'

const at = (place?: string): MappedRow => ({ row: 1, ...(place === undefined ? {} : { place }), person: {}, household: {}, other: {}, unknown: {} })

test('a township that the list is said to cover and has no row of is named', () => {
  expect(townshipsWithoutRows(['219901'], [at('219901101201')], inventedPlaces)).toEqual({ count: 1, names: '西乡' })
})

test('nothing is said of a list whose rows name no township, or that covers what it has', () => {
  expect(townshipsWithoutRows(['219901'], [at(), at('219901')], inventedPlaces)).toBeUndefined()
  expect(townshipsWithoutRows(['219901'], [at('219901101'), at('219901102')], inventedPlaces)).toBeUndefined()
  expect(townshipsWithoutRows(['219901101'], [at('219901101201')], inventedPlaces)).toBeUndefined()
})
