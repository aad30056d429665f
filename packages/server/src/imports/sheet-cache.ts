/** Sheets of the file that was read last: upload, preview and commit follow each other, and reading a county's workbook takes seconds. */
import { readSheets, type RawSheet } from '@bangfu/register'

export class SheetCache {
  #last: { readonly sha256: string; readonly sheets: readonly RawSheet[] } | undefined

  #reading: Promise<unknown> = Promise.resolve()

  /** One file at a time: a county's workbook takes a gigabyte while it is read, and several offices may send theirs at once. */
  read(sha256: string, fileName: string, bytes: () => Promise<Uint8Array>): Promise<readonly RawSheet[]> {
    const sheets = this.#reading.then(() => this.#read(sha256, fileName, bytes))
    this.#reading = sheets.catch(() => undefined)
    return sheets
  }

  async #read(sha256: string, fileName: string, bytes: () => Promise<Uint8Array>): Promise<readonly RawSheet[]> {
    if (this.#last?.sha256 === sha256) return this.#last.sheets
    this.#last = undefined
    const sheets = await readSheets(await bytes(), fileName)
    this.#last = { sha256, sheets }
    return sheets
  }

  forget(): void {
    this.#last = undefined
  }
}
