/** Says what is being done at start and how long each step took, on the terminal in one language. */
import type { Language } from '@bangfu/kernel'
import type { Bilingual } from '../contract/index.ts'

export interface Steps {
  time<T>(what: Bilingual, work: () => Promise<T>): Promise<T>
  say(what: Bilingual): void
  /** Milliseconds since the start. */
  elapsedMs(): number
}

export function makeSteps(language: Language, print: (line: string) => void): Steps {
  const begin = performance.now()
  const seconds = (ms: number): string => `${(ms / 1000).toFixed(1)} s`
  return {
    elapsedMs: () => performance.now() - begin,
    say: (what) => print(`  ${what[language]}`),
    time: async (what, work) => {
      const from = performance.now()
      const result = await work()
      print(`✓ ${what[language]} (${seconds(performance.now() - from)})`)
      return result
    },
  }
}
