/** The reason of an item in words, as an SQL expression over a row of `items`: what the rule says, from the stored condition results. */
import type { SqlParameter } from '@bangfu/stages'
import type { CompiledMeasure } from './compiled-measure.ts'

type Language = 'zh' | 'en'

const phrases = {
  zh: {
    covers: (period: string, titles: string) => `${period} || '期名单《' || ${titles} || '》覆盖本地，其中没有。'`,
    due: ['每期应得', '至', '元。'],
    listed: '名单', between: '；',
    given: (name: string) => `显示已享受“${name}”，但不符合条件：`,
    lead: '。这只是线索，请核查后由人决定。', leadAfterConflict: '这只是线索，请核查后由人决定。',
    ask: '请核实', settles: ['；单凭这一项可定 ', ' 项，共有 ', ' 项在等它。'], settlesNone: ['；单凭这一项还定不了，等它的 ', ' 项都另缺别的事实，须一并核实。'], alsoOpen: '另缺事实，弄清之后还定不了。',
    meets: (name: string, conditions: string) => `符合“${name}”的全部条件：${conditions}。`,
  },
  en: {
    covers: (period: string, titles: string) => `'The list "' || ${titles} || '" of ' || ${period} || ' covers this place and does not hold it.'`,
    due: [' Due for the period: ', ' to ', ' yuan.'],
    listed: 'The list ', between: '; ',
    given: (name: string) => ` shows "${name}" given, but a condition is not met: `,
    lead: '. This is a lead only: look into it; a person decides.', leadAfterConflict: 'This is a lead only: look into it; a person decides.',
    ask: 'Find out ', settles: ['; this answer alone settles ', ', ', ' wait for it.'], settlesNone: ['; this answer alone settles none: the ', ' that wait for it lack other facts as well; find them out together.'], alsoOpen: ' Facts are missing too: it stays open even then.',
    meets: (name: string, conditions: string) => `Meets every condition of "${name}": ${conditions}. `,
  },
} as const

/** Fen as yuan with two digits. */
export const yuanSql = (fen: string): string => `(CASE WHEN ${fen} < 0 THEN '-' ELSE '' END || (abs(${fen}) // 100) || '.' || lpad(CAST(abs(${fen}) % 100 AS VARCHAR), 2, '0'))`

/** Texts of the measures become parameters; the expression picks them by measure. */
export class ReasonSql {
  readonly parameters: Record<string, SqlParameter> = {}
  readonly #measures: readonly CompiledMeasure[]
  constructor(measures: readonly CompiledMeasure[]) { this.#measures = measures }

  /** `i` is a row of `items`, with the words of its conflicts, if any. */
  reason(language: Language): string {
    const p = phrases[language]
    const words = `i.words_${language}`
    const conflict = `i.conflict_${language}`
    return `CASE i.basis
  WHEN 'not-delivered' THEN ${this.#byMeasure((m) => this.#text(p.meets(m.measure.name[language], m.conditions.map((x, k) => `${k + 1}) ${x[language]}`).join(p.between))))} || ${p.covers('i.period', words)} || ${amountSql(p.due)}
  WHEN 'not-eligible' THEN ${this.#text(p.listed)} || ${words} || ${this.#byMeasure((m) => this.#text(p.given(m.measure.name[language])))} || ${this.#failing(language)} || ${this.#text(p.lead)} || coalesce(${conflict}, '')
  WHEN 'conflict' THEN ${conflict} || ${this.#text(p.leadAfterConflict)}
  WHEN 'unclear-row' THEN ${words} || CASE WHEN i.settles_alone = 0 THEN ${this.#text(p.alsoOpen)} ELSE '' END
  ELSE ${this.#text(p.ask)} || ${words} || CASE WHEN i.settles_alone = 0 THEN ${this.#text(p.settlesNone[0])} || i.involved || ${this.#text(p.settlesNone[1])} ELSE ${this.#text(p.settles[0])} || i.settles_alone || ${this.#text(p.settles[1])} || i.involved || ${this.#text(p.settles[2])} END END`
  }

  #text(text: string): string {
    const name = `t${Object.keys(this.parameters).length}`
    this.parameters[name] = text
    return `$${name}`
  }

  #byMeasure(textOf: (measure: CompiledMeasure) => string): string {
    if (this.#measures.length === 0) return "''"
    return `CASE i.measure ${this.#measures.map((m) => `WHEN ${this.#text(m.id)} THEN ${textOf(m)}`).join(' ')} ELSE '' END`
  }

  /** The conditions that failed, by the letters stored with the determination. */
  #failing(language: Language): string {
    return this.#byMeasure((m) => `concat_ws(${this.#text(phrases[language].between)}, ${m.conditions.map((x, k) => `CASE WHEN substr(i.conditions, ${k + 1}, 1) = 'F' THEN ${this.#text(x[language])} END`).join(', ')})`)
  }
}

function amountSql([before, to, after]: readonly [string, string, string]): string {
  const [low, high] = [yuanSql('i.amount_fen'), yuanSql('i.amount_to_fen')]
  return `CASE WHEN i.amount_fen IS NULL THEN '' WHEN i.amount_to_fen IS NULL OR i.amount_to_fen = i.amount_fen THEN '${before}' || ${low} || '${after}' ELSE '${before}' || ${low} || '${to}' || ${high} || '${after}' END`
}
