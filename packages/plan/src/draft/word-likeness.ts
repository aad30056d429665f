/** How much two texts share, by their two-character runs (Dice's coefficient): 0 nothing, 1 the same runs. Characters, never bytes. */

function runsOf(text: string): Map<string, number> {
  const characters = [...text]
  const runs = new Map<string, number>()
  if (characters.length === 1) runs.set(text, 1)
  for (let i = 0; i + 1 < characters.length; i += 1) {
    const run = characters[i]! + characters[i + 1]!
    runs.set(run, (runs.get(run) ?? 0) + 1)
  }
  return runs
}

export function wordLikeness(a: string, b: string): number {
  if (a === b) return 1
  const [left, right] = [runsOf(a), runsOf(b)]
  const size = (runs: Map<string, number>) => [...runs.values()].reduce((sum, n) => sum + n, 0)
  const common = [...left].reduce((sum, [run, n]) => sum + Math.min(n, right.get(run) ?? 0), 0)
  const whole = size(left) + size(right)
  return whole === 0 ? 0 : (2 * common) / whole
}
