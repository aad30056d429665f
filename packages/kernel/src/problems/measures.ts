import type { ProblemDefinition } from './definition.ts'

/** Problems of `measures`, by stable code. */
export const measuresProblems = {
  'measures/no-snapshot': { status: 'missing', zh: '文件夹 {folder} 里没有快照（缺 manifest.json）。请先生成快照。', en: 'There is no snapshot in {folder} (manifest.json is missing). Make a snapshot first.' },
  'measures/no-run': { status: 'missing', zh: '文件夹 {folder} 里没有核算结果（缺 manifest.json）。请先核算。', en: 'There is no finished run in {folder} (manifest.json is missing). Run first.' },
  'measures/bad-manifest': { status: 'invalid', zh: '快照说明文件 {file} 读不懂，或不是本程序的格式。请重新生成快照。', en: 'The snapshot manifest {file} cannot be read or has another format. Make the snapshot again.' },
  'measures/duplicate-subject': { status: 'invalid', zh: '快照的 {table} 表有 {count} 行编号重复或为空，不能核算。请在名册中合并或更正后重新生成快照。', en: 'Table {table} of the snapshot has {count} rows with a repeated or empty id. Correct the register and make the snapshot again.' },
  'measures/rule-refused': { status: 'invalid', zh: '措施 {measure} 的{part}不能执行：{zh} 请改正方案包后重试。', en: 'The {partEn} of measure {measure} cannot be run: {en} Correct the pack and try again.' },
  'measures/amount-unrounded': { status: 'invalid', zh: '措施 {measure} 的{part}可能出现 {scale} 位小数，而金额只到分。请在规则中写明取舍方法，保留两位小数。', en: 'The {partEn} of measure {measure} may have {scale} digits after the point, but money ends at the fen. State the rounding in the rule, to two digits.' },
  'measures/conflict-units': { status: 'invalid', zh: '措施 {measure} 与 {other} 声明互斥，但对象不同（{unit}、{otherUnit}），无法对照。请改为同类对象，或人与户。', en: 'Measures {measure} and {other} exclude each other, but are given to different units ({unit}, {otherUnit}) that cannot be compared. Use the same unit, or person and household.' },
  'measures/conflict-unknown': { status: 'invalid', zh: '措施 {measure} 与 {other} 声明互斥，但方案包里没有 {other}。请补上该措施或删去这一条。', en: 'Measure {measure} excludes {other}, which the pack does not have. Add that measure or remove the line.' },
  'measures/target-refused': { status: 'invalid', zh: '目标 {target} 的计数条件不能执行：{zh} 请改正方案包后重试。', en: 'The count of target {target} cannot be run: {en} Correct the pack and try again.' },
  'measures/as-of-differs': { status: 'invalid', zh: '核算日期 {asOf} 与快照日期 {snapshot} 不同，年龄等事实会算错。请按快照的日期核算，或按该日期重新生成快照。', en: 'The day {asOf} is not the day the snapshot is true of ({snapshot}); ages and other facts would be wrong. Run for the day of the snapshot, or make a snapshot of that day.' },
  'measures/unknown-measure': { status: 'missing', zh: '方案包里没有措施 {measure}。现有：{known}。', en: 'The pack has no measure {measure}. It has: {known}.' },
  'measures/unknown-subject': { status: 'missing', zh: '快照里没有编号为 {subject} 的{unit}。请检查编号，或用最新快照。', en: 'The snapshot has no {unit} {subject}. Check the id, or use the latest snapshot.' },
  'measures/not-in-force': { status: 'conflict', zh: '措施 {measure} 在 {asOf} 不在执行期（{from} 至 {until}）内，没有核定结果。', en: 'Measure {measure} is not in force on {asOf} (it runs from {from} to {until}), so there is no determination.' },
  'measures/work-list-unreadable': { status: 'invalid', zh: '交回的文件不是能打开的 Excel 工作簿（.xlsx）。请另存为 .xlsx 后再交。', en: 'The file handed back is no Excel workbook that can be opened (.xlsx). Save it as .xlsx and hand it in again.' },
  'measures/work-list-empty': { status: 'invalid', zh: '文件里没有找到“条目编号”一列，不像是本系统发出的清单。请用下载的清单填写，不要删去表头。', en: 'No column "Item key" was found, so this does not look like a list of ours. Fill in the list that was downloaded and keep its header row.' },
  'measures/work-list-no-result-column': { status: 'invalid', zh: '工作表“{sheet}”没有“结果”一列，整张表没有读取。请恢复该列后再交。', en: 'Sheet "{sheet}" has no "Result" column; nothing was read from it. Restore the column and hand it in again.' },
  'measures/work-list-key-missing': { status: 'invalid', zh: '工作表“{sheet}”第 {row} 行填了结果“{result}”，但没有条目编号，不知道是哪一条。请从原清单补回编号。', en: 'Row {row} of sheet "{sheet}" has the result "{result}" but no item key, so nobody knows which item it is. Put the key back from the original list.' },
  'measures/work-list-key-unknown': { status: 'invalid', zh: '工作表“{sheet}”第 {row} 行的条目编号被改动，或不属于这份清单。请从原清单补回编号。', en: 'The item key in row {row} of sheet "{sheet}" was changed or does not belong to this list. Put the key back from the original list.' },
  'measures/work-list-key-twice': { status: 'invalid', zh: '工作表“{sheet}”第 {row} 行与第 {other} 行是同一条目，结果却不同。请只留一行。', en: 'Rows {row} and {other} of sheet "{sheet}" are the same item with different results. Keep one of them.' },
  'measures/work-list-result-unknown': { status: 'invalid', zh: '工作表“{sheet}”第 {row} 行的结果“{result}”不在可选范围内。可填：{allowed}。', en: 'The result "{result}" in row {row} of sheet "{sheet}" is not one of those allowed: {allowed}.' },
  'measures/work-list-answer-missing': { status: 'invalid', zh: '工作表“{sheet}”第 {row} 行填了“已核实”，却没有填核实到的值。请在“核实值”列填写：{allowed}。', en: 'Row {row} of sheet "{sheet}" says answered but gives no value. Fill in the column "Answer": {allowed}.' },
  'measures/work-list-answer-bad': { status: 'invalid', zh: '工作表“{sheet}”第 {row} 行的核实值不能作为“{field}”：应为{allowed}。', en: 'The answer in row {row} of sheet "{sheet}" is no value of "{field}": it needs {allowed}.' },
  'measures/work-list-row-changed': { status: 'invalid', zh: '工作表“{sheet}”第 {row} 行的姓名、编号或事项与条目编号不符（{column}），可能是排序时错行。请核对后改正。', en: 'The {column} in row {row} of sheet "{sheet}" does not belong to its item key; the rows may have shifted when sorting. Compare and correct it.' },
} as const satisfies Record<string, ProblemDefinition>
