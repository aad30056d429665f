/** Which part of a web page is the document: by where its unlinked text stands. All else is stepped over, not dropped. */
import type { Block } from './blocks.ts'
import type { PageBlock, PageBlocks, PageElement } from './html-blocks.ts'

interface Weight { written: number; linked: number }

/** Share of the page's unlinked text that the document has at least. */
const mainShare = 0.7
const aroundNames = new Set(['nav', 'footer', 'aside', 'form', 'menu', 'dialog'])
const aroundHints = /(?:^|[\s_-])(?:share|bdshare|fenxiang|nav|navbar|breadcrumb|crumbs?|footer|foot|copyright|related|relate|xgwz|xgxx|recommend|toolbar|tools?|sidebar|side|comment|comments|qrcode|ewm|pagination|pager|print|menu|banner|header|position|dqwz|weizhi|tags?|ads?|login|search)(?=$|[\s_-])/
const recordLabel = /^[【\[]?(索引号|信息索引|主题分类|发文机关|发文机构|制发机关|成文日期|发布日期|发文日期|生成日期|公开日期|发文字号|文号|文件编号|标题|信息名称|主题词|公开方式|公开范围|有效性|有效期|体裁分类|组配分类|关键词|信息来源|发布机构|统一登记号)[】\]]?\s*[:\uff1a]?/

/** Written characters of each element with all that stands in it. */
function weigh(elements: readonly PageElement[]): Map<PageElement, Weight> {
  const weights = new Map<PageElement, Weight>(elements.map((e) => [e, { written: e.written, linked: e.linked }]))
  for (let i = elements.length - 1; i >= 0; i -= 1) {
    const element = elements[i]!
    const outer = element.parent && weights.get(element.parent)
    if (!outer) continue
    const own = weights.get(element)!
    outer.written += own.written
    outer.linked += own.linked
  }
  return weights
}

/** The innermost element that holds most of the page's unlinked text; undefined when it lies scattered. */
function findMain(elements: readonly PageElement[], weights: ReadonlyMap<PageElement, Weight>): PageElement | undefined {
  const plain = (e: PageElement): number => { const w = weights.get(e)!; return w.written - w.linked }
  const whole = elements.filter((e) => !e.parent || !weights.has(e.parent)).reduce((sum, e) => sum + plain(e), 0)
  // Parents stand before their children, so the last that still holds enough is the innermost.
  return elements.findLast((e) => e.name !== 'p' && plain(e) >= whole * mainShare)
}

/** What a footer says; never said inside a document. */
const footerWords = /版权所有|ICP备|网站标识码|公网安备|主办单位|技术支持|承办单位[:\uff1a]/

/**
 * Other parts of the page that belong to the document: a section of its own for annexes, as Word and some sites write. Unlinked text of some length
 * with sentences or a table in it, under no name of navigation.
 */
function findFurtherParts(blocks: readonly PageBlock[], weights: ReadonlyMap<PageElement, Weight>, main: PageElement): Set<PageElement> {
  const above = new Set<PageElement>()
  for (let at: PageElement | undefined = main; at; at = at.parent) above.add(at)
  const parts = new Map<PageElement, { sentences: number; tables: number; footer: boolean }>()
  for (const { block, element } of blocks) {
    let branch: PageElement = element
    while (branch.parent && !above.has(branch.parent)) branch = branch.parent
    if (above.has(branch)) continue
    const part = parts.get(branch) ?? { sentences: 0, tables: 0, footer: false }
    parts.set(branch, part)
    if (block.kind === 'table') part.tables += isRecord(block) || block.rows.length < 3 ? 0 : 1
    else {
      part.sentences += (block.text.match(/[。;\uff1b]/g) ?? []).length
      part.footer ||= footerWords.test(block.text)
    }
  }
  const belongs = ([element, part]: [PageElement, { sentences: number; tables: number; footer: boolean }]): boolean => {
    const { written, linked } = weights.get(element) ?? { written: 0, linked: 0 }
    return !part.footer && !aroundNames.has(element.name) && !aroundHints.test(element.hints) && linked * 10 < written * 3 && (part.tables > 0 || (written >= 200 && part.sentences >= 4))
  }
  return new Set([...parts].filter(belongs).map(([element]) => element))
}

/** Elements that are around the document although they stand inside its part of the page. */
function findAround(elements: readonly PageElement[], weights: ReadonlyMap<PageElement, Weight>, main: PageElement | undefined, further: ReadonlySet<PageElement>): { inside: Set<PageElement>; around: Set<PageElement> } {
  const inside = new Set<PageElement>()
  const around = new Set<PageElement>()
  const mainWritten = main ? weights.get(main)!.written : Infinity
  for (const element of elements) {
    if (element === main || !main || further.has(element) || (element.parent && inside.has(element.parent))) inside.add(element)
    const { written, linked } = weights.get(element)!
    const outer = element.parent !== undefined && around.has(element.parent)
    const small = written * 5 < mainWritten
    const lists = /^(ul|ol|dl|div|section|td|tr)$/.test(element.name) && written >= 8 && linked * 10 > written * 6
    if (outer || (element !== main && small && (aroundNames.has(element.name) || aroundHints.test(element.hints) || lists))) around.add(element)
  }
  return { inside, around }
}

/** A table or line that records the file (索引号, 成文日期 …) as pages of governments put above it. */
function isRecord(block: Block): boolean {
  if (block.kind !== 'table') return block.text.length < 80 && /[:\uff1a]/.test(block.text.slice(0, 12)) && recordLabel.test(block.text.replace(/^[\s\u3000•·]+/, ''))
  const cells = block.rows.flat().map((cell) => cell.lines.join(''))
  return cells.filter((text) => recordLabel.test(text) && text.length < 60).length >= Math.max(2, cells.length / 5)
}

const bare = (text: string): string => text.replace(/[\s\u3000]+/g, '')

/** The title often stands outside the document's part of the page or in a head of its own: the last line before the document that the page's own title repeats. */
function findTitleBlock(blocks: readonly PageBlock[], isContent: (block: PageBlock) => boolean, pageTitle: string): PageBlock | undefined {
  const first = blocks.findIndex(isContent)
  const named = bare(pageTitle)
  const isTitle = ({ block, element }: PageBlock): boolean => {
    if (block.kind !== 'paragraph') return false
    const text = bare(block.text)
    return text.length >= 6 && text.length <= 90 && (named.includes(text) || (/^h[1-3]$/.test(element.name) && named.includes(text.slice(0, 6))))
  }
  const title = blocks.slice(0, Math.max(0, first)).findLast(isTitle)
  if (!title || title.block.kind !== 'paragraph') return undefined
  const words = bare(title.block.text)
  const repeated = blocks.slice(first, first + 12).some((b) => isContent(b) && b.block.kind === 'paragraph' && bare(b.block.text).includes(words))
  return repeated ? undefined : title
}

/** The page's blocks, those around the document marked as stepped over. */
export function markMainContent({ blocks, elements, title }: PageBlocks): Block[] {
  const weights = weigh(elements)
  const main = findMain(elements, weights)
  const { inside, around } = findAround(elements, weights, main, main ? findFurtherParts(blocks, weights, main) : new Set())
  const isContent = (b: PageBlock): boolean => !main || (inside.has(b.element) && !around.has(b.element) && !isRecord(b.block))
  const titleBlock = findTitleBlock(blocks, isContent, title)
  return blocks.map((b) => (b === titleBlock || isContent(b) ? b.block : { ...b.block, steppedOver: 'around' as const }))
}
