/** What a table would change, in words: the register's dry run beside the vocabulary. Counts of rows; the first differing cells. */
import { findField, sheetRowOf, type Field } from '@bangfu/kernel'
import { previewTable, type CellChange, type MappedTable, type Register, type Session } from '@bangfu/register'
import type { Bilingual, Preview } from '../contract/index.ts'
import { unknownWords, valueWords } from '../reading/words.ts'

/** A value as PostgreSQL writes it in text. */
function storedWords(field: Field, text: string): Bilingual {
  if (field.type.kind === 'boolean') return valueWords(field, text === 'true' || text === 't')
  if (field.type.kind === 'codes') return valueWords(field, text.replace(/^\{|\}$/g, '').split(',').map((code) => code.replaceAll('"', '')))
  return valueWords(field, text)
}

function changeOf(change: CellChange, names: ReadonlyMap<number, string>, sheets: readonly string[] | undefined): Preview['changes']['sample'][number] {
  const field = findField(change.entity, change.field)
  const words = (text: string | null): Bilingual => {
    if (text === null) return { zh: `未知（${unknownWords(undefined).zh}）`, en: `unknown (${unknownWords(undefined).en})` }
    return field ? storedWords(field, text) : { zh: text, en: text }
  }
  const at = sheets ? sheetRowOf(change.row) : undefined
  return {
    row: at?.row ?? change.row, sheet: (at && sheets?.[at.sheet]) ?? null, subject: names.get(change.row) ?? String(at?.row ?? change.row), label: field ? { zh: field.zh, en: field.en } : { zh: change.field, en: change.field },
    before: words(change.before), after: words(change.after), source: change.source,
  }
}

export async function readChanges(register: Register, session: Session, table: MappedTable): Promise<Preview['changes']> {
  const { unknown, changed, unchanged, changes } = await previewTable(register, session, table)
  const makesNew = table.header.layout.startsWith('national') || table.header.entity === 'village' || table.header.entity === 'facility'
  const wanted = new Set(changes.map((c) => c.row))
  const names = new Map(table.rows.filter((row) => wanted.has(row.row) && row.name !== undefined).map((row) => [row.row, row.name!]))
  return { new: makesNew ? unknown : 0, unmatched: makesNew ? 0 : unknown, changed, same: unchanged, sample: changes.map((c) => changeOf(c, names, table.header.sheetNames)) }
}
