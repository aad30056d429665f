/** The pack that a reviewed draft makes: built, read back as a house reads it, and checked. Keeps nothing. */
import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { problemData, ProblemError, type ProblemData } from '@bangfu/kernel'
import { buildPack, builtFiles, checkPack, draftFolder, loadPack, type BuildChoices, type Pack } from '@bangfu/plan'
import { draftPackOf, type DraftReview } from './draft-room.ts'

export interface DraftBuild {
  readonly pack: Pack
  readonly faults: readonly ProblemData[]
  readonly files: readonly { readonly path: string; readonly text: string }[]
}

/** Throws everything that the review has left open, and what only a person can say. */
export async function buildDraft(review: DraftReview, choices: Omit<BuildChoices, 'text'>): Promise<DraftBuild> {
  const { faults, open } = draftPackOf(review)
  const undecided = open.undecided.map((u) => problemData('plan/draft-undecided', { file: u.file, line: u.line, count: u.count }))
  const unread = open.unread > 0 ? [problemData('plan/draft-unread', { count: open.unread })] : []
  if (faults.length + undecided.length + unread.length > 0) throw new ProblemError([...faults, ...undecided, ...unread])
  const files = builtFiles(buildPack(draftFolder(review.record.proposal.document, review.items, review.effort), { ...choices, text: review.record.text }))
  const folder = await mkdtemp(join(tmpdir(), 'bangfu-build-'))
  try {
    for (const file of files) await writeFile(join(folder, file.path), file.text)
    const pack = loadPack(folder)
    return { pack, files, faults: checkPack(pack) }
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}
