/** Names of the roles in which a body answers for a clause, strongest first. */
import type { Bilingual, DutyRole } from '../contract/index.ts'

export const roleOrder: readonly DutyRole[] = ['lead', 'responsible', 'principal', 'joint', 'support']

export const roleWords: Readonly<Record<DutyRole, Bilingual>> = {
  lead: { zh: '牵头', en: 'lead' }, responsible: { zh: '负责', en: 'responsible' }, principal: { zh: '主体责任', en: 'principal' },
  joint: { zh: '共同负责', en: 'joint' }, support: { zh: '配合', en: 'support' },
}

/** One sign each, for cells. */
export const roleSigns: Readonly<Record<DutyRole, Bilingual>> = {
  lead: { zh: '牵', en: 'L' }, responsible: { zh: '负', en: 'R' }, principal: { zh: '主', en: 'P' }, joint: { zh: '共', en: 'J' }, support: { zh: '配', en: 'S' },
}
