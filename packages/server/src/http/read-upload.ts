/** Receives the one file of an upload into a folder of its own, hashing on the way; refuses what is too large or no file. */
import { createHash } from 'node:crypto'
import { createWriteStream } from 'node:fs'
import { mkdir, mkdtemp, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { Transform } from 'node:stream'
import { pipeline } from 'node:stream/promises'
import type { FastifyRequest } from 'fastify'
import { maskNumbers, problem, ProblemError } from '@bangfu/kernel'
import type { ReceivedFile } from './handler.ts'

/** Largest file taken: a county of 240,000 people as .xlsx is about 40 MB. */
export const uploadLimitBytes = 300 * 1024 * 1024

export interface Upload extends ReceivedFile {
  remove(): Promise<void>
}

/** Keeps the last part of a path a browser may send, without control characters and the marks that turn the reading direction; numbers of persons are masked. */
function plainFileName(name: string): string {
  return maskNumbers((name.split(/[\\/]/).at(-1) ?? '').replace(/[\p{Cc}\u200e\u200f\u202a-\u202e\u2066-\u2069]/gu, '').slice(0, 150).toWellFormed()) || 'file'
}

/** A multipart body that is broken, cut short or not of one file is the caller's fault; only what the disk says (ENOSPC and the like) is not. */
function refuseBroken(error: unknown): never {
  const code = (error as { code?: unknown } | undefined)?.code
  if (error instanceof ProblemError || (typeof code === 'string' && /^E[A-Z]+$/.test(code))) throw error
  throw problem('server/no-upload', {}, { cause: error })
}

export async function readUpload(request: FastifyRequest, uploadFolder: string): Promise<Upload> {
  if (!request.isMultipart()) throw problem('server/media-type', { wanted: 'multipart/form-data' })
  await mkdir(uploadFolder, { recursive: true, mode: 0o700 })
  const folder = await mkdtemp(join(uploadFolder, 'upload-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  try {
    const part = await request.file().catch(refuseBroken)
    if (!part || part.fieldname !== 'file') throw problem('server/no-upload')
    const hash = createHash('sha256')
    let bytes = 0
    const measure = new Transform({
      transform(chunk: Buffer, _encoding, done) {
        hash.update(chunk)
        bytes += chunk.length
        done(null, chunk)
      },
    })
    const path = join(folder, 'content')
    await pipeline(part.file, measure, createWriteStream(path, { mode: 0o600 })).catch(refuseBroken)
    if (part.file.truncated) throw problem('server/too-large', { limit: `${uploadLimitBytes / 1024 / 1024} MB` })
    return { fileName: plainFileName(part.filename), path, bytes, sha256: hash.digest('hex'), remove }
  } catch (error) {
    await remove()
    throw error
  }
}
