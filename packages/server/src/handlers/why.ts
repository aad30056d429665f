/** Why a subject does or does not get a measure, by the latest run's own facts and rules. */
import { maskIdentity, problem, type EntityKey } from '@bangfu/kernel'
import { explain, type ExplainedFact, type ExplainedParameter, type Explanation } from '@bangfu/measures'
import type { Why } from '../contract/index.ts'
import { readInScope, type House } from '../house/house.ts'
import { clauseText } from '../house/plan-document.ts'
import type { Handlers } from '../http/handler.ts'
import { readLatestRun, runFactsOf } from '../reading/latest-run.ts'
import { snapshotFolder } from '../runs/perform-run.ts'

function factOf(fact: ExplainedFact): Why['conditions'][number]['facts'][number] {
  const masked = fact.sensitivity === 'contact' || fact.sensitivity === 'account'
  const stars = { zh: '***', en: '***' }
  return {
    entity: fact.entity, field: fact.field, label: fact.label, value: fact.value === undefined || masked ? null : typeof fact.value === 'string' ? fact.value : [...fact.value],
    text: masked ? stars : fact.text, unknownReason: fact.unknownReason ?? null, source: fact.source ? `${fact.source.source ?? ''}《${fact.source.title}》` : null,
    asOf: fact.source?.asOf ?? null, masked, subject: fact.subjectName ?? null,
  }
}

function parameterOf(parameter: ExplainedParameter): Why['conditions'][number]['parameters'][number] {
  return {
    id: parameter.id, label: parameter.label, text: parameter.text, source: parameter.source ?? null, clause: parameter.clause ?? null,
    demonstration: parameter.source?.startsWith('演示') ?? false, unknown: parameter.unknownReason ?? null,
  }
}

function whyOf(house: House, e: Explanation, run: string, idNumber: string | null): Why {
  const clauseOf = (id: string) => {
    const clause = house.pack.clauses.find((c) => c.id === id)
    return { id, title: clause?.title ?? { zh: id, en: id }, text: clauseText(house.document, id) }
  }
  return {
    measure: { id: e.measure.id, name: e.measure.name, reading: e.measure.reading, clauses: e.measure.clauses.map(clauseOf) },
    subject: { id: e.subject.id, unit: e.subject.unit, name: e.subject.name ?? null, idMasked: idNumber === null ? null : maskIdentity(idNumber), householdId: e.subject.householdId ?? null },
    period: e.period, asOf: e.asOf, ruleVersion: e.ruleHash, run, eligible: e.eligible, delivered: e.delivered, meaning: e.meaning,
    amountFen: e.amountFen?.toString() ?? null, amountToFen: e.amountToFen?.toString() ?? null,
    conditions: e.conditions.map((c) => ({ text: c.text.zh, answer: c.answer, facts: c.facts.map(factOf), parameters: c.parameters.map(parameterOf), sentence: c.sentence })),
    deliveryText: e.deliveryText, readAloud: e.readAloud, demonstration: e.demonstration,
  }
}

const isId = (id: string): boolean => /^[0-9a-f]{8}(-[0-9a-f]{4}){3}-[0-9a-f]{12}$/.test(id)

export function whyHandlers(house: House): Pick<Handlers, 'getWhy'> {
  return {
    getWhy: async ({ query: { measure, subject } }, { actor }) => {
      const found = await readInScope(house, actor, async (query, tx) => {
        const unit: EntityKey = house.pack.measures.find((m) => m.id === measure)?.unit ?? 'person'
        // Row-level security decides: a subject outside the scope is not found.
        const [row] = isId(subject) ? await query<{ id_number: string | null }>(
          `select ${unit === 'person' ? '(select s.id_number from register.person_search s where s.person_id = e.person_id)' : 'null'} as id_number from register.${unit} e where e.${unit}_id = $1`, [subject]) : []
        if (!row) throw problem('server/not-found', { zhWhat: '对象', enWhat: 'subject' })
        const run = await readLatestRun(tx)
        if (!run) throw problem('server/no-run')
        return { idNumber: row.id_number, facts: runFactsOf(run) }
      })
      const explanation = await explain({ pack: house.pack, snapshotDir: snapshotFolder(house.environment.dataFolder, found.facts.folder), measure, subjectId: subject })
      return whyOf(house, explanation, found.facts.id, found.idNumber)
    },
  }
}
