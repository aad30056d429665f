/** Opens a Word document (.docx): its body as text, notes behind it. Headers and footers are no part of the text. */
import { problem } from '@bangfu/kernel'
import { renderBlocks } from './blocks.ts'
import { openParts } from './open-parts.ts'
import type { OpenedDocument } from './opened-document.ts'
import { readNotes, readWordBlocks } from './word-blocks.ts'
import { childrenNamed, findChild, parseXml, type XmlNode } from './xml-tree.ts'

/** The part that holds the document, by the package's relations; Word's usual name where they do not say. */
function findMainPart(rels: XmlNode | undefined, names: ReadonlySet<string>): string | undefined {
  const target = childrenNamed(rels, 'Relationship').find((r) => /\/officeDocument$/.test(r.attributes['Type'] ?? ''))?.attributes['Target']?.replace(/^\//, '')
  return [target, 'word/document.xml', 'word/document2.xml'].find((name) => name !== undefined && names.has(name))
}

export function openDocx(bytes: Uint8Array, file: string): OpenedDocument {
  const { names, parts } = openParts(bytes, (name) => /^(_rels\/\.rels|word\/[^/]+\.xml)$/.test(name) && !/(header|footer|comments|theme|settings|fontTable|webSettings)\w*\.xml$/.test(name), file)
  const parse = (name: string): XmlNode | undefined => { const part = parts.get(name); return part && parseXml(part, name, file) }
  const main = findMainPart(parse('_rels/.rels'), names)
  const root = main === undefined ? undefined : parse(main)
  const body = findChild(root, 'body')
  if (!body) throw problem('plan/document-damaged', { file, zhWhat: '缺正文部件', enWhat: 'the part with its text is missing' })
  const wordParts = { body, numbering: parse('word/numbering.xml'), styles: parse('word/styles.xml') }
  const { blocks, images } = readWordBlocks(wordParts)
  const notes = [parse('word/footnotes.xml'), parse('word/endnotes.xml')].flatMap((part) => readNotes(part, wordParts))
  const rendered = renderBlocks([...blocks, ...notes])
  if (images > 0 && rendered.text.replace(/\s/g, '').length < 20) throw problem('plan/scan-without-text', { file, pages: images })
  return { format: 'docx', ...rendered, problems: [] }
}
