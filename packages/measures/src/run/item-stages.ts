/** Which determinations become items of which list. Items are kept narrow here; their reasons are written when the lists are. */
import { closesWorkItem, listRowSql, workItemResults, type Language } from '@bangfu/kernel'
import type { Stage } from '@bangfu/stages'
import type { CompiledMeasure } from './compiled-measure.ts'
import { missingMembersWordsSql } from './household-members.ts'

/** Results that leave an item open. */
export const openResults = [...new Set(Object.values(workItemResults).flat().map((r) => r.code).filter((code) => !closesWorkItem(code)))]

/** Table that the stages below append to. `words` holds what a reason needs beside the stored condition results: titles of lists, the question. */
export const itemsTable: Stage = {
  name: 'items',
  sql: `SELECT CAST(NULL AS VARCHAR) AS kind, CAST(NULL AS VARCHAR) AS basis, CAST(NULL AS VARCHAR) AS measure, CAST(NULL AS VARCHAR[]) AS measures, CAST(NULL AS VARCHAR) AS period, CAST(NULL AS VARCHAR) AS entity,
  CAST(NULL AS VARCHAR) AS subject_id, CAST(NULL AS VARCHAR) AS household_id, CAST(NULL AS VARCHAR) AS place, CAST(NULL AS VARCHAR) AS field, CAST(NULL AS BIGINT) AS amount_fen, CAST(NULL AS BIGINT) AS amount_to_fen,
  CAST(NULL AS BIGINT) AS settles_alone, CAST(NULL AS BIGINT) AS involved, CAST(NULL AS VARCHAR) AS conditions, CAST(NULL AS VARCHAR) AS list_id, CAST(NULL AS BIGINT) AS list_row, CAST(NULL AS VARCHAR) AS words_zh, CAST(NULL AS VARCHAR) AS words_en WHERE false`,
}

const subject = 'd.measure, [d.measure], d.period, d.unit, d.subject_id, d.household_id, d.place'
const title = 'coalesce(l.title, d.list_id)'
const withTitle = 'LEFT JOIN lists l ON l.list_id = d.list_id'

/** A list and the row that speaks, in words: 《低保名单》第 5 行; the title alone where no row speaks. */
export function listedRowSql(language: Language, title: string, row: string, sheets: string): string {
  const where = listRowSql(language, row, sheets)
  return language === 'zh' ? `'《' || ${title} || '》' || coalesce(${where}, '')` : `'"' || ${title} || '"' || coalesce(', ' || ${where}, '')`
}

/** Subjects that hold a measure which excludes this one, with the list row that says so; undefined when nothing excludes it. */
export function excludedSql(measure: Pick<CompiledMeasure, 'unit' | 'excludes'>, all: readonly CompiledMeasure[]): string | undefined {
  const others = all.filter((m) => measure.excludes.includes(m.id))
  if (others.length === 0) return undefined
  const rows = others.map((other) => {
    const from = `"determinations:${other.id}" o`
    if (other.unit === measure.unit) return `SELECT o.subject_id, o.measure AS other, o.list_id, o.list_row FROM ${from} WHERE o.delivered = 'yes'`
    if (measure.unit === 'household') return `SELECT o.household_id AS subject_id, o.measure AS other, min(o.list_id) AS list_id, min(o.list_row) AS list_row FROM ${from} WHERE o.delivered = 'yes' GROUP BY 1, 2`
    return `SELECT i.person_id AS subject_id, o.measure AS other, o.list_id, o.list_row FROM ${from} JOIN persons i ON i.household_id = o.subject_id WHERE o.delivered = 'yes'`
  })
  return `SELECT subject_id, min(other) AS other, min_by(list_id, other) AS list_id, min_by(list_row, other) AS list_row FROM (${rows.join(' UNION ALL ')}) WHERE subject_id IS NOT NULL GROUP BY 1`
}

/** 应享未享: entitled, and absent from a list that covers place and period. Who holds an excluding measure is not owed until a person has decided. */
export function owedStage(measure: CompiledMeasure, all: readonly CompiledMeasure[]): Stage {
  const held = excludedSql(measure, all)
  return {
    name: `owed:${measure.id}`, keep: { append: 'items' },
    sql: `SELECT 'owed', 'not-delivered', ${subject}, NULL, d.amount_fen, d.amount_to_fen, NULL, NULL, d.conditions, d.list_id, NULL, l.titles, l.titles
FROM "determinations:${measure.id}" d JOIN covering_lists l ON l.measure = d.measure AND l.place = d.place
WHERE d.eligible = 'yes' AND d.delivered = 'no'${held ? ` AND d.subject_id NOT IN (SELECT subject_id FROM (${held}))` : ''}`,
  }
}

