/** A body's duty list (责任清单) as a Word file: A4, head with body, plan and day, page numbers, one table a section whose head repeats. */
import { AlignmentType, Document, Footer, Header, HeadingLevel, Packer, PageNumber, Paragraph, Table, TableCell, TableLayoutType, TableRow, TextRun, WidthType } from 'docx'
import type { Language } from '@bangfu/kernel'
import type { Bilingual, DutyList } from '../contract/index.ts'
import { dutyLines, figureLines } from './duty-lines.ts'

const words = {
  list: { zh: '责任清单', en: 'duties' }, today: { zh: '核算截至', en: 'run as of' }, noRun: { zh: '尚未核算', en: 'no run yet' },
  reports: { zh: '要报送的', en: 'What it has to report' },
  measures: { zh: '落实的措施', en: 'Measures it delivers' }, demonstration: { zh: '演示参数，不能作为依据', en: 'demonstration parameters, no grounds for anything' },
} as const satisfies Record<string, Bilingual>
const dutyHead = { zh: ['序号', '条款', '任务', '角色', '目标、事项与期限', '今天'], en: ['No.', 'Clause', 'Task', 'Role', 'Targets, obligations, terms', 'Today'] }
const measureHead = { zh: ['措施', '条款', '说明', '未办清单'], en: ['Measure', 'Clauses', 'In plain words', 'Open lists'] }
const reportHead = { zh: ['要报送什么', '条款', '期限', '凭什么', '已报'], en: ['What to report', 'Clauses', 'Due', 'Evidence', 'Reported'] }
/** Twentieths of a point: the text width of A4 in landscape with margins of 18 mm. */
const dutyWidths = [650, 1250, 4700, 1500, 3900, 2800]
const reportWidths = [5200, 1800, 1600, 3600, 2600]
const measureWidths = [3000, 1800, 7200, 2800]

const font = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '宋体', cs: 'Times New Roman' }

function cell(lines: readonly string[], width: number, bold: 'none' | 'first' | 'all' = 'none'): TableCell {
  return new TableCell({
    width: { size: width, type: WidthType.DXA }, margins: { top: 40, bottom: 40, left: 80, right: 80 },
    children: (lines.length === 0 ? [''] : lines).map((line, i) => new Paragraph({ children: [new TextRun({ text: line, bold: bold === 'all' || (bold === 'first' && i === 0) })] })),
  })
}

function table(head: readonly string[], widths: readonly number[], rows: readonly (readonly (readonly string[])[])[], boldColumn: number): Table {
  return new Table({
    width: { size: widths.reduce((sum, w) => sum + w, 0), type: WidthType.DXA }, columnWidths: [...widths], layout: TableLayoutType.FIXED,
    rows: [
      new TableRow({ tableHeader: true, cantSplit: true, children: head.map((title, i) => cell([title], widths[i]!, 'all')) }),
      ...rows.map((row) => new TableRow({ cantSplit: true, children: row.map((lines, i) => cell(lines, widths[i]!, i === boldColumn ? 'first' : 'none')) })),
    ],
  })
}

/** Body, plan, day of the facts: what stands over every page. */
export function dutyHeadLine(list: DutyList, language: Language): string {
  const day = list.asOf === null ? words.noRun[language] : `${words.today[language]} ${list.asOf}`
  return [`${list.heading[language]} ${words.list[language]}`, list.plan.title[language], list.plan.number ?? '', day, list.demonstration ? words.demonstration[language] : ''].filter(Boolean).join(' · ')
}

function body(list: DutyList, language: Language): (Paragraph | Table)[] {
  const roles = list.roles.map((r) => `${r.name[language]} ${r.count}`).join(language === 'zh' ? '、' : ', ')
  const parts: (Paragraph | Table)[] = [
    new Paragraph({ heading: HeadingLevel.TITLE, alignment: AlignmentType.CENTER, children: [new TextRun(`${list.heading[language]} ${words.list[language]}`)] }),
    new Paragraph({ alignment: AlignmentType.CENTER, spacing: { after: 160 }, children: [new TextRun(language === 'zh' ? `共 ${list.total} 项：${roles}` : `${list.total} duties: ${roles}`)] }),
  ]
  for (const section of list.sections) {
    parts.push(new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: [new TextRun(`${section.id} ${section.title[language]}`)] }))
    parts.push(table(dutyHead[language], dutyWidths, section.duties.map((row) => {
      const lines = dutyLines(row, language)
      return [[lines.number], [lines.clause], lines.task, lines.roles, lines.targets, lines.today]
    }), 2))
  }
  if (list.reports.length > 0) {
    parts.push(new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: [new TextRun(words.reports[language])] }))
    parts.push(table(reportHead[language], reportWidths, list.reports.map((r) => [[r.says[language]], [r.clauses.join(' ')], r.due ? [r.due[language]] : [], [r.evidence[language]], r.latest.map((line) => line[language])]), 0))
  }
  if (list.measures.length > 0) {
    parts.push(new Paragraph({ heading: HeadingLevel.HEADING_1, keepNext: true, children: [new TextRun(words.measures[language])] }))
    parts.push(table(measureHead[language], measureWidths, list.measures.map((m) => [[m.name[language]], [m.clauses.join(' ')], [m.reading[language]], figureLines(m.figures, language)]), 0))
  }
  return parts
}

/** Bytes of the .docx. */
export function writeDutyDocument(list: DutyList, language: Language): Promise<Buffer> {
  const run = { font, size: 20 }
  const small = (children: (string | (typeof PageNumber)[keyof typeof PageNumber])[]): TextRun => new TextRun({ children, size: 16, color: '555555' })
  const pages = language === 'zh' ? small(['第 ', PageNumber.CURRENT, ' 页，共 ', PageNumber.TOTAL_PAGES, ' 页']) : small([PageNumber.CURRENT, ' / ', PageNumber.TOTAL_PAGES])
  const document = new Document({
    title: `${list.heading[language]} ${words.list[language]}`, creator: 'Bangfu', description: list.plan.title[language],
    styles: {
      default: {
        document: { run }, title: { run: { font, size: 36, bold: true }, paragraph: { spacing: { after: 80 } } },
        heading1: { run: { font, size: 24, bold: true, color: '000000' }, paragraph: { spacing: { before: 240, after: 80 } } },
      },
    },
    sections: [{
      properties: { page: { size: { width: 11906, height: 16838, orientation: 'landscape' }, margin: { top: 1021, bottom: 1021, left: 1021, right: 1021, header: 500, footer: 500 } } },
      headers: { default: new Header({ children: [new Paragraph({ children: [small([dutyHeadLine(list, language)])] })] }) },
      footers: { default: new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [pages] })] }) },
      children: body(list, language),
    }],
  })
  return Packer.toBuffer(document)
}
