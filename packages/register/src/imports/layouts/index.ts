/** All layouts that are recognised, in the order in which equal evidence is decided. */
import type { LayoutKey } from '../../mapped-table.ts'
import { delivery } from './delivery.ts'
import { dibao, disability, house, school } from './department-lists.ts'
import type { Layout } from './layout.ts'
import { nationalHouseholds } from './national-households.ts'
import { nationalPersons } from './national-persons.ts'
import { clinic, villages } from './place-lists.ts'

export const layouts: Readonly<Record<LayoutKey, Layout>> = {
  'national-persons': nationalPersons, 'national-households': nationalHouseholds, dibao, disability, school, house, clinic, villages, delivery,
}
