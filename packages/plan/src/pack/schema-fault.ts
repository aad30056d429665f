/** A schema issue as a pack fault with file and line, said in both languages. */
import type { z } from 'zod'
import { problemData, type ProblemData } from '@bangfu/kernel'
import type { PackSource } from './pack-source.ts'

type Issue = z.core.$ZodIssue

function describe(issue: Issue): { zh: string; en: string } {
  switch (issue.code) {
    case 'invalid_type':
      return issue.input === undefined
        ? { zh: `缺少必填项（应为 ${issue.expected}）`, en: `a required value is missing (${issue.expected})` }
        : { zh: `类型不对，应为 ${issue.expected}；数字和日期请加引号`, en: `wrong type, ${issue.expected} is needed; quote numbers and dates` }
    case 'unrecognized_keys':
      return { zh: `有不认识的项 ${issue.keys.join('、')}`, en: `unknown keys ${issue.keys.join(', ')}` }
    case 'invalid_value':
      return { zh: `只能是 ${issue.values.join('、')} 之一`, en: `one of ${issue.values.join(', ')} is needed` }
    case 'too_small':
      return { zh: `太少，至少 ${issue.minimum}`, en: `too small, at least ${issue.minimum}` }
    case 'too_big':
      return { zh: `太多，至多 ${issue.maximum}`, en: `too big, at most ${issue.maximum}` }
    default:
      return { zh: `不符合格式（${issue.message}）`, en: issue.message }
  }
}

/** Faults of a value against its schema; `input` of an issue is filled in from the source, since zod omits it. */
export function schemaFaults(source: PackSource, error: z.ZodError): ProblemData[] {
  return error.issues.map((issue) => {
    const path = issue.path.filter((p): p is string | number => typeof p !== 'symbol')
    const input = path.reduce<unknown>((value, key) => (value as Record<string | number, unknown> | undefined)?.[key], source.value)
    const { zh, en } = describe({ ...issue, input } as Issue)
    return problemData('plan/pack-schema', { file: source.file, line: source.lineOf(path), at: path.join('.') || '(file)', what: `${zh} / ${en}` })
  })
}
