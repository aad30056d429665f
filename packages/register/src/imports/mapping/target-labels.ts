/** Names of key columns for people, and which columns of a layout may be chosen by hand. */
import { findField, type EntityKey } from '@bangfu/kernel'
import { keyTargets, type ColumnTarget, type KeyTarget, type Layout } from '../layouts/layout.ts'

const keyLabels: Readonly<Record<KeyTarget, { readonly zh: string; readonly en: string }>> = {
  idNumber: { zh: '证件号码', en: 'identity number' }, householdNo: { zh: '户编号', en: 'household number' }, personNo: { zh: '人编号', en: 'person number' },
  disabilityCertificate: { zh: '残疾证号', en: 'disability certificate' }, name: { zh: '姓名', en: 'name' }, placeCode: { zh: '行政区划代码', en: 'division code' },
  province: { zh: '省', en: 'province' }, city: { zh: '市', en: 'city' }, county: { zh: '县', en: 'county' }, township: { zh: '乡镇', en: 'township' }, village: { zh: '村', en: 'village' }, amount: { zh: '金额', en: 'amount' },
}

export function targetLabel(target: ColumnTarget): { readonly zh: string; readonly en: string } {
  if (target === 'aside') return { zh: '不导入', en: 'not imported' }
  if (!target.includes('.')) return keyLabels[target as KeyTarget]
  const [entity, key] = target.split('.') as [EntityKey, string]
  const field = findField(entity, key)
  return field ? { zh: field.zh, en: field.en } : { zh: key, en: key }
}

/** Both languages, joined, for a sentence that lists columns. */
export function targetNames(targets: readonly ColumnTarget[]): string {
  return targets.map((target) => targetLabel(target)).map(({ zh, en }) => `${zh} / ${en}`).join('、')
}

export function isTargetOf(layout: Layout, target: string): target is ColumnTarget {
  if (target === 'aside' || (keyTargets as readonly string[]).includes(target)) return true
  const [entity, key] = target.split('.') as [EntityKey, string]
  return layout.fieldsOf.includes(entity) && key !== undefined && findField(entity, key)?.key === key
}
