/** What Word's paragraph styles say that the text needs: numbering, and which paragraphs are a table of contents. */
import { childrenNamed, findValue, type XmlNode } from './xml-tree.ts'

interface Style { readonly name: string; readonly basedOn: string | undefined; readonly numId: string | undefined; readonly level: string | undefined }

export class WordStyles {
  private readonly styles: Map<string, Style>
  readonly defaultId: string | undefined
  constructor(styles: XmlNode | undefined) {
    const nodes = childrenNamed(styles, 'style').filter((node) => (node.attributes['type'] ?? 'paragraph') === 'paragraph')
    this.styles = new Map(nodes.map((node) => [node.attributes['styleId'] ?? '', {
      name: findValue(node, 'name') ?? '', basedOn: findValue(node, 'basedOn'), numId: findValue(node, 'pPr', 'numPr', 'numId'), level: findValue(node, 'pPr', 'numPr', 'ilvl'),
    }]))
    this.defaultId = nodes.find((node) => /^(1|true|on)$/.test(node.attributes['default'] ?? ''))?.attributes['styleId']
  }

  isContents(id: string | undefined): boolean {
    return id !== undefined && /^toc\b|^toc ?\d|^目录/i.test(this.styles.get(id)?.name ?? id)
  }

  /** The list that a style or one that it is based on puts its paragraphs in. */
  findList(id: string | undefined): { readonly numId: string; readonly level: string | undefined; readonly style: string } | undefined {
    let at = id
    for (let i = 0; at !== undefined && i < 20; i += 1) {
      const style = this.styles.get(at)
      if (style?.numId !== undefined) return { numId: style.numId, level: style.level, style: at }
      at = style?.basedOn
    }
    return undefined
  }
}
