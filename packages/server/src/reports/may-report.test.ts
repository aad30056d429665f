import { join } from 'node:path'
import { loadPack } from '@bangfu/plan'
import { expect, test } from 'vitest'
import type { Actor } from '../contract/index.ts'
import { reportPlaces } from './may-report.ts'

const root = join(import.meta.dirname, '../../../../packs')
const province = loadPack(join(root, 'liaoning-2018-2020'))
const tea = loadPack(join(root, 'tea-county'))
const actor = (code: string, more: Partial<Actor> = {}): Actor => ({ id: code, name: { zh: '某办', en: 'office' }, role: 'county-office', roleName: { zh: '', en: '' }, place: { code, name: code, level: 'county' }, organisation: null, capabilities: ['report'], ...more })
const places = ['990101', '990101101', '990101102', '211322', '211322101'].map((place) => ({ place, name: place }))

test('without the right, or as the desk of another body, nobody reports', () => {
  expect(reportPlaces(tea, 'agriculture', actor('990101', { capabilities: ['answer'] }), places)).toEqual([])
  expect(reportPlaces(tea, 'agriculture', actor('990101', { organisation: 'transport' }), places)).toEqual([])
  expect(reportPlaces(tea, 'agriculture', actor('211322'), places)).toEqual([])
})

test('a bureau of the county is reported for by offices of that county, whole; a desk also for the bodies that its own took over', () => {
  expect(reportPlaces(tea, 'agriculture', actor('990101'), places)).toEqual([{ code: '990101', part: false }])
  expect(reportPlaces(tea, 'supply-cooperative', actor('990101', { organisation: 'agriculture' }), places)).toEqual([{ code: '990101', part: false }])
  expect(reportPlaces(tea, 'agriculture', actor('990101101', { role: 'township-office' }), places)).toEqual([])
})

test('for a department of the province the county reports its own part, and its townships nothing', () => {
  expect(reportPlaces(province, 'prov-education', actor('211322'), places)).toEqual([{ code: '211322', part: true }])
  expect(reportPlaces(province, 'prov-education', actor('2113'), places)).toEqual([{ code: '2113', part: true }])
  expect(reportPlaces(province, 'prov-education', actor('21'), places)).toEqual([{ code: '21', part: false }])
  expect(reportPlaces(province, 'prov-education', actor('211322101'), places)).toEqual([])
})

test('of a class each office reports for the bodies inside its own place', () => {
  expect(reportPlaces(tea, 'township-governments', actor('990101'), places).map((p) => p.code)).toEqual(['990101101', '990101102'])
  expect(reportPlaces(tea, 'township-governments', actor('990101102'), places)).toEqual([{ code: '990101102', part: false }])
  expect(reportPlaces(province, 'city-county-party-government', actor('211322101'), places)).toEqual([])
})
