/** Roles as one sign in a cell, and in a word. Strongest first. */
import type { Bilingual } from '../../language/bilingual.ts'
import type { DutyRole } from '../../client/contract.ts'

export const roleOrder = ['lead', 'responsible', 'principal', 'joint', 'support'] as const satisfies readonly DutyRole[]

export const roleNames: Readonly<Record<DutyRole, Bilingual>> = {
  lead: { zh: '牵头', en: 'lead' }, responsible: { zh: '负责', en: 'responsible' }, principal: { zh: '主体责任', en: 'principal' }, joint: { zh: '共同负责', en: 'joint' }, support: { zh: '配合', en: 'support' },
}

export const roleSigns: Readonly<Record<DutyRole, Bilingual>> = {
  lead: { zh: '牵', en: 'L' }, responsible: { zh: '负', en: 'R' }, principal: { zh: '主', en: 'P' }, joint: { zh: '共', en: 'J' }, support: { zh: '配', en: 'S' },
}
