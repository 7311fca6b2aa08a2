import { guardedCell } from '@overturn/core/formula-guard'

/** A column of a file made of what a screen shows. Amounts and counts are numbers, not formatted text. */
export interface ExportColumn<Row> {
  label: string
  value: (row: Row) => string | number | boolean | null | undefined
}

const cell = (value: string | number | boolean | null | undefined) => {
  const text = typeof value === 'string' ? guardedCell(value) : String(value ?? '')
  return /[",\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** RFC 4180, with the byte order mark by which spreadsheets know UTF-8. */
export const asCsv = <Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): string =>
  '\uFEFF' +
  [columns.map(({ label }) => cell(label)), ...rows.map((row) => columns.map(({ value }) => cell(value(row))))]
    .map((cells) => cells.join(',') + '\r\n')
    .join('')

/** A list of objects by the labels of the columns; unknown is null. */
export const asJson = <Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]): string =>
  JSON.stringify(
    rows.map((row) => Object.fromEntries(columns.map(({ label, value }) => [label, value(row) ?? null]))),
    null,
    2,
  )

/** The cells of a sheet for write-excel-file: a bold first row, then values with their own types. */
export const asSheet = <Row>(columns: readonly ExportColumn<Row>[], rows: readonly Row[]) => [
  columns.map(({ label }) => ({ value: label, fontWeight: 'bold' as const })),
  ...rows.map((row) => columns.map(({ value }) => ({ value: value(row) ?? undefined }))),
]
