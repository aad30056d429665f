/** The address of a clause: the plan's page with the clause's own printed id. */
export function clauseAddress(id: string): string {
  return `/plan?${new URLSearchParams({ clause: id }).toString()}`
}
