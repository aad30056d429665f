/** Word's automatic numbering (ECMA-376 part 1, 17.9): the number that stands printed before each paragraph. */
import { printNumber } from './list-number.ts'
import { childrenNamed, findChild, findValue, isOn, type XmlNode } from './xml-tree.ts'

interface Level { readonly start: number; readonly format: string; readonly text: string; readonly restart: number | undefined; readonly legal: boolean; readonly style: string | undefined }
interface List { readonly key: string; readonly levels: ReadonlyMap<number, Level>; readonly restarts: ReadonlyMap<number, number> }

const number = (text: string | undefined): number | undefined => (text !== undefined && /^\d{1,6}$/.test(text) ? Number(text) : undefined)

function readLevel(lvl: XmlNode): Level {
  // A format of a newer Word stands in <mc:AlternateContent>; what all can print, beside it.
  const format = findValue(lvl, 'numFmt') ?? findValue(lvl, 'AlternateContent', 'Choice', 'numFmt') ?? findValue(lvl, 'AlternateContent', 'Fallback', 'numFmt') ?? 'decimal'
  return { start: number(findValue(lvl, 'start')) ?? 0, format, text: findValue(lvl, 'lvlText') ?? '', restart: number(findValue(lvl, 'lvlRestart')), legal: isOn(lvl, 'isLgl'), style: findValue(lvl, 'pStyle') }
}

const readLevels = (node: XmlNode): Map<number, Level> => new Map(childrenNamed(node, 'lvl').map((lvl) => [number(lvl.attributes['ilvl']) ?? 0, readLevel(lvl)]))

/** Lists by numId. */
function readLists(numbering: XmlNode | undefined, styles: XmlNode | undefined): Map<string, List> {
  const abstracts = new Map(childrenNamed(numbering, 'abstractNum').map((node) => [node.attributes['abstractNumId'] ?? '', node]))
  const abstractOf = new Map(childrenNamed(numbering, 'num').map((node) => [node.attributes['numId'] ?? '', findValue(node, 'abstractNumId') ?? '']))
  /** A list may only name a style that holds the real one. */
  const linked = (id: string): string => {
    const style = findValue(abstracts.get(id), 'numStyleLink')
    if (style === undefined) return id
    const node = childrenNamed(styles, 'style').find((s) => s.attributes['styleId'] === style)
    return abstractOf.get(findValue(node, 'pPr', 'numPr', 'numId') ?? '') ?? id
  }
  const lists = new Map<string, List>()
  for (const node of childrenNamed(numbering, 'num')) {
    const key = linked(findValue(node, 'abstractNumId') ?? '')
    const levels = readLevels(abstracts.get(key) ?? node)
    const restarts = new Map<number, number>()
    for (const override of childrenNamed(node, 'lvlOverride')) {
      const at = number(override.attributes['ilvl']) ?? 0
      const lvl = findChild(override, 'lvl')
      if (lvl) levels.set(at, readLevel(lvl))
      const start = number(findValue(override, 'startOverride'))
      if (start !== undefined) restarts.set(at, start)
    }
    lists.set(node.attributes['numId'] ?? '', { key, levels, restarts })
  }
  return lists
}

export class WordNumbering {
  private readonly lists: Map<string, List>
  /** Counts by abstract list: lists that share one go on counting together. */
  private readonly counts = new Map<string, (number | undefined)[]>()
  private readonly restarted = new Set<string>()
  constructor(numbering: XmlNode | undefined, styles: XmlNode | undefined) { this.lists = readLists(numbering, styles) }

  /** The level that a list keeps for a paragraph style. */
  findStyleLevel(numId: string, style: string): number | undefined {
    return [...(this.lists.get(numId)?.levels ?? [])].find(([, level]) => level.style === style)?.[0]
  }

  /** Counts on and gives the number as printed; empty for bullets and unknown lists. */
  next(numId: string, at: number): string {
    const list = this.lists.get(numId)
    const level = list?.levels.get(at)
    if (!list || !level) return ''
    let counts = this.counts.get(list.key)
    if (!counts) this.counts.set(list.key, (counts = []))
    const restart = list.restarts.get(at)
    const first = `${numId} ${at}`
    if (restart !== undefined && !this.restarted.has(first)) counts[at] = restart
    else counts[at] = counts[at] === undefined ? (list.restarts.get(at) ?? level.start) : counts[at] + 1
    this.restarted.add(first)
    for (let deeper = at + 1; deeper < counts.length; deeper += 1) {
      const from = list.levels.get(deeper)?.restart
      if (from === undefined || (from > 0 && at < from)) counts[deeper] = undefined
    }
    return level.text.replace(/%(\d)/g, (_, digit: string) => {
      const shown = Number(digit) - 1
      const source = list.levels.get(shown)
      return source ? printNumber(level.legal && source.format !== 'bullet' ? 'decimal' : source.format, counts[shown] ?? source.start) : ''
    }).replace(/[\ue000-\uf8ff●○■□◆➢✓]/g, level.format === 'bullet' ? '' : '$&')
  }
}
