/** Register: the system of record in PostgreSQL. Actions, statements, imports, search, snapshots, work lists. Knows no policy. */
export * from './mapped-table.ts'
export { startEmbeddedPostgres, type EmbeddedOptions, type EmbeddedPostgres } from './postgres/embedded.ts'