/**
 * Leads: given, but a condition is not met. What is given once is left out: a rebuilt house is no longer grade D and its household may
 * have left poverty since; that the condition is gone is then what the help was for, and no ground for a suspicion.
 */
export function notEligibleStages(measure: CompiledMeasure): readonly Stage[] {
  if (measure.measure.cadence === 'once') return []
  return [{
    name: `not_eligible:${measure.id}`, keep: { append: 'items' },
    sql: `SELECT 'lead', 'not-eligible', ${subject}, NULL, d.delivered_fen, NULL, NULL, NULL, d.conditions, d.list_id, d.list_row, ${listedRowSql('zh', title, 'd.list_row', 'l.sheets')}, ${listedRowSql('en', title, 'd.list_row', 'l.sheets')}
FROM "determinations:${measure.id}" d ${withTitle} WHERE d.eligible = 'no' AND d.delivered = 'yes'`,
  }]
}

/** Leads: two measures that exclude each other were both given. One per pair, on the measure that says so and stands first in the pack. */
export function conflictStages(measure: CompiledMeasure, all: readonly CompiledMeasure[]): readonly Stage[] {
  const position = (id: string): number => all.findIndex((m) => m.id === id)
  return measure.measure.conflicts.filter((conflict) => {
    const other = all.find((m) => m.id === conflict.measure)
    const saidByBoth = other?.measure.conflicts.some((c) => c.measure === measure.id) ?? false
    return other !== undefined && !(saidByBoth && position(other.id) < position(measure.id))
  }).map((conflict) => {
    const other = all.find((m) => m.id === conflict.measure)!
    const held = excludedSql({ unit: measure.unit, excludes: [other.id] }, all)!
    return {
      name: `conflict:${measure.id}:${other.id}`, keep: { append: 'conflicts' },
      parameters: {
        zh: `同期享受互斥的两项：“${measure.measure.name.zh}”与“${other.measure.name.zh}”。${conflict.reason.zh}（${conflict.source}）。名单：`,
        en: `Receives two measures that exclude each other in one period: "${measure.measure.name.en}" and "${other.measure.name.en}". ${conflict.reason.en} (${conflict.source}). Lists: `,
      },
      sql: `SELECT ${subject}, d.delivered_fen, d.conditions, d.list_id, d.list_row, ${title} AS title,
  $zh || ${listedRowSql('zh', title, 'd.list_row', 'l.sheets')} || '、' || ${listedRowSql('zh', 'coalesce(k.title, x.list_id)', 'x.list_row', 'k.sheets')} || '。' AS zh,
  $en || ${listedRowSql('en', title, 'd.list_row', 'l.sheets')} || ' and ' || ${listedRowSql('en', 'coalesce(k.title, x.list_id)', 'x.list_row', 'k.sheets')} || '. ' AS en
FROM "determinations:${measure.id}" d JOIN (${held}) x ON x.subject_id = d.subject_id ${withTitle} LEFT JOIN lists k ON k.list_id = x.list_id
WHERE d.delivered = 'yes' AND d.eligible <> 'undetermined'`,
    }
  })
}

export const conflictsTable: Stage = {
  name: 'conflicts',
  sql: `SELECT CAST(NULL AS VARCHAR) AS measure, CAST(NULL AS VARCHAR[]) AS measures, CAST(NULL AS VARCHAR) AS period, CAST(NULL AS VARCHAR) AS entity, CAST(NULL AS VARCHAR) AS subject_id, CAST(NULL AS VARCHAR) AS household_id, CAST(NULL AS VARCHAR) AS place,
  CAST(NULL AS BIGINT) AS amount_fen, CAST(NULL AS VARCHAR) AS conditions, CAST(NULL AS VARCHAR) AS list_id, CAST(NULL AS BIGINT) AS list_row, CAST(NULL AS VARCHAR) AS title, CAST(NULL AS VARCHAR) AS zh, CAST(NULL AS VARCHAR) AS en WHERE false`,
}

