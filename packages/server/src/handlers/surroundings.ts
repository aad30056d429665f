/** Words of the vocabulary for pages, and whether the server is well. */
import { codeLists, entities, entityKeys, workItemResults } from '@bangfu/kernel'
import { layouts, targetLabel, type KeyTarget } from '@bangfu/register'
import type { House } from '../house/house.ts'
import type { Handlers } from '../http/handler.ts'
import { bodyWords } from '../reading/pack-words.ts'

const keyColumns: readonly KeyTarget[] = ['idNumber', 'householdNo', 'personNo', 'disabilityCertificate', 'name', 'placeCode', 'province', 'city', 'county', 'township', 'village', 'amount']

/** Lists that state help delivered, facts, or both. */
const states: Readonly<Record<string, 'facts' | 'deliveries' | 'both'>> = { delivery: 'deliveries', dibao: 'both', disability: 'both', house: 'both' }

export function surroundingHandlers(house: House): Pick<Handlers, 'getVocabulary' | 'getHealth'> {
  const { pack } = house
  return {
    getVocabulary: async () => ({
      entities: entityKeys.map((key) => ({
        key, zh: entities[key].zh, en: entities[key].en,
        fields: entities[key].fields.map((f) => ({ key: f.key, zh: f.zh, en: f.en, type: f.type.kind, list: 'list' in f.type ? f.type.list : null, sensitivity: f.sensitivity })),
      })),
      codeLists: Object.values(codeLists).map(({ key, zh, en, items }) => ({ key, zh, en, items: items.map((i) => ({ code: i.code, zh: i.zh, en: i.en })) })),
      workItemResults: { owed: [...workItemResults.owed], lead: [...workItemResults.lead], verify: [...workItemResults.verify] },
      layouts: Object.values(layouts).map((l) => ({ key: l.key, label: { zh: l.zh, en: l.en }, states: states[l.key] ?? 'facts' })),
      keyColumns: keyColumns.map((code) => ({ code, ...targetLabel(code) })),
      measures: pack.measures.map((m) => ({ id: m.id, name: m.name, unit: m.unit, cadence: m.cadence })),
      departments: [...new Set(pack.measures.map((m) => m.deliveredBy))].map((id) => ({ id, name: bodyWords(pack, id) })),
    }),
    getHealth: async () => {
      const version = await house.register.pool.query<{ server_version: string }>('show server_version').then(({ rows }) => rows[0]?.server_version ?? null, () => null)
      return {
        ok: version !== null, version: house.version, database: { reachable: version !== null, version, embedded: house.embedded },
        pack: { id: pack.pack.id, hash: pack.hash }, loopbackOnly: true,
      }
    },
  }
}
