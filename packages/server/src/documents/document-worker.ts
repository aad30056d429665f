/** Entry of the thread that reads documents: does one task after another and tells each answer, or its problems. */
import { parentPort } from 'node:worker_threads'
import { ProblemError } from '@bangfu/kernel'
import { carryOut, type DocumentTask } from './document-tasks.ts'

parentPort!.on('message', (task: DocumentTask) => {
  const told = carryOut(task).then((answer) => ({ answer }), (error: unknown) => {
    if (error instanceof ProblemError) return { problems: error.problems }
    throw error
  })
  // A fault is not caught: it ends the thread and is reported where the task came from.
  void told.then((message) => parentPort!.postMessage(message))
})
