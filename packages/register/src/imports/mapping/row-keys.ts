/** Reads whom a row is about: identity number, certificate, external numbers and name, by the layout's row policy. */
import { birthDateOf, sexOf, type IdentityNumber } from '@bangfu/kernel'
import { cellText } from '../files/raw-sheet.ts'
import { readCertificate, readIdentity, type DisabilityCertificate } from '../cells/read-identity.ts'
import { readExternalNumber, readName } from '../cells/read-text.ts'
import type { RowPolicy } from '../layouts/row-policy.ts'
import type { ColumnPlan, KeyColumn } from './column-plan.ts'
import type { RowDraft } from './row-draft.ts'

export interface KeyRules {
  readonly plan: ColumnPlan
  readonly policy: RowPolicy
  /** The identity column was saved from numbers: see `isRoundedColumn`. */
  readonly roundedIds: boolean
  /** Facts that number and certificate prove belong to the row's person. */
  readonly aboutPerson: boolean
}

function takeIdentity(draft: RowDraft, rules: KeyRules, at: KeyColumn): void {
  const cell = draft.cells[at.column] ?? null
  const reading = readIdentity(cell, rules.roundedIds)
  const { mapped } = draft
  switch (reading.kind) {
    case 'blank': mapped.unknown['idNumber'] = 'blank'; return
    case 'number':
      mapped.idNumber = reading.number
      if (reading.certificate !== undefined) mapped.disabilityCertificate = reading.certificate
      if (reading.upgraded) draft.notice('imports/id-upgraded', at, cell)
      return
    case 'rounded': case 'wrong': {
      const fault = reading.kind === 'wrong' ? reading.fault : '已被 Excel 舍入 / rounded by Excel'
      mapped.unknown['idNumber'] = 'refused'
      const signs = cellText(cell).toUpperCase().replace(/[^\dX]/g, '')
      if (/^\d{17}[\dX]$/.test(signs)) mapped.idHint = signs
      if (rules.policy.wrongId === 'keep-without-id') draft.notice('imports/id-kept-out', at, cell, { fault })
      else if (reading.kind === 'rounded') draft.reject('imports/id-rounded', at, cell)
      else draft.reject('imports/id-wrong', at, cell, { fault })
    }
  }
}

function takeCertificate(draft: RowDraft, rules: KeyRules, at: KeyColumn): DisabilityCertificate | undefined {
  const cell = draft.cells[at.column] ?? null
  const reading = readCertificate(cell)
  const { mapped } = draft
  if (reading.kind === 'blank') { mapped.unknown['disabilityCertificate'] = 'blank'; return undefined }
  if (reading.kind !== 'certificate') {
    mapped.unknown['disabilityCertificate'] = 'unreadable'
    draft.notice('imports/certificate-wrong', at, cell, { fault: reading.kind === 'wrong' ? reading.fault : '已被 Excel 舍入 / rounded by Excel' })
    return undefined
  }
  mapped.disabilityCertificate = reading.text
  // The certificate holds its holder's number, so a blank number is known from it; a wrong one is not replaced.
  if (mapped.idNumber === undefined && mapped.unknown['idNumber'] !== 'refused') {
    mapped.idNumber = reading.parts.number
    delete mapped.unknown['idNumber']
  } else if (mapped.idNumber !== undefined && mapped.idNumber !== reading.parts.number) draft.notice('imports/certificate-differs', at, cell, { header: rules.plan.keys.idNumber?.header ?? '证件号码' })
  return reading.parts
}

function takeExternalNumber(draft: RowDraft, rules: KeyRules, key: 'householdNo' | 'personNo'): void {
  const at = rules.plan.keys[key]
  if (!at) return
  const cell = draft.cells[at.column] ?? null
  const reading = readExternalNumber(cell)
  if (typeof reading.value === 'string') { draft.mapped[key] = reading.value; return }
  draft.mapped.unknown[key] = reading.unknown ?? 'blank'
  if (!reading.problem) return
  if (rules.policy.wrongId === 'reject-row') draft.reject(reading.problem, at, cell)
  else draft.notice(reading.problem, at, cell)
}

