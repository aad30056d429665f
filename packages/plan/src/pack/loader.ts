/** Reads the folder of a pack into one `Pack`. Proves its form only; `checkPack` proves that it holds together. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import type { z } from 'zod'
import { canonicalJson, problem, problemData, ProblemError, sha256Hex, type ProblemData } from '@bangfu/kernel'
import { firstDay, lastDay } from './dated.ts'
import { clausesFileSchema, dutiesFileSchema, measureFileSchema, organisationsFileSchema, overlayFileSchema, packFileSchema, parametersFileSchema, placesFileSchema, targetsFileSchema, type Pack } from './format.ts'
import { obligationsFileSchema } from './obligation.ts'
import { applyOverlay } from './overlay.ts'
import { findUnwritten, sayUnwritten } from './not-yet.ts'
import { rememberOrigin } from './pack-origin.ts'
import { parsePackSource, type PackSource } from './pack-source.ts'
import { quantitiesFileSchema } from './quantity.ts'
import { schemaFaults } from './schema-fault.ts'

const rootFiles = ['pack.yaml', 'clauses.yaml', 'organisations.yaml', 'duties.yaml', 'places.yaml', 'targets.yaml', 'parameters.yaml', 'obligations.yaml', 'quantities.yaml']

function yamlFilesIn(folder: string, inner: string): string[] {
  const path = join(folder, inner)
  if (!existsSync(path)) return []
  return readdirSync(path, { withFileTypes: true }).filter((e) => e.isFile() && /\.ya?ml$/.test(e.name)).map((e) => (inner === '' ? e.name : `${inner}/${e.name}`)).sort()
}

/** Reads files one by one and gathers every fault, so that an author sees all of them at once. */
class FolderReader {
  readonly faults: ProblemData[] = []
  readonly sources = new Map<string, PackSource>()
  readonly folder: string
  constructor(folder: string) { this.folder = folder }

  read<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    if (!existsSync(join(this.folder, file))) {
      this.faults.push(problemData('plan/pack-file-missing', { file }))
      return undefined
    }
    const source = parsePackSource(file, readFileSync(join(this.folder, file), 'utf8'))
    this.sources.set(file, source)
    this.faults.push(...source.faults)
    if (source.faults.length > 0) return undefined
    const result = schema.safeParse(source.value)
    if (result.success) return result.data
    this.faults.push(...schemaFaults(source, result.error))
    return undefined
  }

  readIfThere<S extends z.ZodType>(file: string, schema: S): z.output<S> | undefined {
    return existsSync(join(this.folder, file)) ? this.read(file, schema) : undefined
  }
}

function readOverlay(reader: FolderReader, wanted: string | undefined): z.output<typeof overlayFileSchema> | undefined {
  const overlays = yamlFilesIn(reader.folder, 'overlays').map((file) => reader.read(file, overlayFileSchema))
  if (wanted === undefined) return undefined
  const found = overlays.find((overlay) => overlay?.id === wanted)
  if (!found && reader.faults.length === 0) {
    const known = overlays.map((overlay) => overlay?.id).join(', ') || '-'
    reader.faults.push(problemData('plan/overlay-missing', { pack: basename(resolve(reader.folder)), overlay: wanted, known }))
  }
  return found
}

/**
 * The pack in the folder, with the overlay of that id applied when one is named. Throws one `ProblemError` that holds every
 * fault of form found in all files, each with file and line.
 */
export function loadPack(folder: string, options: { readonly overlay?: string | undefined } = {}): Pack {
  if (!existsSync(join(folder, 'pack.yaml'))) throw problem('plan/pack-folder-missing', { folder })
  const reader = new FolderReader(folder)
  for (const file of yamlFilesIn(folder, '')) if (!rootFiles.includes(file)) reader.faults.push(problemData('plan/pack-file-unknown', { file }))
  const pack = reader.read('pack.yaml', packFileSchema)
  const clauses = reader.read('clauses.yaml', clausesFileSchema)
  const organisations = reader.read('organisations.yaml', organisationsFileSchema)
  const duties = reader.read('duties.yaml', dutiesFileSchema)
  const places = reader.read('places.yaml', placesFileSchema)
  const targets = reader.read('targets.yaml', targetsFileSchema)
  const ownParameters = reader.read('parameters.yaml', parametersFileSchema)
  // Written last by an author: a pack without them is sound, and its coverage says what is unbound.
  const obligations = reader.readIfThere('obligations.yaml', obligationsFileSchema)
  const quantities = reader.readIfThere('quantities.yaml', quantitiesFileSchema)
  const measureFiles = yamlFilesIn(folder, 'measures')
  const measures = measureFiles.map((file) => reader.read(file, measureFileSchema))
  const overlay = readOverlay(reader, options.overlay)
  if (reader.faults.length > 0 || !pack || !clauses || !organisations || !duties || !places || !targets || !ownParameters) throw new ProblemError(reader.faults)
  const known = measures.filter((measure) => measure !== undefined)
  const content = { pack, clauses, organisations, duties, places, targets, ...(obligations ? { obligations } : {}), ...(quantities ? { quantities } : {}), parameters: ownParameters, measures: known }
  const unwritten = findUnwritten({ 'pack.yaml': pack, 'clauses.yaml': clauses, 'organisations.yaml': organisations, 'targets.yaml': targets, 'parameters.yaml': ownParameters, 'obligations.yaml': obligations, 'quantities.yaml': quantities, ...Object.fromEntries(known.map((m) => [`measures/${m.id}.yaml`, m])) })
  const said = unwritten.length > 0 ? sayUnwritten(content) : content
  const loaded: Pack = {
    folder: resolve(folder),
    hash: sha256Hex(canonicalJson(overlay ? { ...content, overlay } : content)),
    ...said,
    // Written as 2024 or 2024-06 too; whoever asks for a day gets one.
    pack: { ...said.pack, inForce: { from: firstDay(said.pack.inForce.from), until: lastDay(said.pack.inForce.until) } },
    obligations: said.obligations ?? { principles: [], obligations: [] },
    quantities: said.quantities ?? [],
    parameters: overlay ? applyOverlay(said.parameters, overlay) : said.parameters,
    overlay: overlay ? { id: overlay.id, title: overlay.title, demonstration: overlay.demonstration } : null,
  }
  rememberOrigin(loaded, { sources: reader.sources, measureFiles, ownParameters: said.parameters, unwritten, folder })
  return loaded
}
