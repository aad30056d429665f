/** A folder of texts as one .zip. The same folder gives the same bytes: 1980-01-01, the earliest day that the format knows, stands for every clock. */
import { strToU8, zipSync } from 'fflate'

export function zipFolder(folder: string, files: readonly { readonly path: string; readonly text: string }[]): Buffer {
  return Buffer.from(zipSync(Object.fromEntries(files.map(({ path, text }) => [`${folder}/${path}`, strToU8(text)])), { mtime: new Date(1980, 0, 1) }))
}
