/** Compares a run's determinations with the truth that the demo decided by its own hand, kind by kind. Judges nothing. */
import { openDuckDb, quoteText } from '@bangfu/stages'

export interface TruthLine {
  readonly measure: string
  readonly plant: string
  /** eligible|delivered, as the demo says. */
  readonly expected: string
  readonly right: number
  readonly wrong: number
  /** One of the wrong answers. */
  readonly sample: string | null
}

export interface TruthComparison {
  readonly lines: readonly TruthLine[]
  /** Said to be owed help (eligible, not delivered) though the truth says otherwise. */
  readonly falselyOwed: number
  /** Said to have help without being eligible though the truth says otherwise. */
  readonly falselySuspected: number
}

/** `folder` holds files/truth.csv, numbers.csv (subject, id number), snapshot/ and run/ of one county. */
export async function compareTruth(folder: string): Promise<TruthComparison> {
  const duck = await openDuckDb({ memoryLimitMb: 1000, threads: 2, tempDir: `${folder}/duck` })
  const parquet = (name: string): string => `read_parquet(${quoteText(`${folder}/${name}`)})`
  try {
    await duck.all(`CREATE TABLE found AS
      SELECT d.measure, coalesce(p.id_number, h.household_no, v.place, f.facility_name) AS subject, d.eligible || '|' || d.delivered AS answer
      FROM ${parquet('run/determinations/*.parquet')} d
      LEFT JOIN read_csv(${quoteText(`${folder}/numbers.csv`)}, header = false, columns = {'id': 'VARCHAR', 'id_number': 'VARCHAR'}) p ON p.id = d.subject_id
      LEFT JOIN ${parquet('snapshot/households.parquet')} h ON d.unit = 'household' AND h.household_id = d.subject_id
      LEFT JOIN ${parquet('snapshot/villages.parquet')} v ON d.unit = 'village' AND v.village_id = d.subject_id
      LEFT JOIN ${parquet('snapshot/facilities.parquet')} f ON d.unit = 'facility' AND f.facility_id = d.subject_id`)
    await duck.all(`CREATE TABLE truth AS
      SELECT measure, subject, plant, eligible || '|' || replace(delivered, 'possible', 'possible-match') AS expected FROM read_csv(${quoteText(`${folder}/files/truth.csv`)}, header = true, all_varchar = true)`)
    const lines = await duck.all<{ measure: string; plant: string; expected: string; right: bigint; wrong: bigint; sample: string | null }>(`
      SELECT t.measure, t.plant, t.expected, count(*) FILTER (WHERE f.answer IS NOT DISTINCT FROM t.expected) AS "right", count(*) FILTER (WHERE f.answer IS DISTINCT FROM t.expected) AS wrong,
        min(coalesce(f.answer, 'nothing')) FILTER (WHERE f.answer IS DISTINCT FROM t.expected) AS sample
      FROM truth t LEFT JOIN found f USING (measure, subject) GROUP BY ALL ORDER BY 1, 2, 3`)
    const [wrongly] = await duck.all<{ owed: bigint; suspected: bigint }>(`
      SELECT count(*) FILTER (WHERE f.answer = 'yes|no') AS owed, count(*) FILTER (WHERE f.answer = 'no|yes') AS suspected
      FROM found f LEFT JOIN truth t USING (measure, subject)
      WHERE f.measure IN (SELECT measure FROM truth) AND f.answer IS DISTINCT FROM t.expected`)
    return { lines: lines.map((l) => ({ ...l, right: Number(l.right), wrong: Number(l.wrong) })), falselyOwed: Number(wrongly!.owed), falselySuspected: Number(wrongly!.suspected) }
  } finally {
    duck.close()
  }
}
