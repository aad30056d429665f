/** Where a loaded pack came from: its files with lines, and its parameters before the overlay. Kept beside the pack, not in it, so that a pack stays plain data. */
import type { Pack, PackParameter } from './format.ts'
import type { Unwritten } from './not-yet.ts'
import type { PackSource, SourcePath } from './pack-source.ts'

export interface PackOrigin {
  readonly folder: string
  readonly sources: ReadonlyMap<string, PackSource>
  /** File of each measure, in the order of `pack.measures`. */
  readonly measureFiles: readonly string[]
  readonly ownParameters: readonly PackParameter[]
  /** Where the files say `not-yet`. */
  readonly unwritten: readonly Unwritten[]
}

const origins = new WeakMap<Pack, PackOrigin>()

export function rememberOrigin(pack: Pack, origin: PackOrigin): void {
  origins.set(pack, origin)
}

/** The parameters as the pack itself gives them: rules are proved on these, never on stand-ins. */
export function ownParametersOf(pack: Pack): readonly PackParameter[] {
  return origins.get(pack)?.ownParameters ?? pack.parameters
}

export function measureFileOf(pack: Pack, index: number): string {
  return origins.get(pack)?.measureFiles[index] ?? `measures/${pack.measures[index]?.id ?? index}.yaml`
}

/** Details `file` and `line` for a problem; line 0 when the pack was not read from files. */
export function whereIn(pack: Pack, file: string, path: SourcePath): { file: string; line: number } {
  return { file, line: origins.get(pack)?.sources.get(file)?.lineOf(path) ?? 0 }
}

export function sourceOf(pack: Pack, file: string): PackSource | undefined {
  return origins.get(pack)?.sources.get(file)
}

export function overlayFilesOf(pack: Pack): readonly PackSource[] {
  return [...(origins.get(pack)?.sources.values() ?? [])].filter((source) => source.file.startsWith('overlays/'))
}

/** Whether the pack was read with that file. */
export function hasFile(pack: Pack, file: string): boolean {
  return origins.get(pack)?.sources.has(file) ?? false
}

/** The files of the pack as written; none when it was not read from files. */
export function sourceTextsOf(pack: Pack): readonly { readonly file: string; readonly text: string }[] {
  return [...(origins.get(pack)?.sources.values() ?? [])].map(({ file, text }) => ({ file, text }))
}

/** File and line of a place where a person still has to write. */
export function unwrittenPlace(pack: Pack, { file, path }: Unwritten): { file: string; line: number } {
  return whereIn(pack, file, path)
}

/** Where a person still has to write; none when the pack was not read from files. */
export function unwrittenOf(pack: Pack): readonly Unwritten[] {
  return origins.get(pack)?.unwritten ?? []
}
