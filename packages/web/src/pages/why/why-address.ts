/** The address of the page that explains one determination. */
export function whyAddress(measure: string, subject: string, period: string | null | undefined): string {
  const query = new URLSearchParams({ measure, subject })
  if (period) query.set('period', period)
  return `/why?${query.toString()}`
}
