/** A built pack as files of a folder, and back. What was last built is kept beside them, so that a rebuild knows a person's words from its own. */
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problem } from '@bangfu/kernel'
import { parsePackSource } from '../pack/pack-source.ts'
import { yamlText } from '../pack/yaml-text.ts'
import type { BuiltFileName, BuiltPack } from './built-pack.ts'
import { rebuildPack, type RebuildNote } from './rebuild-pack.ts'
import { same } from './three-way.ts'

const builtRecord = 'built.json'
const recordFormat = 'bangfu.built/1'
const comment = '# 由审定的草稿生成。not-yet 处由人用自己的话填写；bangfu pack check 说还缺什么，再生成时人写的内容保留。\n# Built from a reviewed draft. Write your own words where it says not-yet; `bangfu pack check` says what is left; a rebuild keeps what persons wrote.\n'

export interface BuiltFile { readonly path: string; readonly text: string }

const names: readonly BuiltFileName[] = ['pack.yaml', 'clauses.yaml', 'organisations.yaml', 'duties.yaml', 'places.yaml', 'targets.yaml', 'parameters.yaml', 'obligations.yaml', 'quantities.yaml']
const recordOf = (pack: BuiltPack): BuiltFile => ({ path: builtRecord, text: `${JSON.stringify({ format: recordFormat, files: pack })}\n` })

export function builtFiles(pack: BuiltPack): BuiltFile[] {
  return [...names.map((path) => ({ path, text: yamlText(comment, pack[path]) })), recordOf(pack)]
}

/** The record of the last build in the folder; undefined where the folder was not built. */
function readRecord(folder: string): BuiltPack | undefined {
  const path = join(folder, builtRecord)
  if (!existsSync(path)) return undefined
  const { format, files } = JSON.parse(readFileSync(path, 'utf8')) as { format?: string; files?: BuiltPack }
  return format === recordFormat ? files : undefined
}

/** Place and term as they stand in a folder that was built before; undefined elsewhere. */
export function builtHead(folder: string): Pick<BuiltPack['pack.yaml'], 'place' | 'inForce'> | undefined {
  if (readRecord(folder) === undefined) return undefined
  return parsePackSource('pack.yaml', readFileSync(join(folder, 'pack.yaml'), 'utf8')).value as BuiltPack['pack.yaml'] | undefined
}

export interface RebuiltFolder {
  /** Files that change; the others stay as they are, to the byte. */
  readonly files: readonly BuiltFile[]
  readonly notes: readonly RebuildNote[]
}

/** What a rebuild writes into a folder that was built before; measures and overlays are never touched. Throws `plan/build-folder-taken` for any other folder. */
export function rebuildFolder(folder: string, built: BuiltPack): RebuiltFolder {
  const before = readRecord(folder)
  if (before === undefined) throw problem('plan/build-folder-taken', { folder })
  const texts = new Map(names.map((name) => [name, existsSync(join(folder, name)) ? readFileSync(join(folder, name), 'utf8') : '']))
  const mine = Object.fromEntries(names.map((name) => {
    const { value, faults } = parsePackSource(name, texts.get(name)!)
    if (faults[0]) throw problem('plan/build-unreadable', { file: name, line: Number(faults[0].details['line'] ?? 0) })
    return [name, value ?? before[name]]
  })) as unknown as BuiltPack
  const { pack, notes } = rebuildPack(before, mine, built)
  const changed = names.filter((name) => !same(pack[name], mine[name])).map((path) => ({ path, text: yamlText(comment, pack[path]) }))
  return { files: [...changed, recordOf(rebuildPack(before, before, built).pack)], notes }
}
