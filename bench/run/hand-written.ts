/**
 * The job of a run written by hand in plain SQL for the bench's ten rules: answer, delivery, amount and reason of everybody, the questions,
 * the summary and the lists in words, to Parquet and CSV. The anchor that a run is compared with; the bench compares every row of both.
 */
import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { openDuckDb, readParquetSql, type Database } from '@bangfu/stages'
import { handFields, handRules, type HandRule } from './hand-rules.ts'

const text = (value: string): string => `'${value.replaceAll("'", "''")}'`
const titleSql = "coalesce(l.title, d.list_id)"
const yuan = "((fen // 100) || '.' || lpad(CAST(fen % 100 AS VARCHAR), 2, '0'))"
const byMeasure = (textOf: (rule: HandRule) => string): string => `CASE measure ${handRules.map((rule) => `WHEN '${rule.id}' THEN ${textOf(rule)}`).join(' ')} END`

export async function runHandWritten(snapshot: string, out: string, memoryLimitMb: number): Promise<void> {
  mkdirSync(join(out, 'determinations'), { recursive: true })
  const database = await openDuckDb({ memoryLimitMb, threads: 2, tempDir: join(out, 'spill'), keepsScanOrder: false })
  for (const table of ['persons', 'households', 'villages', 'deliveries', 'coverage', 'lists', 'unmatched']) await database.run(`CREATE VIEW ${table} AS SELECT * FROM ${readParquetSql(join(snapshot, `${table}.parquet`))}`)
  await database.run('CREATE TABLE asked (measure VARCHAR, subject VARCHAR, place VARCHAR, entity VARCHAR, entity_id VARCHAR, field VARCHAR, open BIGINT)')
  await database.run(`CREATE TABLE fields AS SELECT * FROM (VALUES ${handFields.map((f) => `(${f.map(text).join(', ')})`).join(', ')}) t(field, zh, en)`)
  for (const rule of handRules) {
    await answers(database, rule, join(out, 'determinations', `${rule.id}.parquet`))
    await ask(database, rule, join(out, 'determinations', `${rule.id}.parquet`))
  }
  await database.run(`CREATE VIEW determinations AS SELECT * FROM ${readParquetSql(join(out, 'determinations', '*.parquet'))}`)
  const parquet = (sql: string, name: string, rows: number): Promise<void> => database.run(`COPY (${sql}) TO '${join(out, `${name}.parquet`)}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE ${rows})`)
  await parquet(`SELECT measure, unit, township, cell, eligible, delivered, count(*) AS determinations, CAST(coalesce(sum(amount_fen), 0) AS BIGINT) AS amount_fen, count(*) FILTER (WHERE eligible = 'yes' AND amount_fen IS NULL) AS amount_unknown FROM determinations GROUP BY ALL`, 'summary', 20_480)
  await parquet(questionsSql, 'questions', 20_480)
  await database.run(`CREATE VIEW questions AS SELECT * FROM ${readParquetSql(join(out, 'questions.parquet'))}`)
  await parquet(itemsSql, 'work_items', 4096)
  await parquet(strangersSql, 'unregistered', 20_480)
  const items = readParquetSql(join(out, 'work_items.parquet'))
  const csv = (sql: string, name: string): Promise<void> => database.run(`COPY (${sql}) TO '${join(out, `${name}.csv`)}' (FORMAT csv, HEADER)`, { oneThread: true })
  for (const [file, kind, order] of [['owed', 'owed', 'place, measure'], ['leads', 'lead', 'place, measure'], ['verify', 'verify', 'settles_alone DESC, involved DESC, place']] as const) {
    await csv(`SELECT item_key, basis, array_to_string(measures, ' ') AS measures, period, entity, subject_id, household_id, place, township, field, amount_fen, amount_to_fen, settles_alone, involved, reason_zh AS reason, '一.1' AS clauses, delivered_by, list_id, list_row
      FROM ${items} WHERE kind = '${kind}' ORDER BY township, ${order}, item_key`, file)
  }
  await csv(`SELECT item_key, measure, period, place, township, list_id, list_row, reason_zh AS reason, '一.1' AS clauses, delivered_by FROM ${readParquetSql(join(out, 'unregistered.parquet'))} ORDER BY township, item_key`, 'unregistered')
  database.close()
}

