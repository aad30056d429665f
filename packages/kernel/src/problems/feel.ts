import type { ProblemDefinition } from './definition.ts'

const zh = '规则第 {line} 行第 {column} 字“{text}”：'
const en = 'Rule line {line}, character {column}, "{text}": '

/** A problem of the person who wrote the rule; the place comes first. */
function authored(zhRest: string, enRest: string): ProblemDefinition {
  return { status: 'invalid', zh: zh + zhRest, en: en + enRest }
}

/** Problems of `feel`, by stable code. Details: `line`, `column` (from 1, in characters), `start`, `end` (UTF-16), `text`. */
export const feelProblems = {
  'feel/empty': { status: 'invalid', zh: '规则是空的。请写出条件，例如 年龄 >= 16。', en: 'The rule is empty. Write a condition, for example: age >= 16.' },
  'feel/too-long': { status: 'invalid', zh: '规则超过 {limit} 个字符。请拆成几条规则，或把长名单改成参数。', en: 'The rule is longer than {limit} characters. Split it, or make the long list a parameter.' },
  'feel/too-deep': { status: 'invalid', zh: '规则的括号或嵌套超过 {limit} 层。请拆成几条规则。', en: 'The rule is nested more than {limit} levels deep. Split it.' },
  'feel/syntax': authored('这里读不懂，可能缺少一个值、运算符或括号，或引号没有成对。请对照 docs/feel.md 改写。', 'cannot be read; a value, an operator, a bracket or a quotation mark is missing or too many. See docs/feel.md.'),
  'feel/full-width-sign': authored('这是全角符号“{sign}”。请改用半角“{wanted}”。', 'this is the full-width sign "{sign}". Use "{wanted}".'),
  'feel/other-sign': authored('规则里不用“{sign}”。请改用“{wanted}”。', '"{sign}" is not a sign of this language. Use "{wanted}".'),
  'feel/not-supported': authored('规则里不能用“{what}”。请用 docs/feel.md 列出的写法。', '"{what}" may not be used in a rule. Use what docs/feel.md lists.'),
  'feel/null-literal': authored('规则里不能写 null：不知道不是一个值。要问某项是否已知，请写 known(名称)。', 'null may not be written: unknown is not a value. To ask whether something is known, write known(name).'),
  'feel/unknown-name': authored('没有这个名称。相近的有：{near}。', 'no such name. Near: {near}.'),
  'feel/unknown-function': authored('没有这个函数。相近的有：{near}。', 'no such function. Near: {near}.'),
  'feel/wrong-arguments': authored('括号里的内容不对，应写成 {usage}。', 'wrong arguments. Write {usage}.'),
  'feel/name-taken': authored('名称“{name}”已有别的含义。请换一个变量名，例如 m。', 'the name "{name}" already means something. Choose another variable name, for example m.'),
  'feel/not-a-value': authored('这是{what}，不是一个值。请写出要用的项，例如 {example}。', 'this is {what}, not a value. Name the item, for example {example}.'),
  'feel/wrong-type': authored('这里要{want}，得到的是{have}。', 'needs {want}, but is {have}.'),
  'feel/types-differ': authored('两边不能相比或相算：左边是{left}，右边是{right}。', 'the sides do not go together: {left} and {right}.'),
  'feel/days-against-months': authored('天数不能与年月相比相加：一年、一月的天数不一。请改写成日期相比，例如 脱贫日期 + duration("P1Y") <= 今日，或用 years and months duration(从, 到)。', 'days do not go with years and months: a month has no fixed number of days. Compare dates, for example exited_on + duration("P1Y") <= today, or use years and months duration(from, to).'),
  'feel/units-differ': authored('单位不合：{left} 与 {right}。请改用同一单位的项，或在方案包里给参数写明单位。', 'units do not go together: {left} and {right}. Use items of one unit, or state the unit of the parameter in the pack.'),
  'feel/no-order': authored('{type}没有大小之分。请用 =、!= 或 in (…) 逐个列出。', '{type} has no order. Use =, != or in (…) and list them.'),
  'feel/compare-list': authored('这一项可有多个值，不能直接比较。请写 "…" in {text}，或 list contains({text}, "…")。', 'this item may hold several values and cannot be compared. Write "…" in {text} or list contains({text}, "…").'),
  'feel/unknown-label': authored('“{label}”不在“{list}”的代码表里。可用：{near}。', '"{label}" is not in the code list "{list}". Known: {near}.'),
  'feel/bare-division': authored('除法必须写明如何取舍。请写 decimal(a / b, 2)、round half up(a / b, 2)、round down(a / b, 0) 等。', 'a division must say how it is rounded: decimal(a / b, 2), round half up(a / b, 2), round down(a / b, 0) and so on.'),
  'feel/bad-scale': authored('小数位数应是 0 到 {limit} 的整数，直接写出。', 'the number of decimals is a whole number from 0 to {limit}, written out.'),
  'feel/reversed-range': authored('范围的下限大于或等于上限，任何值都不在其中。请对调或改写。', 'the lower bound is not below the upper one, so nothing lies between. Swap or correct them.'),
  'feel/bad-number': authored('不是可用的数。请只写数字和小数点，最多 {limit} 位。', 'not a usable number: digits and a decimal point only, at most {limit} digits.'),
  'feel/bad-date': authored('不是有效日期。请写成 date("2018-06-30")。', 'not a date. Write date("2018-06-30").'),
  'feel/bad-duration': authored('不是可用的时长。请写成 duration("P1Y6M")（年月）或 duration("P30D")（天），两种不能混写。', 'not a usable duration. Write duration("P1Y6M") (years and months) or duration("P30D") (days), not both in one.'),
  'feel/too-many-digits': authored('这里的数可能达到 {digits} 位，超过 {limit} 位，无法精确计算。请先用 decimal(x, 2) 等减少位数，或少乘一项。', 'the number here may need {digits} digits, more than the {limit} that stay exact. Round a part first, with decimal(x, 2) for example, or multiply less.'),
  'feel/wrong-result': authored('整条规则应得出{want}，现在得出{have}。', 'the whole rule should give {want}, but gives {have}.'),
  'feel/result-too-fine': authored('结果有 {have} 位小数，应最多 {want} 位。请在外面加 decimal(…, {want}) 或其他取舍函数。', 'the result has {have} decimals, at most {want} are wanted. Put decimal(…, {want}) or another rounding function around it.'),
  'feel/no-binding': { status: 'fault', zh: '规则用到“{what}”，但生成查询时没有给出它的来源。请把编号 feel/no-binding 告诉管理员。', en: 'The rule uses {what}, but the query gives no source for it. Report feel/no-binding to your administrator.' },
  'feel/bad-prefix': { status: 'fault', zh: '查询参数前缀“{prefix}”只能是字母、数字和下划线，并以字母开头。', en: 'The prefix "{prefix}" of query parameters may hold only letters, digits and underscores, and starts with a letter.' },
  'feel/wrong-fact': { status: 'fault', zh: '规则要用的“{field}”在数据里的形式不对：应是{want}。没有改动数据；请把编号 feel/wrong-fact 告诉管理员。', en: 'The value of "{field}" given to the rule has the wrong form: {want} is needed. Nothing was changed; report feel/wrong-fact to your administrator.' },
} as const satisfies Record<string, ProblemDefinition>
