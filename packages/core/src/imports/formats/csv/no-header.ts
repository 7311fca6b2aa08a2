import { OverturnError } from '../../../errors.ts'
import { cellText } from './cell-text.ts'
import { isKnownColumn } from './guess.ts'
import { parseAmount, parseDate } from './values.ts'

/** A table that begins with its data. No cell of it is quoted: what stands where names should be may be a patient's. */
export class NoHeader extends OverturnError {
  readonly remedy = 'Put a line with the names of the columns above its first row and import it again.'

  constructor(columns: number) {
    super(
      'unreadable_file',
      `The table has no header row: its first line looks like data, not like the names of its ${columns} columns. Put a line with the names of the columns above it (Claim ID, Date of service, Charge …), or export the table again with its headings.`,
    )
  }
}

/** What `uniqueNames` writes where cells of the first line are blank or stand twice. */
const NUMBERED = / \(\d+\)$/
const UNNAMED = /^Column \d+$/

/** Dates, amounts and numbers; diagnosis and procedure codes; ids and numbers of accounts, members and telephones; addresses of mail. */
const isValue = (cell: string): boolean =>
  parseDate(cell) !== null ||
  parseDate(cell, 'day-first') !== null ||
  parseAmount(cell) !== null ||
  parseAmount(cell, 'european') !== null ||
  /^[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/i.test(cell) ||
  /^[A-Z]\d{4}$/i.test(cell) ||
  isNumbered(cell) ||
  /^\S+@\S+\.\S+$/.test(cell)

/** Five digits, in one word where there are letters: names of elements and boxes ("2300 CLM01", "CMS-1500 Box 24D") have as many in several. */
const isNumbered = (cell: string): boolean =>
  /^[\w.:/#() +-]+$/.test(cell) && (/[a-z]/i.test(cell) ? cell.split(/[\s_()]+/) : [cell]).some((word) => word.replace(/\D/g, '').length >= 5)

/**
 * Whether the first line of a table is a row like those below it. Names that are ours speak against it, each as much as two cells that look like values
 * or stand again in their own column. A table whose pages repeat its header has one.
 */
export function lacksHeader(header: readonly string[], rows: readonly (readonly string[])[] = []): boolean {
  const names = header.map((name) => name.replace(NUMBERED, ''))
  const below = rows.map((row) => row.map((cell) => cellText(cell).trim())).filter((row) => row.some((cell, at) => cell !== names[at]))
  const looks = names.filter((name, at) => !UNNAMED.test(name) && (isValue(name) || below.some((row) => row[at] === name)))
  return looks.length > 2 * names.filter(isKnownColumn).length
}
