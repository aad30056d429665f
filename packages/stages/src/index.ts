/** Stages: named SQL over Parquet on DuckDB. Knows neither packs nor registers. */
export * from './database.ts'
export { openDuckDb, type DuckDbOptions } from './open-duck-db.ts'
export { runStages, type Stage, type StageReport, type StageRunOptions } from './run-stages.ts'
export { copyToCsvSql, copyToParquetSql, parquetViewSql, readParquet, readParquetSql, writeParquet } from './parquet.ts'
export { quoteName, quoteText } from './sql-name.ts'
