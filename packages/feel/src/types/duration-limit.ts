/** Durations stay within what lies between the first and the last date (0001-01-01 to 9999-12-31); a longer one is unknown, in both back ends. */
export const durationLimit: Readonly<Record<'months' | 'days', number>> = { months: 9_999 * 12, days: 3_652_059 }
export const firstDate = '0001-01-01'
export const lastDate = '9999-12-31'