async function answers(database: Database, rule: HandRule, file: string): Promise<void> {
  const household = rule.unit === 'household'
  const own = (column: string, table: string): string => (household ? `coalesce(p.household_id, ${table}.${column})` : `${table}.${column}`)
  const members = (column: string, table: string): string => (household ? ` LEFT JOIN persons p ON p.person_id = ${table}.${column}` : '')
  const all = rule.conditions.map((_, i) => `c${i}`).join(' AND ')
  await database.run(`COPY (
  WITH e AS (
    SELECT s.${rule.unit}_id AS subject_id, ${rule.unit === 'village' ? 'NULL::VARCHAR' : 's.household_id'} AS household_id, s.place, ${rule.conditions.map(([sql], i) => `(${sql}) AS c${i}`).join(', ')}, ${rule.fen ? `CAST(${rule.fen} AS BIGINT)` : 'NULL::BIGINT'} AS fen
    FROM ${rule.from} WHERE s.place IS NULL OR starts_with(s.place, '21')
  ), given AS (
    SELECT ${own('subject_id', 'd')} AS subject_id, min(list_id) AS list_id, min_by(list_row, (list_id, list_row)) AS list_row, CAST(sum(amount_fen) AS BIGINT) AS delivered_fen
    FROM deliveries d${members('subject_id', 'd')} WHERE measure = '${rule.id}' AND starts_with(period, '2018') GROUP BY 1
  ), perhaps AS (
    SELECT ${own('candidate_id', 'u')} AS subject_id, min(list_id) AS list_id, min_by(list_row, (list_id, list_row)) AS list_row
    FROM unmatched u${members('candidate_id', 'u')} WHERE measure = '${rule.id}' AND candidate_id IS NOT NULL AND starts_with(period, '2018') GROUP BY 1
  ), covered AS (SELECT place, min(list_id) AS list_id FROM coverage WHERE measure = '${rule.id}' AND period = '2018' GROUP BY 1)
  SELECT '${rule.id}' AS measure, '${rule.unit}' AS unit, e.subject_id, e.household_id, e.place, left(e.place, 9) AS township, '2018' AS period,
    CASE (${all}) WHEN true THEN 'yes' WHEN false THEN 'no' ELSE 'undetermined' END AS eligible,
    CASE WHEN g.subject_id IS NOT NULL THEN 'yes' WHEN u.subject_id IS NOT NULL THEN 'possible-match' WHEN c.place IS NOT NULL THEN 'no' ELSE 'no-list' END AS delivered,
    CAST(CASE WHEN g.subject_id IS NULL AND u.subject_id IS NOT NULL THEN CASE (${all}) WHEN true THEN 10 WHEN false THEN 11 ELSE 12 END
      ELSE CASE (${all}) WHEN true THEN 1 WHEN false THEN 4 ELSE 7 END + CASE WHEN g.subject_id IS NOT NULL THEN 0 WHEN c.place IS NOT NULL THEN 1 ELSE 2 END END AS UTINYINT) AS cell,
    CASE WHEN ${all} THEN fen END AS amount_fen, NULL::BIGINT AS amount_to_fen, g.delivered_fen, coalesce(g.list_id, u.list_id, c.list_id) AS list_id, coalesce(g.list_row, u.list_row) AS list_row,
    concat(${rule.conditions.map((_, i) => `CASE c${i} WHEN true THEN 'T' WHEN false THEN 'F' ELSE 'U' END`).join(', ')}) AS conditions, '${rule.id} by hand' AS rule_hash
  FROM e LEFT JOIN given g USING (subject_id) LEFT JOIN perhaps u USING (subject_id) LEFT JOIN covered c ON c.place = left(e.place, 6)
) TO '${file}' (FORMAT parquet, COMPRESSION zstd, ROW_GROUP_SIZE 20480)`)
}

