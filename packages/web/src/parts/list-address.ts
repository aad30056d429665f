/** The address of the list behind a figure: the page and its filters as the server names them. */
import type { ListLink } from '../client/contract.ts'

export function listAddress(link: ListLink, more: Readonly<Record<string, string>> = {}): string {
  const query = new URLSearchParams({ ...link.filters, ...more }).toString()
  return query ? `${link.path}?${query}` : link.path
}
