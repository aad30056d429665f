/** The plan document that a person attached: kept in the data folder, never in the pack. Joined to the pack by hash and span, or clause by clause. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problem } from '@bangfu/kernel'
import { attachDocument, openDocument, type AttachedDocument, type Pack } from '@bangfu/plan'
import { documentReader } from '../documents/read-document-apart.ts'

/** Set while the server runs when a document is attached. */
export interface PlanDocument {
  attached: AttachedDocument | undefined
}

/** The file as it came: a web page or PDF is opened anew, so that what stands around the document stays told apart from it. */
const fileOf = (dataFolder: string): string => join(dataFolder, 'plan-document')

/** A text in which most of the pack's clauses are missing is another document. */
function isOther(document: AttachedDocument): boolean {
  return document.clauses.filter((c) => c.state === 'missing').length * 2 > document.clauses.length
}

export async function readDocument(dataFolder: string, pack: Pack): Promise<PlanDocument> {
  const bytes = await readFile(fileOf(dataFolder)).catch(() => readFile(`${fileOf(dataFolder)}.txt`)).catch(() => undefined)
  const attached = bytes && attachDocument(pack, await openDocument(bytes, { fileName: 'plan-document' }))
  return { attached: attached && !isOther(attached) ? attached : undefined }
}

/** Joins the file to the pack and keeps it; refuses another document. Differences of a copy are in the result. */
export async function keepDocument(dataFolder: string, pack: Pack, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<AttachedDocument> {
  const attached = await documentReader.read({ kind: 'attach', file, pack: { pack: pack.pack, clauses: pack.clauses } })
  if (isOther(attached)) throw problem('server/other-document', { file: file.name, pack: pack.pack.id, found: attached.characters, wanted: pack.pack.document.characters })
  const making = `${fileOf(dataFolder)}.${process.pid}`
  await writeFile(making, file.bytes, { mode: 0o600 })
  await rename(making, fileOf(dataFolder))
  return attached
}

/** The document's own words of a clause; null without a document, or when the copy lacks the clause. */
export function clauseText(document: PlanDocument, id: string): string | null {
  return document.attached?.clauses.find((c) => c.id === id)?.text ?? null
}
