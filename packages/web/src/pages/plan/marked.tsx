/** A text in which the words looked for are marked. */
import { cutAtWords } from './plan-search.ts'

export function Marked({ text, find }: { text: string; find: string | undefined }) {
  return <>{cutAtWords(text, find).map((part, i) => (i % 2 === 1 ? <mark key={i}>{part}</mark> : part))}</>
}
