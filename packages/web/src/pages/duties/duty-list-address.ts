/** The address of a body's own duties; of a class at one place when a place is named. */
export function dutyListAddress(body: string, place?: string): string {
  return `/plan/duties/${encodeURIComponent(body)}${place === undefined ? '' : `?place=${place}`}`
}