/** The letters say which condition is open; only members have to be looked up. */
async function ask(database: Database, rule: HandRule, file: string): Promise<void> {
  const parts = rule.conditions.flatMap(([, , , asks], i) => {
    if (asks === undefined) return []
    const [of, field] = asks.includes('.') ? asks.split('.') as [string, string] : ['self', asks]
    const open = `${readParquetSql(file)} d${of === 'members' ? ` JOIN persons m ON m.household_id = d.household_id AND m.${field} IS NULL AND m.life_status IN ('1', '4')` : ''} WHERE d.eligible = 'undetermined' AND substr(conditions, ${i + 1}, 1) = 'U'`
    const [entity, id] = of === 'self' ? [rule.unit, 'd.subject_id'] : of === 'household' ? ['household', 'd.household_id'] : ['person', 'm.person_id']
    return [`SELECT d.subject_id, d.place, '${entity}' AS entity, ${id} AS entity_id, '${field}' AS field FROM ${open}`]
  })
  if (parts.length === 0) return
  await database.run(`INSERT INTO asked SELECT '${rule.id}', subject_id, place, entity, entity_id, field, count(*) OVER (PARTITION BY subject_id) FROM (${parts.join(' UNION ')})`)
}

const questionsSql = `WITH q AS (SELECT entity, entity_id, field, min(place) AS place, count(*) FILTER (WHERE open = 1) AS settles_alone, count(*) AS involved, list_sort(list(DISTINCT measure)) AS measures FROM asked GROUP BY ALL)
SELECT 'verify:' || entity_id || ':' || field AS item_key, entity, entity_id AS subject_id, p.person_id, coalesce(p.household_id, h.household_id) AS household_id, coalesce(p.place, h.place, q.place) AS place, left(coalesce(p.place, h.place, q.place), 9) AS township,
  field, coalesce(json_extract_string(coalesce(p.unknown_reasons, h.unknown_reasons), '$."' || field || '"'), 'not-stated') AS unknown_reason, settles_alone, involved, measures
FROM q LEFT JOIN persons p ON p.person_id = q.entity_id LEFT JOIN households h ON h.household_id = q.entity_id`

const failing = (language: 1 | 2): string => byMeasure((rule) => `concat_ws('; ', ${rule.conditions.map((c, i) => `CASE WHEN substr(conditions, ${i + 1}, 1) = 'F' THEN ${text(c[language]!)} END`).join(', ')})`)
const every = (rule: HandRule, language: 1 | 2): string => rule.conditions.map((c, i) => `${i + 1}) ${c[language]}`).join('; ')

/** What all four parts of the list have in common, in the order of the columns. */
const itemSql = (kind: string, basis: string, field: string, fen: string, settles: string, zh: string, en: string, row: string, where: string): string => `SELECT ${kind} AS item_key, '${basis.split(' ')[0]}' AS kind, '${basis.split(' ')[1]}' AS basis, measure, [measure] AS measures, period, unit AS entity, subject_id, household_id, place, township, ${field} AS field, ${fen} AS amount_fen, NULL::BIGINT AS amount_to_fen,
  ${settles}, ${zh} AS reason_zh, ${en} AS reason_en, ['一.1'] AS clauses, 'bureau' AS delivered_by, d.list_id, ${row} AS list_row, 'open' AS state, NULL::VARCHAR AS result FROM (SELECT *, amount_fen AS fen FROM determinations) d LEFT JOIN lists l ON l.list_id = d.list_id WHERE ${where}`
const listed = { zh: `'名单《' || ${titleSql} || '》第 ' || list_row || ' 行'`, en: `'The list "' || ${titleSql} || '", row ' || list_row || ''` }
const named = { zh: (r: HandRule): string => `“措施${r.id}”`, en: (r: HandRule): string => `"${r.id}"` }

