import { parse } from 'csv-parse/sync'
import { stringify } from 'csv-stringify/sync'
import { guardedCell } from '../../formula-guard.ts'
import { REASON_COLUMNS } from '../formats/csv/rejected-rows.ts'
import type { Place } from '../history/schemas.ts'
import type { RejectionWithContent } from './sql.ts'

const SEPARATORS = [',', ';', '\t', '|']

/** Where it stands, in words: "line 12, SVC02". */
export function placeText({ line, segment, byteOffset, field, record }: Place): string {
  const parts = [line !== null && `line ${line}`, segment !== null && `segment ${segment}`, byteOffset !== null && `byte ${byteOffset}`, field, record]
  return parts.filter((part) => part !== false && part !== null).join(', ')
}

/** The names of the columns of a rejected piece of a table: its first line. */
export const headerOf = (content: string): string[] => rowsOf(content, 1)[0] ?? []

/**
 * Rejections as a table with the reason first. Of a table (`header`) its own columns follow, one line for each of its rows; of any other
 * format one column with the rejected piece as a file of its own. Who reads it again takes the guard of its cells off (`csv/rejected-rows.ts`).
 */
export function rejectionTable(rejections: readonly RejectionWithContent[], header: readonly string[] | null, { isFirst }: { isFirst: boolean }): string {
  const lines = rejections.flatMap((one) => {
    const reason = [one.fileName, placeText(one.place), one.code, one.message, one.remedy]
    if (header === null) return [[...reason, one.content ?? '']]
    const rows = one.content === null ? [] : rowsOf(one.content).slice(1)
    return rows.length === 0 ? [reason] : rows.map((row) => [...reason, ...row])
  })
  return stringify(isFirst ? [[...REASON_COLUMNS, ...(header ?? ['content'])], ...lines] : lines, { cast: { string: guardedCell } })
}

/** The cells of a piece of a table, by the separator that gives its first line the most of them. */
function rowsOf(content: string, to = Infinity): string[][] {
  const widths = SEPARATORS.map((delimiter) => cells(content, delimiter, 1)[0]?.length ?? 0)
  return cells(content, SEPARATORS[widths.indexOf(Math.max(...widths))]!, to)
}

function cells(content: string, delimiter: string, to: number): string[][] {
  return parse(content, { delimiter, relax_column_count: true, relax_quotes: true, skip_empty_lines: true, ...(to !== Infinity && { to }) })
}
