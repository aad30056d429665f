/** From the items of all measures to the tables and CSV lists that leave the run. */
import { join } from 'node:path'
import { entities, entityKeys, unknownReasons, type Language, type UnknownReason, type WorkItemKind } from '@bangfu/kernel'
import { quoteName, quoteText, type Stage } from '@bangfu/stages'
import type { CompiledMeasure } from './compiled-measure.ts'
import { findMissingMembersWords } from './household-members.ts'
import { ReasonSql } from './item-reason-sql.ts'
import { listedRowSql, openResults } from './item-stages.ts'
import { runTablePath } from './run-table.ts'

const reasonWords: Readonly<Record<UnknownReason, { readonly zh: string; readonly en: string }>> = {
  'not-stated': { zh: '没有登记', en: 'not recorded' }, blank: { zh: '登记为空', en: 'left blank' }, unreadable: { zh: '登记内容读不懂', en: 'not readable' },
  refused: { zh: '不愿说明', en: 'not given' }, conflict: { zh: '两个来源不一致', en: 'two sources differ' }, 'out-of-date': { zh: '已过期', en: 'out of date' },
}

/** Why a fact is unknown, in words. Other reasons are shown as they stand. */
export function unknownReasonWords(reason: string): { readonly zh: string; readonly en: string } {
  return reasonWords[reason as UnknownReason] ?? findMissingMembersWords(reason) ?? { zh: reason, en: reason }
}

/** A small table made of constants of the program. */
function constantTable(name: string, columns: readonly string[], rows: readonly (readonly string[])[]): Stage {
  return { name, keep: 'view', sql: `SELECT * FROM (VALUES ${rows.map((row) => `(${row.map(quoteText).join(', ')})`).join(', ')}) t(${columns.map(quoteName).join(', ')})` }
}

export const vocabularyStages: readonly Stage[] = [
  constantTable('field_names', ['entity', 'field', 'zh', 'en'], entityKeys.flatMap((entity) => entities[entity].fields.map((f) => [entity, f.key, f.zh, f.en]))),
  constantTable('entity_names', ['entity', 'zh', 'en'], entityKeys.map((entity) => [entity, entities[entity].zh, entities[entity].en])),
  constantTable('unknown_reason_names', ['reason', 'zh', 'en'], unknownReasons.map((reason) => [reason, reasonWords[reason].zh, reasonWords[reason].en])),
]

const stateSql = (result: string): string => `CASE WHEN ${result} IS NULL OR list_contains($open_results, ${result}) THEN 'open' ELSE 'answered' END AS state, ${result} AS result`

/** Excel takes a file for UTF-8 only by its first three bytes; they stand before the first header. */
const byteOrderMark = '\uFEFF'

/** Clauses of every set of measures that waits for one question. */
const clausesSql = `SELECT q.measures, list_sort(list_distinct(flatten(list(n.clauses)))) AS clauses FROM (SELECT DISTINCT measures FROM items) q JOIN measure_names n ON list_contains(q.measures, n.measure) GROUP BY 1`

/** Key of an item, and the key its answers are kept under: what is given once is answered once, whatever the period. */
const keySql = (period: string): string => `CASE WHEN i.kind = 'verify' THEN 'verify:' || i.subject_id || ':' || i.field ELSE i.kind || ':' || i.measure || ':' || ${period} || ':' || i.subject_id END`

/** Items with their key, clauses, deliverer, conflicts and the result that came back. Narrow: the reasons are written onto it. */
const listedItemsStage: Stage = {
  name: 'listed_items', keep: 'view',
  sql: `WITH clauses_of AS (${clausesSql}), said AS (
  SELECT measure, subject_id, string_agg(zh, '' ORDER BY zh) AS zh, string_agg(en, '' ORDER BY zh) AS en FROM conflicts GROUP BY 1, 2
)
SELECT i.*, left(i.place, 9) AS township, c.zh AS conflict_zh, c.en AS conflict_en, k.clauses, n.delivered_by, ${keySql('i.period')} AS item_key, a.result
FROM items i LEFT JOIN said c ON c.measure = i.measure AND c.subject_id = i.subject_id AND i.kind = 'lead'
LEFT JOIN clauses_of k ON k.measures = i.measures LEFT JOIN measure_names n ON n.measure = i.measure
LEFT JOIN item_answers a ON a.item_key = ${keySql("CASE WHEN n.cadence = 'once' THEN '' ELSE i.period END")}`,
}