/** Keys of the row; returns the certificate's parts where a certificate was read. */
export function takeKeys(draft: RowDraft, rules: KeyRules): DisabilityCertificate | undefined {
  const { keys } = rules.plan
  if (keys.idNumber) takeIdentity(draft, rules, keys.idNumber)
  let certificate = keys.disabilityCertificate ? takeCertificate(draft, rules, keys.disabilityCertificate) : undefined
  if (!certificate && draft.mapped.disabilityCertificate !== undefined) {
    const reading = readCertificate(draft.mapped.disabilityCertificate)
    if (reading.kind === 'certificate') certificate = reading.parts
  }
  takeExternalNumber(draft, rules, 'householdNo')
  takeExternalNumber(draft, rules, 'personNo')
  if (keys.name) {
    const reading = readName(draft.cells[keys.name.column] ?? null)
    if (typeof reading.value === 'string') {
      draft.mapped.name = reading.value
      if (rules.aboutPerson) draft.mapped.person['name'] = reading.value
    } else draft.mapped.unknown['name'] = 'blank'
  }
  if (certificate === undefined) takeHead(draft, rules)
  return certificate
}

const headHeader = /^(?:户主|户长)/

/** A row of a family's list whose member is blank names its head, who stands beside: he is whom the row is about. */
function takeHead(draft: RowDraft, rules: KeyRules): void {
  const { mapped, cells } = draft
  if (rules.policy.wrongId !== 'keep-without-id' || mapped.idNumber !== undefined || mapped.name !== undefined || mapped.personNo !== undefined || mapped.unknown['idNumber'] === 'refused') return
  const beside = rules.plan.mapping.filter((m) => (m.target === 'aside' || m.target === undefined) && headHeader.test(m.header))
  const id = beside.find((m) => /证/.test(m.header) && readIdentity(cells[m.column] ?? null).kind === 'number')
  const name = beside.find((m) => /^(?:户主|户长)(?:的?姓名)?$/.test(m.header) && typeof readName(cells[m.column] ?? null).value === 'string')
  if (id) takeIdentity(draft, rules, { column: id.column, letter: id.letter, header: id.header, mask: 'number' })
  if (!name) return
  mapped.name = readName(cells[name.column] ?? null).value as string
  delete mapped.unknown['name']
  if (rules.aboutPerson) mapped.person['name'] = mapped.name
}

function prove(draft: RowDraft, rules: KeyRules, field: string, proved: string, code: 'imports/identity-differs' | 'imports/certificate-differs'): void {
  const { person, unknown } = draft.mapped
  const stated = person[field]
  if (stated === undefined) {
    if (unknown[field] === 'unreadable') return
    person[field] = proved
    delete unknown[field]
  } else if (stated !== proved) {
    const at = rules.plan.facts.find((fact) => fact.bucket === 'person' && fact.field.key === field)
    if (at) draft.notice(code, at, draft.cells[at.column] ?? null)
  }
}

/** Birth date and sex from the checked number, class and grade from the certificate: where the list leaves them blank or has no column. */
export function takeProvedFacts(draft: RowDraft, rules: KeyRules, certificate: DisabilityCertificate | undefined): void {
  if (!rules.aboutPerson) return
  if (draft.mapped.idNumber !== undefined) {
    const number = draft.mapped.idNumber as IdentityNumber
    prove(draft, rules, 'birth_date', birthDateOf(number), 'imports/identity-differs')
    prove(draft, rules, 'sex', sexOf(number), 'imports/identity-differs')
  }
  if (!certificate) return
  draft.mapped.person['disability_certificate'] = 'true'
  delete draft.mapped.unknown['disability_certificate']
  prove(draft, rules, 'disability_category', certificate.category, 'imports/certificate-differs')
  prove(draft, rules, 'disability_grade', certificate.grade, 'imports/certificate-differs')
}

