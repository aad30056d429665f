/** What a line looks like from outside: does it open with a clause number, end as a heading, end as an assignment of duties. */

const numbered = /^(第[〇零一二三四五六七八九十百\d]{1,5}(编|部分|篇|章|节|条|款)|(?:[一二三四五六七八九十]{1,3}|[壹贰叁肆伍陆柒捌玖拾]{1,2})[、.:]|[(〔[][一二三四五六七八九十\d]{1,3}[)〕\]]|[一二三四五六七八九十]{1,3}\)|\d{1,3}([.、)]|\.\d{1,2}[.、]?)(?!\d{1,4}[万亿%])|\d{1,2} [\u4e00-\u9fff]|[一二三四五六七八九十]{1,2} [\u4e00-\u9fff]|[A-Ha-h][.、)]|(?:任务|措施|举措|行动|工程|目标|项目|事项|专项)[一二三四五六七八九十\d]{1,3}[:、.]|[①-⑳㈠-㈩⑴-⒇⒈-⒛]|[一二三四五六七八九十]是)/

/** Whether the line opens with something that may be a clause number. */
export function startsNumbered(line: string): boolean {
  return numbered.test(line.slice(0, 12))
}

/** Opens with a label of its own (责任单位:, 完成时限:). */
export function startsLabelled(line: string): boolean {
  return /^[((【[〔]?[\p{Script=Han}]{1,8}:/u.test(line.slice(0, 12))
}

/** Ends as titles of plans and notices do, a bracket with years or 试行 allowed behind. */
export const documentTitle = /(方案|分解|分工|规划|计划|意见|通知|办法|细则|要点|纲要|决定|安排|措施|规定|条例|部署|清单|建议|报告|任务书)(\([^()]{1,16}\))?》?$/

/** A short line without sentence marks inside: a title or a heading, which no sentence runs on from. */
export function endsLikeHeading(line: string): boolean {
  if (line.length <= 70 && !/[。;!?]/.test(line) && documentTitle.test(line)) return true
  return line.length <= 45 && !/[。;!?]/.test(line) && !/[,、的和与及]$/.test(line) && (startsNumbered(line) || line.length <= 30)
}

const assignment = /(负责|配合|牵头|参与|协助|支持|负总责|主体责任|按职责分工负责|分工负责|等)[))\]】]?$/

/** Ends with a word that hands out work: such a line is complete without a stop. */
export function endsWithAssignment(line: string): boolean {
  return assignment.test(line.slice(-12))
}
