/** Measures: pack and snapshot in; determinations, work lists, indicators and explanations out. Touches no database server. */
export { writeWorkList, type WorkListOptions } from './worklist/write-work-list.ts'
export { readWorkResults, type ReadWorkResultsOptions, type WorkResult, type WorkResults } from './worklist/read-work-results.ts'
export type { WorkItemBasis, WorkListItem, WorkListName } from './worklist/work-list-item.ts'
