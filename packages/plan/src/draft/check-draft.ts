/** Checks a draft pack: its form, that ids and passages hold together, and what is still open. Never stops at the first fault. */
import { existsSync, readdirSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { problemData, ProblemError, type ProblemData } from '@bangfu/kernel'
import { idDetails, type IdKind } from '../pack/id-kind.ts'
import { parsePackSource, type PackSource, type SourcePath } from '../pack/pack-source.ts'
import { schemaFaults } from '../pack/schema-fault.ts'
import { draftFileSchemas, draftFormat, type DraftFileName, type DraftFolder } from './draft-format.ts'

export interface DraftOpen {
  /** Items that nobody has decided, by file, with the line of the first. */
  readonly undecided: readonly { readonly file: DraftFileName; readonly count: number; readonly line: number }[]
  /** Passages that the reader did not understand and nobody has looked at. */
  readonly unread: number
  /** What only a person can write, by what it is; empty texts, not faults. */
  readonly toWrite: { readonly titles: number; readonly summaries: number; readonly english: number; readonly proofs: number; readonly names: number; readonly head: readonly string[] }
}

export interface DraftCheck {
  readonly folder: DraftFolder
  readonly faults: readonly ProblemData[]
  readonly open: DraftOpen
}

const names = Object.keys(draftFileSchemas) as DraftFileName[]

/** True when the folder holds a draft and not a pack. */
export function isDraftFolder(folder: string): boolean {
  const file = join(folder, 'pack.yaml')
  return existsSync(file) && new RegExp(`^format: ['"]?${draftFormat}['"]?\\s*$`, 'm').test(readFileSync(file, 'utf8'))
}

class DraftProof {
  readonly faults: ProblemData[] = []
  readonly folder: DraftFolder
  readonly sources: ReadonlyMap<DraftFileName, PackSource>
  constructor(folder: DraftFolder, sources: ReadonlyMap<DraftFileName, PackSource>) {
    this.folder = folder
    this.sources = sources
  }

  where(file: DraftFileName, path: SourcePath): { file: string; line: number } {
    return { file, line: this.sources.get(file)?.lineOf(path) ?? 0 }
  }

  refer(file: DraftFileName, path: SourcePath, kind: IdKind, id: string, known: ReadonlySet<string>): void {
    if (!known.has(id)) this.faults.push(problemData('plan/pack-reference', { ...this.where(file, path), ...idDetails(kind, id) }))
  }

  unique(file: DraftFileName, kind: IdKind, ids: readonly string[], path: (i: number) => SourcePath): void {
    ids.forEach((id, i) => {
      if (ids.indexOf(id) < i) this.faults.push(problemData('plan/pack-duplicate', { ...this.where(file, path(i)), ...idDetails(kind, id) }))
    })
  }

  passage(file: DraftFileName, path: SourcePath, id: string, from: { sha256: string; start: number; end: number }): void {
    const { sha256, characters } = this.folder['pack.yaml'].document
    if (from.sha256 !== sha256 || from.end < from.start || from.end > characters) this.faults.push(problemData('plan/draft-passage', { ...this.where(file, path), id, start: from.start, end: from.end, characters }))
  }
}

function proveClauses(proof: DraftProof): ReadonlySet<string> {
  const clauses = proof.folder['clauses.yaml']
  const file = 'clauses.yaml'
  const ids = new Set(clauses.map((c) => c.id))
  let before = 0
  proof.unique(file, 'clause', clauses.map((c) => c.id), (i) => [i])
  clauses.forEach((clause, i) => {
    if (clause.parent !== null) proof.refer(file, [i, 'parent'], 'clause', clause.parent, ids)
    if (clause.start < before || clause.end < clause.start) proof.faults.push(problemData('plan/pack-clause-order', { ...proof.where(file, [i]), id: clause.id, start: clause.start, end: clause.end }))
    if ([...clause.title.zh].length > 24) proof.faults.push(problemData('plan/pack-schema', { ...proof.where(file, [i, 'title']), at: 'title', what: 'a title has at most 24 characters' }))
    proof.passage(file, [i], clause.id, clause.from)
    before = Math.max(before, clause.start)
  })
  return ids
}

function proveRest(proof: DraftProof, clauses: ReadonlySet<string>): void {
  const { 'duties.yaml': duties, 'targets.yaml': targets, 'organisations.yaml': bodies, 'pack.yaml': head, 'parameters.yaml': parameters } = proof.folder
  const bodyIds = [...bodies.organisations.map((o) => o.id), ...bodies.classes.map((c) => c.id)]
  const known = new Set(bodyIds)
  proof.unique('organisations.yaml', 'body', bodyIds, (i) => (i < bodies.organisations.length ? ['organisations', i] : ['classes', i - bodies.organisations.length]))
  proof.unique('targets.yaml', 'target', targets.targets.map((t) => t.id), (i) => ['targets', i])
  proof.unique('parameters.yaml', 'parameter', parameters.map((p) => p.id), (i) => [i])
  bodies.organisations.forEach((o, i) => proof.passage('organisations.yaml', ['organisations', i], o.id, o.from))
  bodies.classes.forEach((c, i) => proof.passage('organisations.yaml', ['classes', i], c.id, c.from))
  duties.forEach((duty, i) => {
    proof.passage('duties.yaml', [i], duty.body, duty.from)
    proof.refer('duties.yaml', [i, 'body'], 'body', duty.body, known)
    duty.clauses.forEach((id, j) => proof.refer('duties.yaml', [i, 'clauses', j], 'clause', id, clauses))
  })
  targets.targets.forEach((target, i) => {
    proof.passage('targets.yaml', ['targets', i], target.id, target.origin)
    target.clauses.forEach((id, j) => proof.refer('targets.yaml', ['targets', i, 'clauses', j], 'clause', id, clauses))
    if (target.from !== undefined && target.until !== null && target.from.slice(0, 4) > target.until.slice(0, 4)) proof.faults.push(problemData('plan/pack-dates', { ...proof.where('targets.yaml', ['targets', i]), id: target.id, from: target.from, until: target.until }))
  })
  head.requires.forEach((required, i) => {
    proof.passage('pack.yaml', ['requires', i], required.number ?? required.title, required.from)
    required.clauses.forEach((id, j) => proof.refer('pack.yaml', ['requires', i, 'clauses', j], 'clause', id, clauses))
  })
  parameters.forEach((parameter, i) => {
    proof.passage('parameters.yaml', [i], parameter.id, parameter.from)
    parameter.values.forEach((v, j) => { if (v.clause !== undefined) proof.refer('parameters.yaml', [i, 'values', j, 'clause'], 'clause', v.clause, clauses) })
  })
}

function findOpen(proof: DraftProof): DraftOpen {
  const { folder } = proof
  const head = folder['pack.yaml']
  const states: readonly (readonly [DraftFileName, readonly (readonly [SourcePath, { state: string }])[]])[] = [
    ['clauses.yaml', folder['clauses.yaml'].map((c, i) => [[i], c])], ['targets.yaml', folder['targets.yaml'].targets.map((t, i) => [['targets', i], t])], ['duties.yaml', folder['duties.yaml'].map((d, i) => [[i], d])],
    ['organisations.yaml', [...folder['organisations.yaml'].organisations.map((o, i) => [['organisations', i], o] as const), ...folder['organisations.yaml'].classes.map((c, i) => [['classes', i], c] as const)]],
    ['pack.yaml', head.requires.map((r, i) => [['requires', i], r])], ['parameters.yaml', folder['parameters.yaml'].map((p, i) => [[i], p])],
  ]
  const { organisations, classes } = folder['organisations.yaml']
  const clauses = folder['clauses.yaml']
  return {
    undecided: states.flatMap(([file, items]) => {
      const open = items.filter(([, item]) => item.state === 'proposed')
      return open.length > 0 ? [{ file, count: open.length, line: proof.where(file, open[0]![0]).line }] : []
    }),
    unread: head.review.unread,
    toWrite: {
      titles: clauses.filter((c) => c.title.zh === '' || c.titleIsHeading).length, summaries: clauses.filter((c) => c.summary.zh === '').length,
      english: clauses.filter((c) => c.title.en === '' || c.summary.en === '').length + folder['targets.yaml'].targets.filter((t) => t.subject.en === '').length + organisations.filter((o) => o.names.some((n) => n.en === '')).length + classes.filter((c) => c.en === '').length,
      proofs: folder['targets.yaml'].targets.length, names: folder['parameters.yaml'].filter((p) => / #\d+$/.test(p.id)).length,
      head: [head.title.en === '' ? 'title' : '', head.inForce.from === null || head.inForce.until === null ? 'inForce' : '', head.place === null ? 'place' : '', head.subjects.zh === '' ? 'subjects' : ''].filter((name) => name !== ''),
    },
  }
}

/** Checks the files of a draft. Throws only when a file is missing or not of its form: then every such fault at once. */
export function checkDraftFiles(files: readonly { readonly path: string; readonly text: string }[]): DraftCheck {
  const faults: ProblemData[] = []
  const sources = new Map<DraftFileName, PackSource>()
  const content: Record<string, unknown> = {}
  for (const { path } of files) if (!names.includes(path as DraftFileName)) faults.push(problemData('plan/pack-file-unknown', { file: path }))
  for (const name of names) {
    const file = files.find((f) => f.path === name)
    if (!file) { faults.push(problemData('plan/pack-file-missing', { file: name })); continue }
    const source = parsePackSource(name, file.text)
    sources.set(name, source)
    const result = source.faults.length > 0 ? undefined : draftFileSchemas[name].safeParse(source.value)
    faults.push(...source.faults, ...(result && !result.success ? schemaFaults(source, result.error) : []))
    content[name] = result?.data
  }
  if (faults.length > 0) throw new ProblemError(faults)
  const proof = new DraftProof(content as unknown as DraftFolder, sources)
  proveRest(proof, proveClauses(proof))
  return { folder: proof.folder, faults: proof.faults, open: findOpen(proof) }
}

/** The draft in a folder of the disk. */
export function checkDraftFolder(folder: string): DraftCheck {
  const files = readdirSync(folder, { withFileTypes: true }).filter((e) => e.isFile() && /\.ya?ml$/.test(e.name))
  return checkDraftFiles(files.map((e) => ({ path: e.name, text: readFileSync(join(folder, e.name), 'utf8') })))
}
