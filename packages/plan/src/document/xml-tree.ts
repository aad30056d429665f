/** XML of an Office part as a plain tree: local names without prefixes. Resolves no entity beyond XML's own five, fetches nothing. */
import { problem } from '@bangfu/kernel'
import { Parser } from 'htmlparser2'

export interface XmlNode {
  readonly name: string
  readonly attributes: Readonly<Record<string, string>>
  readonly children: (XmlNode | string)[]
}

const deepest = 1000
const local = (name: string): string => name.slice(name.indexOf(':') + 1)

/** The root element. Throws one problem when the part is cut short or nests without end. */
export function parseXml(bytes: Uint8Array, part: string, file: string): XmlNode {
  const page: XmlNode = { name: '#part', attributes: {}, children: [] }
  const open: XmlNode[] = [page]
  const text = new TextDecoder(bytes[0] === 0xff && bytes[1] === 0xfe ? 'utf-16le' : 'utf-8').decode(bytes)
  const parser = new Parser({
    onopentag(name, attributes) {
      const node: XmlNode = { name: local(name), attributes: Object.fromEntries(Object.entries(attributes).map(([key, value]) => [local(key), value])), children: [] }
      open[open.length - 1]!.children.push(node)
      open.push(node)
      if (open.length > deepest) throw problem('plan/document-bomb', { file, zhWhat: `${part} 嵌套超过 ${deepest} 层`, enWhat: `${part} nests more than ${deepest} deep` })
    },
    ontext(data) { open[open.length - 1]!.children.push(data) },
    onclosetag() { if (open.length > 1) open.pop() },
  }, { xmlMode: true, decodeEntities: true })
  parser.write(text)
  parser.end()
  const root = page.children.find((child): child is XmlNode => typeof child !== 'string')
  if (!root || !/>\s*$/.test(text.slice(-200))) throw problem('plan/document-damaged', { file, zhWhat: `${part} 不完整`, enWhat: `${part} is incomplete` })
  return root
}

export function childrenNamed(node: XmlNode | undefined, name: string): XmlNode[] {
  return node ? node.children.filter((child): child is XmlNode => typeof child !== 'string' && child.name === name) : []
}

export function findChild(node: XmlNode | undefined, ...path: readonly string[]): XmlNode | undefined {
  let at = node
  for (const name of path) at = at?.children.find((child): child is XmlNode => typeof child !== 'string' && child.name === name)
  return at
}

/** The `val` of a child, as Word writes settings. */
export function findValue(node: XmlNode | undefined, ...path: readonly string[]): string | undefined {
  return findChild(node, ...path)?.attributes['val']
}

/** Whether a switch such as <w:b/> is on. */
export function isOn(node: XmlNode | undefined, name: string): boolean {
  const found = findChild(node, name)
  return found !== undefined && !/^(0|false|off|none)$/.test(found.attributes['val'] ?? '1')
}

/** Characters written in the node. */
export function textOf(node: XmlNode): string {
  return node.children.map((child) => (typeof child === 'string' ? child : textOf(child))).join('')
}
