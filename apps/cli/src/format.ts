/** How numbers look to a person. What is unknown is a dash, never a zero. */
const DASH = '–'
const whole = new Intl.NumberFormat('en-US')
const dollar = new Intl.NumberFormat('en-US', { style: 'currency', currency: 'USD' })

export const count = (value: number | null) => (value === null ? DASH : whole.format(value))
/** "1 claim", "1,552 claims". */
export const counted = (value: number, one: string, many = `${one}s`) => `${count(value)} ${value === 1 ? one : many}`
export const money = (value: number | null) => (value === null ? DASH : dollar.format(value))
export const percent = (value: number | null) => (value === null ? DASH : `${value.toFixed(2)} %`)
/** "2026-06-30 17:05 UTC" of an ISO 8601 moment. */
export const moment = (value: string) => `${value.slice(0, 10)} ${value.slice(11, 16)} UTC`
export const text = (value: string | null) => value ?? DASH

export interface Column<Row> {
  title: string
  value: (row: Row) => string
  /** Numbers stand at the right. */
  right?: boolean
}

/** Rows under titles, in columns as wide as they need, separated by two spaces. */
export function table<Row>(rows: readonly Row[], columns: readonly Column<Row>[]): string {
  const cells = [columns.map(({ title }) => title), ...rows.map((row) => columns.map(({ value }) => value(row)))]
  const widths = columns.map((_, index) => Math.max(...cells.map((line) => line[index]!.length)))
  const line = (values: string[]) =>
    values
      .map((value, index) => (columns[index]!.right ? value.padStart(widths[index]!) : value.padEnd(widths[index]!)))
      .join('  ')
      .trimEnd()
  return cells.map(line).join('\n')
}

/** Names and values, one pair per line. */
export function facts(pairs: readonly (readonly [name: string, value: string])[]): string {
  const width = Math.max(...pairs.map(([name]) => name.length))
  return pairs.map(([name, value]) => `${name.padEnd(width)}  ${value}`).join('\n')
}

/** "Page 1 of 3, 45 in all", for the end of a list. */
export function pageLine({ page, pages, total }: { page: number; pages: number; total: number }): string {
  return pages > 1 ? `Page ${count(page)} of ${count(pages)}, ${count(total)} in all` : `${count(total)} in all`
}
