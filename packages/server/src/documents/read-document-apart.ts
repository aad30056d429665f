/**
 * Reads uploaded documents on a thread of their own, one at a time, within bounds of time and memory: what somebody uploads may be made to
 * be slow, and everybody else's pages go on meanwhile.
 */
import { Worker } from 'node:worker_threads'
import { problem, ProblemError, type ProblemData } from '@bangfu/kernel'
import type { DocumentAnswer, DocumentTask } from './document-tasks.ts'

export interface DocumentLimits {
  /** A plan of 2,000,000 characters takes a part of this. */
  readonly seconds: number
  readonly memoryMb: number
  /** Documents that wait for their turn; the next is refused. */
  readonly waiting: number
}

const usualLimits: DocumentLimits = { seconds: 120, memoryMb: 1500, waiting: 4 }

type Told<T extends DocumentTask> = { readonly answer: DocumentAnswer<T> } | { readonly problems: readonly ProblemData[] }

export class DocumentReader {
  readonly #limits: DocumentLimits
  /** Kept for the next document; it never holds up the end of the process. */
  #worker: Worker | undefined
  #lastTurn: Promise<unknown> = Promise.resolve()
  #waiting = 0

  constructor(limits: DocumentLimits = usualLimits) {
    this.#limits = limits
  }

  /** The answer of the task, or its problem. Refuses when too many wait, and what takes too long or too much memory. */
  read<T extends DocumentTask>(task: T): Promise<DocumentAnswer<T>> {
    if (this.#waiting > this.#limits.waiting) return Promise.reject(problem('server/reader-busy', { waiting: this.#limits.waiting }))
    this.#waiting += 1
    const turn = this.#lastTurn.then(() => this.#onThread(task)).finally(() => { this.#waiting -= 1 })
    this.#lastTurn = turn.catch(() => undefined)
    return turn
  }

  #onThread<T extends DocumentTask>(task: T): Promise<DocumentAnswer<T>> {
    const { seconds, memoryMb } = this.#limits
    const worker = this.#worker ?? new Worker(new URL('./document-worker.ts', import.meta.url), { resourceLimits: { maxOldGenerationSizeMb: memoryMb } })
    this.#worker = undefined
    const refused = () => problem('server/document-too-hard', { file: task.file.name, seconds })
    return new Promise<Told<T>>((resolve, reject) => {
      const onError = (error: NodeJS.ErrnoException) => end(() => reject(error.code === 'ERR_WORKER_OUT_OF_MEMORY' ? refused() : error))
      const onExit = () => end(() => reject(refused()))
      const onMessage = (told: Told<T>) => end(() => resolve(told))
      const timer = setTimeout(onExit, seconds * 1000)
      const end = (settle: () => void): void => {
        clearTimeout(timer)
        worker.off('error', onError).off('exit', onExit).off('message', onMessage)
        settle()
      }
      worker.on('error', onError).on('exit', onExit).on('message', onMessage)
      worker.ref()
      worker.postMessage(task)
    }).then((told) => {
      worker.unref()
      this.#worker = worker
      if ('problems' in told) throw new ProblemError(told.problems)
      return told.answer
    }, async (error: unknown) => {
      worker.on('error', () => undefined)
      await worker.terminate()
      throw error
    })
  }
}

export const documentReader = new DocumentReader()