/** The table, unsorted, and one CSV a list in the order of work: by township, the most useful question first. Rows are sorted while they are narrow; reasons in one language, the table has both. */
export function workItemStages(measures: readonly CompiledMeasure[], folder: string, language: Language): readonly Stage[] {
  const reasons = new ReasonSql(measures)
  const [zh, en] = [reasons.reason('zh'), reasons.reason('en')]
  const parameters = { ...reasons.parameters, open_results: openResults }
  const list = (kind: WorkItemKind, file: string): Stage => ({
    name: `csv:${file}`, keep: { csv: join(folder, `${file}.csv`) }, parameters,
    sql: `SELECT i.item_key AS ${quoteName(`${byteOrderMark}item_key`)}, i.basis, i.measure_list AS measures, i.period, i.entity, i.subject_id, i.household_id, i.place, i.township, i.field, i.amount_fen, i.amount_to_fen, i.settles_alone, i.involved,
  ${{ zh, en }[language]} AS reason, i.clause_list AS clauses, i.delivered_by, i.list_id, i.list_row
FROM (
  SELECT * EXCLUDE (measures, clauses), array_to_string(measures, ' ') AS measure_list, array_to_string(clauses, ' ') AS clause_list FROM listed_items
  WHERE kind = '${kind}' AND (result IS NULL OR list_contains($open_results, result))
  ORDER BY township NULLS LAST, ${kind === 'verify' ? 'settles_alone DESC, involved DESC, ' : ''}place NULLS LAST, ${kind === 'verify' ? '' : 'measure, '}item_key
) i`,
  })
  return [
    listedItemsStage,
    {
      name: 'work_items', keep: { parquet: runTablePath(folder, 'work_items'), rowGroupRows: 4096 }, parameters,
      sql: `SELECT i.item_key, i.kind, i.basis, i.measure, i.measures, i.period, i.entity, i.subject_id, i.household_id, i.place, i.township, i.field, i.amount_fen, i.amount_to_fen, i.settles_alone, i.involved,
  ${zh} AS reason_zh, ${en} AS reason_en, i.clauses, i.delivered_by, i.list_id, i.list_row, ${stateSql('i.result')}
FROM listed_items i`,
    },
    list('owed', 'owed'), list('lead', 'leads'), list('verify', 'verify'),
  ]
}

/** Why nobody fits, where there is more to say than that nobody does. Reasons that are no code of the register are words already. */
function strangerReasonSql(language: Language): string {
  const [before, noNumber] = language === 'zh' ? ['，', '名单上没有证件号码'] : [': ', 'the row has no identity number']
  return `CASE u.reason WHEN 'not-in-register' THEN '' WHEN 'no-number' THEN '${before}${noNumber}' ELSE coalesce('${before}' || u.reason, '') END`
}

/** Rows of departments' lists that name nobody in the register. */
export function unregisteredStage(file: string, area: string): Stage {
  return {
    name: 'unregistered', keep: { parquet: file }, parameters: { open_results: openResults, area },
    sql: `WITH lost AS (
  SELECT 'lead:' || coalesce(u.measure, '') || ':' || coalesce(u.period, '') || ':list/' || u.list_id || '/' || coalesce(u.list_row, 0) AS item_key, u.*, l.title, l.sheets
  FROM unmatched u LEFT JOIN lists l ON l.list_id = u.list_id
  WHERE u.candidate_id IS NULL AND (u.place IS NULL OR starts_with(u.place, $area))
    AND NOT EXISTS (SELECT 1 FROM unmatched c WHERE c.list_id = u.list_id AND c.list_row = u.list_row AND c.candidate_id IS NOT NULL)
)
SELECT u.item_key, u.measure, u.period, u.place, left(u.place, 9) AS township, u.list_id, u.list_row,
  '名单' || ${listedRowSql('zh', 'coalesce(u.title, u.list_id)', 'u.list_row', 'u.sheets')} || coalesce('（' || n.zh || '）', '') || '在库内查无此人' || ${strangerReasonSql('zh')} || '。请核实是否应纳入，或名单有误。' AS reason_zh,
  'The list ' || ${listedRowSql('en', 'coalesce(u.title, u.list_id)', 'u.list_row', 'u.sheets')} || coalesce(' (' || n.en || ')', '') || ' names nobody in the register' || ${strangerReasonSql('en')} || '. Find out whether to take the person in, or whether the list is wrong.' AS reason_en,
  coalesce(n.clauses, []) AS clauses, n.delivered_by, ${stateSql('a.result')}
FROM lost u LEFT JOIN measure_names n ON n.measure = u.measure LEFT JOIN item_answers a ON a.item_key = u.item_key
ORDER BY u.item_key`,
  }
}


export function unregisteredCsvStage(folder: string, language: Language): Stage {
  return {
    name: 'csv:unregistered', keep: { csv: join(folder, 'unregistered.csv') },
    sql: `SELECT item_key AS ${quoteName(`${byteOrderMark}item_key`)}, measure, period, place, township, list_id, list_row, reason_${language} AS reason, array_to_string(clauses, ' ') AS clauses, delivered_by
FROM unregistered WHERE state = 'open' ORDER BY township NULLS LAST, item_key`,
  }
}

export function summaryStage(folder: string): Stage {
  return {
    name: 'summary', keep: { parquet: runTablePath(folder, 'summary') },
    sql: `SELECT measure, unit, township, cell, eligible, delivered, count(*) AS determinations, CAST(coalesce(sum(amount_fen), 0) AS BIGINT) AS amount_fen, count(*) FILTER (WHERE eligible = 'yes' AND amount_fen IS NULL) AS amount_unknown
FROM determinations GROUP BY ALL ORDER BY ALL`,
  }
}
