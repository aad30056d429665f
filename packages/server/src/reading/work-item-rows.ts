/** Rows of the work lists as the contract shows them and as the workbook takes them. Identity is masked on the way out. */
import { entities, findField, maskIdentity, sheetRowOf, workItemResults, type EntityKey, type WorkItemKind } from '@bangfu/kernel'
import type { WorkListItem, WorkListName } from '@bangfu/measures'
import type { Pack } from '@bangfu/plan'
import type { WorkItemFilter, WorkItemRow } from '@bangfu/register'
import type { Bilingual, Fact, WorkItem, WorkItemFilters } from '../contract/index.ts'
import { bodyWords, measureWords } from './pack-words.ts'

/** The contract's filters as the register's. Village wins over township, township over place. */
export function workItemFilterOf(filters: WorkItemFilters): WorkItemFilter {
  const place = filters.village ?? filters.township ?? filters.place
  return {
    ...(filters.kind && { kind: filters.kind }), ...(filters.measure && { measure: filters.measure }), ...(filters.department && { department: filters.department }),
    ...(place && { place }), ...(filters.elsewhere && { aboveTownship: true }), ...(filters.state && { state: filters.state }),
    ...(filters.clause && { clause: filters.clause }), ...(filters.q?.trim() && { text: filters.q.trim() }),
  }
}

function isEntity(name: string): name is EntityKey {
  return name in entities
}

export function resultWords(kind: WorkItemKind, code: string): Bilingual {
  const found = workItemResults[kind].find((r) => r.code === code)
  return found ? { zh: found.zh, en: found.en } : { zh: code, en: code }
}

/** What is asked of an unclear row; below zero it is none of its list, an earlier one has the subject. */
function matchQuestion(field: string): Bilingual {
  return field.split('/')[2]?.startsWith('-') === true ? { zh: '是否仍在享受', en: 'does the help go on' } : { zh: '名单上的是否同一人', en: 'is the one on the list the same' }
}

function questionOf(row: WorkItemRow): WorkItem['question'] {
  if (row.kind !== 'verify' || row.field === null) return null
  const entity: EntityKey = isEntity(row.entity) ? row.entity : 'person'
  const field = findField(entity, row.field)
  const label = field ? { zh: field.zh, en: field.en } : matchQuestion(row.field)
  return { entity, field: row.field, label, settles: row.settles ?? 0 }
}

const placeOfRow = (row: WorkItemRow, length: number, level: 'township' | 'village', name: string | null): WorkItem['township'] =>
  row.place.length < length ? null : { code: row.place.slice(0, length), name: name ?? row.place.slice(0, length), level }

export function workItemOf(row: WorkItemRow, pack: Pack, facts: readonly Fact[]): WorkItem {
  return {
    key: row.itemKey, kind: row.kind, measure: row.measure === null ? null : measureWords(pack, row.measure), measures: [...row.measures], clauses: [...row.clauses],
    department: row.deliveredBy === null ? null : { id: row.deliveredBy, name: bodyWords(pack, row.deliveredBy) }, period: row.period,
    subject: {
      id: row.subjectId, unit: row.entity as WorkItem['subject']['unit'], name: row.subjectName, idMasked: row.idNumber === null ? null : maskIdentity(row.idNumber),
      householdId: row.householdId, householdNo: row.householdNo, row: row.entity === 'list-row' ? sheetRowOf(Number(row.subjectId.split('/')[1])).row : null,
    },
    township: placeOfRow(row, 9, 'township', row.townshipName), village: placeOfRow(row, 12, 'village', row.villageName),
    reason: { zh: row.reasonZh, en: row.reasonEn }, facts: [...facts], question: questionOf(row), amountFen: row.amountFen, amountToFen: row.amountToFen,
    state: row.closed ? 'answered' : 'open',
    result: row.result === null ? null : { code: row.result, label: resultWords(row.kind, row.result), note: row.note, answeredOn: row.answeredAt?.toISOString().slice(0, 10) ?? null, by: row.answeredBy },
  }
}

/** The row as the workbook writer takes it. */
export function workListItemOf(row: WorkItemRow): WorkListItem {
  const fen = (text: string | null): bigint | undefined => (text === null ? undefined : BigInt(text))
  return {
    itemKey: row.itemKey, kind: row.kind, basis: row.basis as WorkListItem['basis'], measure: row.measure ?? undefined, measures: row.measures, period: row.period ?? undefined,
    entity: isEntity(row.entity) ? row.entity : undefined, subjectId: row.subjectId, householdId: row.householdId ?? undefined, place: row.place, township: row.place.slice(0, 9),
    field: row.field ?? undefined, amountFen: fen(row.amountFen), amountToFen: fen(row.amountToFen), settlesAlone: row.settles ?? undefined, involved: row.involved ?? undefined,
    reason: { zh: row.reasonZh, en: row.reasonEn }, clauses: row.clauses, deliveredBy: row.deliveredBy ?? undefined, listId: undefined, listRow: undefined,
    state: row.closed ? 'answered' : 'open', result: row.result ?? undefined,
  }
}

export function workListNameOf(row: WorkItemRow): WorkListName {
  return {
    ...(row.subjectName !== null && { name: row.subjectName }), ...(row.idNumber !== null && { identity: row.idNumber }),
    ...(row.householdNo !== null && { householdNo: row.householdNo }), ...(row.villageName !== null && { villageName: row.villageName }),
  }
}
