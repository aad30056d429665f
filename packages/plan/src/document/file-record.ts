/** The number and date that a page records of the file (发文字号, 成文日期) around the document: used where the document's own words give none. */
import type { OpenedDocument } from './opened-document.ts'

export interface FileRecord { readonly number: string | null; readonly issued: string | null }

const gap = '[\\s:\\uff1a|\\]】]{1,8}'
const numberRecord = new RegExp(`(?:发文字号|文\\s*号|文件编号)${gap}([\\p{Script=Han}A-Za-z]{1,14}[〔\\[(\\uff08【]\\d{4}[〕\\])\\uff09】]第?\\d{1,5}号)`, 'u')
const dateRecord = new RegExp(`(?:成文日期|发文日期|印发日期)${gap}((?:19|20)\\d\\d)[-年/.](\\d{1,2})[-月/.](\\d{1,2})`)

export function findFileRecord({ text, steppedOver }: OpenedDocument): FileRecord {
  // The record stands at the head of the page, in a few lines.
  const around = steppedOver.filter((s) => s.kind === 'around').slice(0, 200).map((s) => text.slice(s.start, Math.min(s.end, s.start + 500))).join('\n')
  const date = dateRecord.exec(around)
  return {
    number: numberRecord.exec(around)?.[1]?.replace(/[[(\uff08【]/, '〔').replace(/[\])\uff09】]/, '〕') ?? null,
    issued: date ? `${date[1]}-${date[2]!.padStart(2, '0')}-${date[3]!.padStart(2, '0')}` : null,
  }
}