/** Conflicts of subjects that are entitled: those that are not have a lead already, to which the conflict is added. */
export const conflictItemsStage: Stage = {
  name: 'conflict_items', keep: { append: 'items' },
  sql: `SELECT 'lead', 'conflict', measure, any_value(measures), any_value(period), any_value(entity), subject_id, any_value(household_id), any_value(place), NULL, any_value(amount_fen), NULL, NULL, NULL, any_value(conditions), any_value(list_id), any_value(list_row), any_value(title), any_value(title)
FROM conflicts WHERE conditions NOT LIKE '%F%' GROUP BY measure, subject_id`,
}

/**
 * What an unclear row says of itself. Below zero it is none of its list: an earlier list of the same office and period has the subject, the later one covers
 * the place without him, and nobody here knows whether it corrects the earlier one or adds to it.
 */
function unclearWordsSql(language: Language): string {
  const own = listedRowSql(language, title, 'd.list_row', 'l.sheets')
  const earlier = listedRowSql(language, "coalesce(k.title, e.earlier_list)", 'e.earlier_row', 'k.sheets')
  return language === 'zh'
    ? `CASE WHEN d.list_row < 0 THEN coalesce('名单' || ${earlier}, '同一单位先前的同期名单') || '有此对象，后来的名单《' || ${title} || '》覆盖本地却没有，不知是更正还是补充' ELSE '名单' || ${own} END`
    : `CASE WHEN d.list_row < 0 THEN coalesce('The list ' || ${earlier}, 'An earlier list of the same office and period') || ' holds this subject; the later list "' || ${title} || '" covers the place and does not, and may correct it or add to it' ELSE 'The list ' || ${own} END`
}

export const unclearRowsTable: Stage = {
  name: 'unclear_rows',
  sql: `SELECT CAST(NULL AS VARCHAR) AS measure, CAST(NULL AS VARCHAR[]) AS measures, CAST(NULL AS VARCHAR) AS period, CAST(NULL AS VARCHAR) AS entity, CAST(NULL AS VARCHAR) AS subject_id, CAST(NULL AS VARCHAR) AS household_id, CAST(NULL AS VARCHAR) AS place,
  CAST(NULL AS BIGINT) AS amount_fen, CAST(NULL AS BIGINT) AS amount_to_fen, CAST(NULL AS BIGINT) AS settles, CAST(NULL AS VARCHAR) AS conditions, CAST(NULL AS VARCHAR) AS list_id, CAST(NULL AS BIGINT) AS list_row, CAST(NULL AS VARCHAR) AS zh, CAST(NULL AS VARCHAR) AS en WHERE false`,
}

/** Unclear list rows that may be the subject, for one measure that the list states. */
export function unclearRowStage(measure: CompiledMeasure): Stage {
  return {
    name: `unclear_rows:${measure.id}`, keep: { append: 'unclear_rows' },
    sql: `SELECT ${subject}, d.amount_fen, d.amount_to_fen, CASE WHEN d.eligible = 'undetermined' THEN 0 ELSE 1 END, d.conditions, d.list_id, coalesce(d.list_row, 0), ${unclearWordsSql('zh')}, ${unclearWordsSql('en')}
FROM "determinations:${measure.id}" d ${withTitle}
LEFT JOIN (SELECT list_id, list_row, any_value(earlier_list) AS earlier_list, any_value(earlier_row) AS earlier_row FROM unmatched WHERE list_row < 0 GROUP BY 1, 2) e ON e.list_id = d.list_id AND e.list_row = d.list_row
LEFT JOIN lists k ON k.list_id = e.earlier_list
WHERE d.delivered = 'possible-match'`,
  }
}

/** 待核实: whether the row is the subject; settled before anybody is owed or suspected. A row of a list that states several measures is asked about once. */
export const unclearItemsStage: Stage = {
  name: 'unclear_items', keep: { append: 'items' },
  sql: `WITH asked AS (
  SELECT list_sort(list(measure)) AS measures, min(period) AS period, any_value(entity) AS entity, subject_id, any_value(household_id) AS household_id, any_value(place) AS place, list_id, list_row, CAST(sum(settles) AS BIGINT) AS settles,
    CASE WHEN count(*) = 1 THEN any_value(amount_fen) END AS amount_fen, CASE WHEN count(*) = 1 THEN any_value(amount_to_fen) END AS amount_to_fen, CASE WHEN count(*) = 1 THEN any_value(conditions) END AS conditions, any_value(zh) AS zh, any_value(en) AS en
  FROM unclear_rows GROUP BY subject_id, list_id, list_row
), named AS (
  SELECT q.measures, string_agg(n.zh, '”、“' ORDER BY n.measure) AS zh, string_agg(n.en, '", "' ORDER BY n.measure) AS en
  FROM (SELECT DISTINCT measures FROM asked) q JOIN measure_names n ON list_contains(q.measures, n.measure) GROUP BY 1
)
SELECT 'verify', 'unclear-row', CASE WHEN len(a.measures) = 1 THEN a.measures[1] END, a.measures, a.period, a.entity, a.subject_id, a.household_id, a.place, 'match/' || a.list_id || '/' || a.list_row,
  a.amount_fen, a.amount_to_fen, a.settles, len(a.measures), a.conditions, a.list_id, a.list_row,
  a.zh || CASE WHEN a.list_row < 0 THEN '（“' || n.zh || '”）。请核实此人是否仍在享受。' ELSE '与此人相近，不能确认是否同一人（“' || n.zh || '”）。请核实。' END,
  a.en || CASE WHEN a.list_row < 0 THEN ' ("' || n.en || '"). Find out whether the help still goes on.' ELSE ' resembles this subject, but it is not certain that it is the same one ("' || n.en || '"). Find out.' END
FROM asked a JOIN named n ON n.measures = a.measures`,
}

