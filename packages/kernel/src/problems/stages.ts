import type { ProblemDefinition } from './definition.ts'

/** Problems of `stages`, by stable code. */
export const stagesProblems = {
  'stages/failed': { status: 'fault', zh: '计算步骤“{stage}”失败：{reason}。没有写入结果；请把步骤名告诉管理员。步骤的 SQL：{sql}。', en: 'Stage "{stage}" failed: {reason}. No result was written; give the stage name to your administrator. SQL of the stage: {sql}.' },
  'stages/missing-parameter': { status: 'fault', zh: '计算步骤“{stage}”缺少参数 {parameter}。请补上该参数后再运行。', en: 'Stage "{stage}" lacks the parameter {parameter}. Supply it and run again.' },
  'stages/inexact-parameter': { status: 'fault', zh: '计算步骤“{stage}”的参数 {parameter} 不是整数。小数请以文本传入并在 SQL 中转换，以免失去精度。', en: 'Parameter {parameter} of stage "{stage}" is no whole number. Pass decimals as text and cast them in SQL, so that nothing is lost.' },
  'stages/unreadable-file': { status: 'invalid', zh: '文件 {file} 不能作为 Parquet 读取。请检查文件是否完整，必要时重新生成快照。', en: 'The file {file} cannot be read as Parquet. Check that it is complete, or make the snapshot again.' },
  'stages/missing-column': { status: 'invalid', zh: '文件 {file} 缺少列 {column}。请用当前版本重新生成快照。', en: 'The file {file} lacks the column {column}. Make the snapshot again with this version.' },
  'stages/out-of-memory': { status: 'unavailable', zh: '计算步骤“{stage}”超出内存上限 {limit} MB，临时文件夹也不够用。请提高上限或腾出磁盘空间。', en: 'Stage "{stage}" needs more than {limit} MB and the temporary folder did not suffice. Raise the limit or free disk space.' },
  'stages/unknown-stage': { status: 'fault', zh: '没有名为“{stage}”的计算步骤。现有步骤：{known}。', en: 'There is no stage "{stage}". Known stages: {known}.' },
} as const satisfies Record<string, ProblemDefinition>
