/**
 * What makes a spreadsheet take a cell for a formula: a sign at its beginning, also in full width, or a character that it passes over before one
 * (OWASP, "CSV injection").
 */
const FORMULA = /^'*[=+\-@\t\r\n＝＋－＠]/u
const GUARDED = /^'+[=+\-@\t\r\n＝＋－＠]/u

/** A text as the cell of a table: an apostrophe before it where a spreadsheet would take it for a formula. Numbers are no texts, and stay as they are. */
export const guardedCell = (text: string): string => (FORMULA.test(text) ? `'${text}` : text)

/** The text that `guardedCell` was given, for tables of ours that are read again. */
export const unguardedCell = (cell: string): string => (GUARDED.test(cell) ? cell.slice(1) : cell)
