import type { ProblemDefinition } from './definition.ts'

/** Problems of `kernel`, by stable code. */
export const kernelProblems = {
  'kernel/bad-date': { status: 'invalid', zh: '“{value}”不是有效日期。请写成 2018-06-30 的样式。', en: '"{value}" is not a date. Write it as 2018-06-30.' },
  'kernel/bad-decimal': { status: 'invalid', zh: '“{value}”不是数字。请只写数字和小数点。', en: '"{value}" is not a number. Use digits and a decimal point only.' },
  'kernel/bad-division-code': { status: 'invalid', zh: '“{value}”不是行政区划代码：应为 2、4、6、9 或 12 位数字。', en: '"{value}" is not a division code: 2, 4, 6, 9 or 12 digits are needed.' },
  'kernel/internal': { status: 'fault', zh: '程序内部出错，编号 {reference}。数据没有改动；请把编号告诉管理员。', en: 'Internal error, reference {reference}. Nothing was changed; give the reference to your administrator.' },
} as const satisfies Record<string, ProblemDefinition>