const itemsSql = [
  itemSql("'owed:' || measure || ':2018:' || subject_id", 'owed not-delivered', 'NULL::VARCHAR', 'amount_fen', 'NULL::BIGINT AS settles_alone, NULL::BIGINT AS involved',
    `${byMeasure((r) => text(`符合${named.zh(r)}的全部条件:${every(r, 1)}。`))} || '2018期名单《' || ${titleSql} || '》覆盖本地,其中没有。' || coalesce('每期应得' || ${yuan} || '元。', '')`,
    `${byMeasure((r) => text(`Meets every condition of ${named.en(r)}: ${every(r, 2)}. `))} || 'The list "' || ${titleSql} || '" of 2018 covers this place and does not hold it.' || coalesce(' Due for the period: ' || ${yuan} || ' yuan.', '')`,
    'NULL::BIGINT', 'cell = 2'),
  itemSql("'lead:' || measure || ':2018:' || subject_id", 'lead not-eligible', 'NULL::VARCHAR', 'delivered_fen', 'NULL::BIGINT AS settles_alone, NULL::BIGINT AS involved',
    `${listed.zh} || ${byMeasure((r) => text(`显示已享受${named.zh(r)},但不符合条件:`))} || ${failing(1)} || '。这只是线索,请核查后由人决定。'`,
    `${listed.en} || ${byMeasure((r) => text(` shows ${named.en(r)} given, but a condition is not met: `))} || ${failing(2)} || '. This is a lead only: look into it; a person decides.'`, 'list_row', 'cell = 4'),
  itemSql("'verify:' || subject_id || ':match/' || d.list_id || '/' || list_row", 'verify unclear-row', "'match/' || d.list_id || '/' || list_row", 'amount_fen', "CAST(CASE WHEN eligible = 'undetermined' THEN 0 ELSE 1 END AS BIGINT) AS settles_alone, 1::BIGINT AS involved",
    `${listed.zh} || ${byMeasure((r) => text(`与此人相近,不能确认是否同一人(${named.zh(r)})。请核实。`))} || CASE WHEN eligible = 'undetermined' THEN '另缺事实,弄清是谁之后还定不了。' ELSE '' END`, `${listed.en} || ${byMeasure((r) => text(` resembles this subject, but it is not certain that it is the same one (${named.en(r)}). Find out.`))} || CASE WHEN eligible = 'undetermined' THEN ' Facts are missing too: it stays open even then.' ELSE '' END`, 'list_row', "delivered = 'possible-match'"),
  `SELECT item_key, 'verify', 'unknown-fact', CASE WHEN len(measures) = 1 THEN measures[1] END, measures, NULL, entity, subject_id, household_id, place, township, q.field, NULL, NULL, settles_alone, involved,
  '请核实' || CASE entity WHEN 'person' THEN '人' WHEN 'household' THEN '户' ELSE '村' END || '的“' || f.zh || '”(' || '没有登记' || ')。涉及' || array_to_string(list_transform(measures, m -> '措施' || m), '、') || CASE WHEN settles_alone = 0 THEN ';单凭这一项还定不了,等它的 ' || involved || ' 项都另缺别的事实,须一并核实。' ELSE ';单凭这一项可定 ' || settles_alone || ' 项,共有 ' || involved || ' 项在等它。' END,
  'Find out the ' || entity || '''s "' || f.en || '" (not recorded). Concerns ' || array_to_string(measures, ', ') || CASE WHEN settles_alone = 0 THEN '; this answer alone settles none: the ' || involved || ' that wait for it lack other facts as well; find them out together.' ELSE '; this answer alone settles ' || settles_alone || ', ' || involved || ' wait for it.' END,
  ['一.1'], CASE WHEN len(measures) = 1 THEN 'bureau' END, NULL, NULL, 'open', NULL FROM questions q JOIN fields f USING (field)`,
].join('\nUNION ALL ')

const strangersSql = `SELECT 'lead:' || measure || ':2018:list/' || u.list_id || '/' || list_row AS item_key, measure, period, place, left(place, 9) AS township, u.list_id, list_row,
  '名单《' || l.title || '》第 ' || list_row || ' 行(措施' || measure || ')在库内查无此人,' || reason || '。请核实是否应纳入,或名单有误。' AS reason_zh,
  'Row ' || list_row || ' of the list "' || l.title || '" (' || measure || ') names nobody in the register: ' || reason || '. Find out whether to take the person in, or whether the list is wrong.' AS reason_en,
  ['一.1'] AS clauses, 'bureau' AS delivered_by, 'open' AS state, NULL::VARCHAR AS result
FROM unmatched u JOIN lists l ON l.list_id = u.list_id WHERE candidate_id IS NULL`
