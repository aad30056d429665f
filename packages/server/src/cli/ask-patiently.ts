/** `fetch` waits five minutes for the first sign of an answer and no longer; going through a large register may take more. */

const ranOut = (error: unknown): boolean => error instanceof TypeError && (error.cause as { code?: string } | undefined)?.code === 'UND_ERR_HEADERS_TIMEOUT'

/** Asks again as often as the wait for an answer ran out; any other failure is thrown. Only for questions that the server answers once to all who wait. */
export async function askPatiently<T>(ask: () => Promise<T>): Promise<T> {
  for (;;) {
    try {
      return await ask()
    } catch (error) {
      if (!ranOut(error)) throw error
    }
  }
}
