/** A moment of a column (timestamptz) as ISO 8601 text in UTC with milliseconds, as SQL; for rows that leave as they are read. */
export const instantSql = (column: string): string => `to_char(${column} at time zone 'utc', 'YYYY-MM-DD"T"HH24:MI:SS.MS"Z"')`
