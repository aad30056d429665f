/** Names that an author may have meant, nearest first. */
import { characterDistance } from '@bangfu/kernel'

export function nearNames(wanted: string, known: readonly string[], most = 5): readonly string[] {
  const limit = Math.max(1, Math.ceil([...wanted].length / 2))
  const scored = [...new Set(known)].map((name) => {
    const overlaps = name.includes(wanted) || wanted.includes(name)
    return { name, distance: characterDistance(wanted.toLowerCase(), name.toLowerCase()), overlaps }
  })
  return scored
    .filter(({ distance, overlaps }) => overlaps || distance <= limit)
    .sort((a, b) => a.distance - b.distance || (a.name < b.name ? -1 : 1))
    .slice(0, most)
    .map(({ name }) => name)
}
