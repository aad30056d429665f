/** One cell of a CSV file: quoted, and an apostrophe before what a spreadsheet could take for a formula (OWASP: CSV injection). */
export function csvCell(value: string | number | null | undefined): string {
  const text = String(value ?? '')
  const safe = /^(?:[\t\r\n]|\s*[=+@＝＋－＠].|\s*-(?![\d,]*\.?\d+%?\s*$).)/su.test(text) ? `'${text}` : text
  return `"${safe.replaceAll('"', '""')}"`
}
