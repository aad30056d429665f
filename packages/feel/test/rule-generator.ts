/** Writes random, mostly valid rules as text, of every kind of expression, so that parser, checker and both back ends are all in the test. */
import type { EntityKey, UnitOfMeasure } from '@bangfu/kernel'
import type { RuleScope } from '../src/index.ts'
import type { Random } from './random.ts'

type NumberUnit = UnitOfMeasure | 'none'

/** Parameters of the generated rules. */
export const parameters: RuleScope['parameters'] = {
  标准: { type: { kind: 'number', scale: 2, unit: 'yuan' }, en: 'standard_amount' },
  比例: { type: { kind: 'number', scale: 4 }, en: 'share' },
  百分比: { type: { kind: 'number', scale: 2, unit: 'percent' }, en: 'percentage' },
  年限: { type: { kind: 'number', scale: 0, unit: 'year' }, en: 'years_needed' },
  截止日: { type: { kind: 'date' }, en: 'deadline' },
  重病: { type: { kind: 'list', of: { kind: 'code', list: 'health' } }, en: 'grave' },
  等级表: { type: { kind: 'list', of: { kind: 'code', list: 'disability_grade' } }, en: 'grades' },
  校名: { type: { kind: 'list', of: { kind: 'text' } }, en: 'schools' },
}

interface Fields { readonly number: Partial<Record<NumberUnit, readonly string[]>>; readonly boolean: readonly string[]; readonly date: readonly string[]; readonly text: readonly string[]; readonly code: Readonly<Record<string, string>>; readonly codes: readonly string[] }

const person: Fields = {
  number: { year: ['年龄', 'age'], month: ['务工时间', '劳动合同期限', 'months of work'] },
  boolean: ['持残疾证', '享受低保', '特困供养', 'in resident pension'],
  date: ['出生日期', '劳动合同开始日期'],
  text: ['就读学校', '民族'],
  code: { 残疾等级: '一级,二级,三级,四级', 性别: '男,女', 劳动技能: '无劳动力,普通劳动力' },
  codes: ['健康状况'],
}
const household: Fields = {
  number: { yuan: ['人均纯收入', '家庭纯收入', '转移性收入'], 'square-metre': ['住房面积'], person: ['家庭人口'], none: ['计划脱贫年度'] },
  boolean: ['饮水安全', '危房户'],
  date: ['脱贫日期'],
  text: [],
  code: { 危房级别: 'A级,B级,C级,D级', 脱贫标志: '未脱贫,脱贫,返贫' },
  codes: [],
}
const village: Fields = { number: { yuan: ['村集体经济收入'], person: ['总人口'], household: ['总户数'] }, boolean: ['贫困村'], date: [], text: [], code: {}, codes: [] }

/** Where fields may be read at one place of a rule. */
interface Place { readonly prefix: string; readonly fields: Fields }

export class RuleGenerator {
  readonly #random: Random
  readonly #unit: EntityKey
  readonly #allowKnown: boolean
  #variables = 0

  constructor(random: Random, unit: 'person' | 'household', allowKnown: boolean) {
    this.#random = random
    this.#unit = unit
    this.#allowKnown = allowKnown
  }

