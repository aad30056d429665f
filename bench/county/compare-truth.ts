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
    // One table of names for all kinds of subjects: their ids differ, and the join stays a plain one.
    await duck.all(`CREATE TABLE subject AS
      SELECT id, id_number AS subject FROM read_csv(${quoteText(`${folder}/numbers.csv`)}, header = false, columns = {'id': 'VARCHAR', 'id_number': 'VARCHAR'})
      UNION ALL SELECT household_id, household_no FROM ${parquet('snapshot/households.parquet')}
      UNION ALL SELECT village_id, place FROM ${parquet('snapshot/villages.parquet')} UNION ALL SELECT facility_id, facility_name FROM ${parquet('snapshot/facilities.parquet')}`)
    await duck.all(`CREATE TABLE found AS
      SELECT d.measure, s.subject, d.eligible || '|' || d.delivered AS answer FROM ${parquet('run/determinations/*.parquet')} d JOIN subject s ON s.id = d.subject_id`)
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
