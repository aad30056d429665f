/** The plan document that a person attached: kept in the data folder, never in the pack. Joined to the pack by its hash. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { problem, sha256Hex } from '@bangfu/kernel'
import { planText, type Pack } from '@bangfu/plan'

const fileOf = (dataFolder: string): string => join(dataFolder, 'plan-document.txt')

/** Decoded text of the attached document; undefined when none is attached or it is not this pack's. */
export async function readDocument(dataFolder: string, pack: Pack): Promise<{ text: string | undefined }> {
  const text = await readFile(fileOf(dataFolder), 'utf8').catch(() => undefined)
  return { text: text !== undefined && sha256Hex(text) === pack.pack.document.sha256 ? text : undefined }
}

export async function keepDocument(dataFolder: string, text: string): Promise<void> {
  const making = `${fileOf(dataFolder)}.${process.pid}`
  await writeFile(making, text, { mode: 0o600 })
  await rename(making, fileOf(dataFolder))
}

/** Decodes the file and keeps its text when it is the pack's document; refuses any other text. */
export async function attachDocument(dataFolder: string, pack: Pack, file: { readonly name: string; readonly bytes: Uint8Array }): Promise<string> {
  const text = planText(file.bytes, { fileName: file.name })
  const { sha256, characters } = pack.pack.document
  if (sha256Hex(text) !== sha256) throw problem('server/other-document', { file: file.name, pack: pack.pack.id, found: text.length, wanted: characters })
  await keepDocument(dataFolder, text)
  return text
}