  /** A rule of any type. */
  rule(): string {
    const depth = 1 + this.#random.below(3)
    return this.#one([
      () => this.#boolean(this.#outside(), depth), () => this.#boolean(this.#outside(), depth), () => this.#boolean(this.#outside(), depth),
      () => this.#number(this.#outside(), depth, 'yuan'), () => this.#number(this.#outside(), depth, 'year'), () => this.#date(this.#outside(), depth),
      () => this.#duration(this.#outside(), depth, 'months'), () => this.#duration(this.#outside(), depth, 'days'),
      () => `[${this.#number(this.#outside(), depth - 1, 'yuan')}, ${this.#number(this.#outside(), depth - 1, 'yuan')}]`,
    ])
  }

  #one<T>(makers: readonly (() => T)[]): T {
    return this.#random.pick(makers)()
  }

  #outside(): readonly Place[] {
    const own = this.#unit === 'person' ? [{ prefix: '', fields: person }, { prefix: '户.', fields: household }] : [{ prefix: '', fields: household }]
    return [...own, { prefix: '村.', fields: village }]
  }

  #members(): string {
    return this.#unit === 'person' ? '户.成员' : '成员'
  }

  #fact(places: readonly Place[], of: (fields: Fields) => readonly string[]): string | undefined {
    const names = places.flatMap(({ prefix, fields }) => of(fields).map((name) => prefix + name))
    return names.length ? this.#random.pick(names) : undefined
  }

  #boolean(places: readonly Place[], depth: number): string {
    const fact = (): string => this.#fact(places, (f) => f.boolean) ?? this.#number(places, 0, 'year') + ' > 16'
    if (depth <= 0) return this.#one([fact, fact, () => this.#comparison(places, 0)])
    const inner = (): string => `(${this.#boolean(places, depth - 1)})`
    return this.#one([
      fact, () => `${inner()} and ${inner()}`, () => `${inner()} or ${inner()}`, () => `not(${inner()})`, () => `(if ${inner()} then ${inner()} else ${inner()})`,
      () => `${inner()} = ${inner()}`, () => this.#comparison(places, depth - 1), () => this.#comparison(places, depth - 1), () => this.#range(places, depth - 1),
      () => this.#membership(places, depth - 1), () => this.#textTest(places), () => this.#quantified(places, depth - 1), () => this.#quantified(places, depth - 1),
      ...(this.#allowKnown ? [() => `known(${this.#one([() => this.#number(places, depth - 1, 'yuan'), inner, () => this.#date(places, depth - 1), () => `[${this.#number(places, 0, 'yuan')}, 3]`])})`] : []),
    ])
  }

  #comparison(places: readonly Place[], depth: number): string {
    const operator = this.#random.pick(['=', '!=', '<', '<=', '>', '>='])
    const equality = this.#random.pick(['=', '!='])
    return this.#one([
      () => this.#one([() => `count(${this.#over(places, depth).text}) ${operator} ${this.#random.below(4)}`, () => `${this.#part(places, depth)} ${operator} ${this.#random.below(30)}`]),
      () => { const unit = this.#numberUnit(places); return `${this.#number(places, depth, unit)} ${operator} ${this.#number(places, depth, unit)}` },
      () => `${this.#date(places, depth)} ${operator} ${this.#date(places, depth)}`,
      () => { const of = this.#random.pick(['months', 'days'] as const); return `${this.#duration(places, depth, of)} ${operator} ${this.#duration(places, depth, of)}` },
      () => this.#withCode(places, (name, labels) => `${name} ${equality} ${this.#random.chance(0.2) ? `(if ${this.#boolean(places, 0)} then "${this.#random.pick(labels)}" else "${this.#random.pick(labels)}")` : `"${this.#random.pick(labels)}"`}`),
    ])
  }

  #withCode(places: readonly Place[], write: (name: string, labels: readonly string[]) => string): string {
    const all = places.flatMap(({ prefix, fields }) => Object.entries(fields.code).map(([name, labels]) => [prefix + name, labels] as const))
    const [name, labels] = this.#random.pick(all)
    return write(name, labels.split(','))
  }

  #range(places: readonly Place[], depth: number): string {
    const unit = this.#numberUnit(places)
    const [value, low, high] = [this.#number(places, depth, unit), this.#number(places, 0, unit), this.#number(places, 0, unit)]
    return this.#one([
      () => `${value} between ${low} and ${high}`,
      () => `${value} in ${this.#random.pick(['[', '('])}${low}..${high}${this.#random.pick([']', ')'])}`,
      () => `${value} in (${low}, ${high}, > 3)`,
      () => `${this.#date(places, depth)} between ${this.#date(places, 0)} and ${this.#date(places, 0)}`,
      () => `${value} in [${low}, ${high}]`,
    ])
  }

  #membership(places: readonly Place[], depth: number): string {
    const labels = ['健康', '长期慢性病', '残疾']
    const list = this.#fact(places, (f) => f.codes)
    const text = this.#fact(places, (f) => f.text)
    return this.#one([
      () => this.#withCode(places, (name, all) => `${name} in ("${this.#random.pick(all)}", "${this.#random.pick(all)}")`),
      () => (list ? `"${this.#random.pick(labels)}" in ${list}` : this.#comparison(places, depth)),
      () => (list ? `list contains(${list}, "${this.#random.pick(labels)}")` : this.#comparison(places, depth)),
      () => `"${this.#random.pick(labels)}" in 参数.重病`,
      () => (list ? `count(${list}) > ${this.#random.below(3)}` : this.#comparison(places, depth)),
      () => (places.some((p) => '残疾等级' in p.fields.code) ? `${places.find((p) => '残疾等级' in p.fields.code)!.prefix}残疾等级 in 参数.等级表` : this.#comparison(places, depth)),
      () => (text ? `${text} in 参数.校名` : this.#comparison(places, depth)),
      () => (text ? `list contains(["一小", ${text}], ${this.#fact(places, (f) => f.text)!})` : this.#comparison(places, depth)),
      () => this.#overEntries(places, list),
      () => `some x in [${this.#number(places, 0, 'yuan')}, ${this.#number(places, 0, 'yuan')}] satisfies x > 参数.标准`,
    ])
  }

  /** Over the entries of a list that a fact or parameter holds. */
  #overEntries(places: readonly Place[], list: string | undefined): string {
    const variable = `w${(this.#variables += 1)}`
    const over = list && this.#random.chance(0.6) ? list : '参数.重病'
    const test = this.#one([() => `${variable} in 参数.重病`, () => `${variable} = "残疾"`, () => `${variable} != "健康" and ${this.#boolean(places, 0)}`, () => (list ? `${variable} in ${list}` : `${variable} = "健康"`)])
    return `(${this.#random.pick(['some', 'every'])} ${variable} in ${over} satisfies ${test})`
  }

  #textTest(places: readonly Place[]): string {
    const text = this.#fact(places, (f) => f.text)
    if (!text) return this.#boolean(places, 0)
    const part = this.#one([() => '"小"', () => '"一"', () => this.#fact(places, (f) => f.text)!])
    return `${this.#random.pick(['contains', 'starts with', 'ends with'])}(${text}, ${part})`
  }

  /** The members, perhaps filtered, and the place inside `for` or `satisfies`. */
  #over(places: readonly Place[], depth: number): { readonly text: string; readonly variable: string; readonly inside: readonly Place[] } {
    const variable = `v${(this.#variables += 1)}`
    const filter = this.#random.chance(0.5) ? `[${this.#boolean([{ prefix: this.#random.pick(['', 'item.']), fields: person }], Math.min(depth, 1))}]` : ''
    const outer = places.filter((place) => place.prefix !== '' || this.#unit === 'household')
    return { text: this.#members() + filter, variable, inside: [{ prefix: `${variable}.`, fields: person }, ...(this.#random.chance(0.3) ? outer : [])] }
  }

  #quantified(places: readonly Place[], depth: number): string {
    const { text, variable, inside } = this.#over(places, depth)
    return `(${this.#random.pick(['some', 'every'])} ${variable} in ${text} satisfies ${this.#boolean(inside, Math.min(depth, 1))})`
  }

  #numberUnit(places: readonly Place[]): NumberUnit {
    const units = places.flatMap(({ fields }) => Object.keys(fields.number) as NumberUnit[])
    return this.#random.pick([...units, 'yuan', 'year'])
  }

  #written(): string {
    return this.#random.pick(['0', '1', '3', '16', '100', '0.5', '2.25', '3000', '2999.99', '-1', '-2.5'])
  }

  #number(places: readonly Place[], depth: number, unit: NumberUnit): string {
    const leaf = (): string => {
      const named = { yuan: '参数.标准', year: '参数.年限' }[unit as string]
      const found = this.#fact(places, (f) => f.number[unit] ?? [])
      return this.#one([() => found ?? this.#written(), () => found ?? named ?? this.#written(), () => this.#written(), () => named ?? this.#written()])
    }
    if (depth <= 0) return leaf()
    const inner = (): string => `(${this.#number(places, depth - 1, unit)})`
    const rounding = this.#random.pick(['decimal', 'round half up', 'round half down', 'round up', 'round down', 'floor', 'ceiling'])
    return this.#one([
      leaf, () => `${inner()} + ${inner()}`, () => `${inner()} - ${inner()}`, () => `${inner()} * ${this.#one([() => this.#written(), () => '参数.比例'])}`, () => `-${inner()}`, () => `abs(${inner()})`,
      () => `${rounding}(${inner()} / ${this.#one([() => this.#written(), () => '参数.比例', () => '家庭人口'.padStart(this.#unit === 'person' ? 6 : 4, '户.')])}, ${this.#random.below(4)})`,
      () => `${rounding}(${leaf()} / 3 + ${leaf()} / 参数.比例, ${this.#random.below(3)})`,
      () => `${rounding}(${inner()}, ${this.#random.below(3)})`, () => `${rounding}(${leaf()} * 参数.百分比 / 100, 2)`,
      () => `(if ${this.#boolean(places, depth - 1)} then ${inner()} else ${inner()})`, () => `${this.#random.pick(['min', 'max', 'sum'])}(${inner()}, ${inner()}, ${leaf()})`,
      () => (unit === 'person' ? `count(${this.#over(places, depth - 1).text})` : unit === 'none' ? this.#part(places, depth - 1) : leaf()),
      () => this.#overMembers(places, depth - 1, unit),
    ])
  }

  #part(places: readonly Place[], depth: number): string {
    return this.#one([() => `(${this.#date(places, depth)}).${this.#random.pick(['year', 'month', 'day'])}`, () => `(${this.#duration(places, Math.max(depth, 1), 'months')}).${this.#random.pick(['years', 'months'])}`, () => `(${this.#duration(places, Math.max(depth, 1), 'days')}).days`])
  }

  #overMembers(places: readonly Place[], depth: number, unit: NumberUnit): string {
    const { text, variable, inside } = this.#over(places, depth)
    if (unit !== 'year' && unit !== 'month' && unit !== 'yuan') return this.#written()
    const operator = this.#random.pick(['sum', 'min', 'max'])
    if (this.#random.chance(0.3) && unit !== 'yuan') return `${operator}(${text}.${unit === 'year' ? '年龄' : '务工时间'})`
    return `${operator}(for ${variable} in ${text} return ${this.#number(inside, Math.min(depth, 1), unit)})`
  }

  #date(places: readonly Place[], depth: number): string {
    const leaf = (): string => this.#one([() => this.#fact(places, (f) => f.date) ?? '今日', () => '今日', () => '参数.截止日', () => 'date("2018-02-28")', () => '@"2000-02-29"'])
    if (depth <= 0) return leaf()
    const inner = (): string => `(${this.#date(places, depth - 1)})`
    return this.#one([
      leaf, () => `${inner()} ${this.#random.pick(['+', '-'])} (${this.#duration(places, depth - 1, this.#random.pick(['months', 'days']))})`, () => `date(${this.#fact(places, (f) => f.number.none ?? []) ?? '2018'}, ${1 + this.#random.below(12)}, 1)`,
      () => `date(${inner()}.year, 2, 28)`, () => `(if ${this.#boolean(places, depth - 1)} then ${inner()} else ${inner()})`, () => `${this.#random.pick(['min', 'max'])}(${inner()}, ${leaf()})`,
      () => `${this.#random.pick(['min', 'max'])}(${this.#over(places, 0).text}.出生日期)`,
    ])
  }

  #duration(places: readonly Place[], depth: number, of: 'months' | 'days'): string {
    const written = (): string => `duration("${of === 'months' ? this.#random.pick(['P3Y', 'P6M', 'P1Y6M', '-P1M', 'P0M', 'P9000Y']) : this.#random.pick(['P30D', '-P1D', 'P0D', 'P3000000D'])}")`
    if (depth <= 0) return written()
    const inner = (): string => `(${this.#duration(places, depth - 1, of)})`
    return this.#one([
      written, () => `${inner()} ${this.#random.pick(['+', '-'])} ${inner()}`, () => `${inner()} * ${this.#fact(places, (f) => f.number.month ?? []) ?? '-3'}`, () => `abs(${inner()})`, () => `-${inner()}`,
      () => (of === 'days' ? `((${this.#date(places, depth - 1)}) - (${this.#date(places, depth - 1)}))` : `years and months duration(${this.#date(places, depth - 1)}, ${this.#date(places, depth - 1)})`),
    ])
  }
}
