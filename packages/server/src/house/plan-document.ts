/** The plan document that a person attached: kept in the data folder, never in the pack. Joined to the pack by its hash. */
import { readFile, rename, writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { sha256Hex } from '@bangfu/kernel'
import type { Pack } from '@bangfu/plan'

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
