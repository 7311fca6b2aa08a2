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

type Kind = 'blank' | 'word' | 'date' | 'month' | 'number' | 'code' | 'mail'

/** A month of a year, as columns of a report are named. */
const MONTH = /^(?:(?:19|20)\d\d[-/.](?:0[1-9]|1[0-2])|(?:0[1-9]|1[0-2])[-/.](?:19|20)\d\d)$/
/** A year, or a code of a procedure: what else such columns are named by. */
const YEAR = /^(?:19|20)\d\d$/
const PROCEDURE = /^(?:\d{5}|[A-Z]\d{4}|\d{4}[A-Z])$/i

/** Five digits, in one word where there are letters: names of elements and boxes ("2300 CLM01", "CMS-1500 Box 24D") have as many in several. */
const isNumbered = (cell: string): boolean =>
  /^[\w.:/#() +-]+$/.test(cell) && (/[a-z]/i.test(cell) ? cell.split(/[\s_()]+/) : [cell]).some((word) => word.replace(/\D/g, '').length >= 5)

/** What a cell holds. A code: of a diagnosis or procedure, an id, the number of an account, a member or a telephone. */
function kindOf(cell: string): Kind {
  if (cell === '') return 'blank'
  if (parseDate(cell) !== null || parseDate(cell, 'day-first') !== null) return 'date'
  if (MONTH.test(cell)) return 'month'
  if (!/^\d{5,}$/.test(cell) && (parseAmount(cell) !== null || parseAmount(cell, 'european') !== null)) return 'number'
  if (/^[A-TV-Z]\d[0-9A-Z](?:\.[0-9A-Z]{1,4})?$/i.test(cell) || /^[A-Z]\d{4}$/i.test(cell) || isNumbered(cell)) return 'code'
  return /^\S+@\S+\.\S+$/.test(cell) ? 'mail' : 'word'
}

const isValue = (cell: string): boolean => !['blank', 'word'].includes(kindOf(cell))

/** Months, years or procedures, each once, and nothing else that looks like data: a row of claims has a number, a day or an amount beside them. */
function isRun(values: readonly string[]): boolean {
  return new Set(values).size === values.length && [MONTH, YEAR, PROCEDURE].some((pattern) => values.every((value) => pattern.test(value)))
}

/** Whether most cells below are of another kind: a month over amounts, a procedure over counts. */
function isOverOthers(value: string, below: readonly string[]): boolean {
  const kinds = below.map(kindOf).filter((kind) => kind !== 'blank')
  return kinds.length > 0 && 2 * kinds.filter((kind) => kind === kindOf(value)).length < kinds.length
}

/**
 * Whether the first line of a table is a row like those below it. A cell speaks for it that stands again in its own column, or that looks like a value
 * and is of the kind of what stands below. A name that is ours speaks against it as much as two such cells, a value over cells of another kind as much as
 * one; and months, years or procedures are names of columns beside a name that is ours, where no row or only their being numbers like those below says
 * otherwise. A table whose pages repeat its header has one.
 */
export function lacksHeader(header: readonly string[], rows: readonly (readonly string[])[] = []): boolean {
  const names = header.map((name) => name.replace(NUMBERED, ''))
  const below = rows.map((row) => row.map((cell) => cellText(cell).trim())).filter((row) => row.some((cell, at) => cell !== names[at]))
  const columns = names.map((name, at) => ({ name, below: below.map((row) => row[at] ?? '') })).filter(({ name }) => !UNNAMED.test(name))
  const known = names.filter(isKnownColumn).length
  const again = columns.filter((column) => column.below.includes(column.name))
  const values = columns.filter((column) => isValue(column.name) && !again.includes(column))
  const others = values.filter((column) => isOverOthers(column.name, column.below))
  const cells = values.map(({ name }) => name)
  if (known > 0 && again.length === 0 && isRun(cells) && (below.length === 0 || cells.every((cell) => YEAR.test(cell)))) return false
  return again.length + values.length - others.length > 2 * known + others.length
}