/** 待核实: every question about a fact. */
export const questionItemsStage: Stage = {
  name: 'question_items', keep: { append: 'items' },
  sql: `WITH named AS (
  SELECT q.measures, string_agg(n.zh, '、' ORDER BY n.measure) AS zh, string_agg(n.en, ', ' ORDER BY n.measure) AS en
  FROM (SELECT DISTINCT measures FROM questions) q JOIN measure_names n ON list_contains(q.measures, n.measure) GROUP BY 1
)
SELECT 'verify', 'unknown-fact', CASE WHEN len(q.measures) = 1 THEN q.measures[1] END, q.measures, NULL, q.entity, q.subject_id, q.household_id, q.place, q.field, NULL, NULL, q.settles_alone, q.involved, NULL, NULL, NULL,
  e.zh || '的“' || f.zh || '”（' || coalesce(r.zh, ${missingMembersWordsSql('q.unknown_reason', 'zh')}, q.unknown_reason) || '）。涉及' || n.zh, 'the ' || e.en || '''s "' || f.en || '" (' || coalesce(r.en, ${missingMembersWordsSql('q.unknown_reason', 'en')}, q.unknown_reason) || '). Concerns ' || n.en
FROM questions q JOIN named n ON n.measures = q.measures JOIN entity_names e ON e.entity = q.entity JOIN field_names f ON f.entity = q.entity AND f.field = q.field
LEFT JOIN unknown_reason_names r ON r.reason = q.unknown_reason`,
}

/**
 * The result that counts for each item: the latest, and among several of one day the one that closes. What is given once keeps its
 * result whatever the period, so its key is compared without one.
 */
export const answersStage: Stage = {
  name: 'item_answers', parameters: { open_results: openResults },
  sql: `WITH keyed AS (
  SELECT CASE WHEN m.cadence = 'once' AND split_part(a.item_key, ':', 1) IN ('owed', 'lead')
    THEN split_part(a.item_key, ':', 1) || ':' || m.measure || '::' || split_part(a.item_key, ':', 4) ELSE a.item_key END AS item_key, a.result, a.answered_on
  FROM answers a LEFT JOIN measure_names m ON m.measure = split_part(a.item_key, ':', 2)
)
SELECT item_key, arg_max(result, (coalesce(answered_on, DATE '0001-01-01'), NOT list_contains($open_results, result), result)) AS result FROM keyed GROUP BY 1`,
}

/** Names, clauses and deliverers of the measures, for reasons that are written in SQL. */
export function measureNamesStages(measures: readonly CompiledMeasure[]): readonly Stage[] {
  return [
    { name: 'measure_names', sql: 'SELECT CAST(NULL AS VARCHAR) AS measure, CAST(NULL AS VARCHAR) AS zh, CAST(NULL AS VARCHAR) AS en, CAST(NULL AS VARCHAR) AS cadence, CAST(NULL AS VARCHAR[]) AS clauses, CAST(NULL AS VARCHAR) AS delivered_by WHERE false' },
    ...measures.map(({ id, measure }) => ({
      name: `measure_names:${id}`, keep: { append: 'measure_names' }, sql: 'SELECT $id, $zh, $en, $cadence, $clauses, $delivered_by',
      parameters: { id, zh: measure.name.zh, en: measure.name.en, cadence: measure.cadence, clauses: measure.clauses, delivered_by: measure.deliveredBy },
    })),
  ]
}
