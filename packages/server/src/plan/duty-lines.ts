/** The cells of one row of a duty list as lines of text: what the page shows and the Word file says, word for word. */
import type { Language } from '@bangfu/kernel'
import type { Bilingual, CountLink, DutyRow, Target } from '../contract/index.ts'

export interface DutyLines {
  readonly number: string
  readonly clause: string
  readonly task: readonly string[]
  readonly roles: readonly string[]
  readonly targets: readonly string[]
  readonly today: readonly string[]
}

const words = {
  measures: { zh: '措施：', en: 'Measures: ' }, owed: { zh: '应享未享', en: 'due, not received' }, verify: { zh: '待核实', en: 'to verify' }, lead: { zh: '线索', en: 'leads' },
} as const satisfies Record<string, Bilingual>

/** "负责", or with the body from which it was taken over. */
export function roleLine({ name, through }: DutyRow['roles'][number]): Bilingual {
  return through ? { zh: `${name.zh}（承接${through.name.zh}）`, en: `${name.en} (taken over from ${through.name.en})` } : name
}

export function targetLine({ subject, asked, term }: Target): Bilingual {
  return { zh: `${subject.zh}：${asked.zh}${term ? `，${term.zh}` : ''}`, en: `${subject.en}: ${asked.en}${term ? `, ${term.en}` : ''}` }
}

export function obligationLine({ kindName, says }: DutyRow['obligations'][number]): Bilingual {
  return { zh: `${kindName.zh}：${says.zh}`, en: `${kindName.en}: ${says.en}` }
}

/** Open items by kind; kinds with none are left out. */
export function figureLines(figures: Readonly<Record<'owed' | 'verify' | 'lead', CountLink>> | null, language: Language): string[] {
  if (!figures) return []
  return (['owed', 'verify', 'lead'] as const).filter((key) => figures[key].count > 0).map((key) => `${words[key][language]} ${figures[key].count}`)
}

export function dutyLines(row: DutyRow, language: Language): DutyLines {
  const measures = row.measures.map((m) => m.name[language]).join(language === 'zh' ? '、' : ', ')
  return {
    number: String(row.number), clause: row.clause,
    task: [row.title[language], row.summary[language], ...(measures === '' ? [] : [`${words.measures[language]}${measures}`])],
    roles: row.roles.map((role) => roleLine(role)[language]),
    targets: [...row.targets.map((t) => targetLine(t)[language]), ...row.obligations.map((o) => obligationLine(o)[language])],
    today: [...row.targets.map((t) => t.now[language]), ...figureLines(row.figures, language)],
  }
}
