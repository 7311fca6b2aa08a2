import type { ImportRecord, IssueRecord } from '../../records.ts'

/** Every code of an issue with the table itself; what is wrong inside a policy is told as in the portal's JSON (portal-json/issues.ts). */
export const policiesCsvRemedies = {
  'policies.broken-table': 'Save the table again as CSV, or import it with partial reading to keep the rows before the damage.',
  'policies.row-width': 'Put a cell that holds the separator between quotation marks and import the file again.',
  'policies.column-not-known': 'Nothing to do if the column is not needed; its texts are kept with the policy. docs/imports.md lists the columns.',
  'policies.cell-not-read': 'Write a list with semicolons between its values, or as JSON.',
  'policies.value-too-long': 'Shorten the id or code and import the file again.',
  'policies.unstorable-text': 'Remove the control character (NUL or half of a surrogate pair) from the text and import the file again.',
  'policies.not-utf8': 'Check names with accents; the text was read as Latin-1.',
  'policies.empty': 'Nothing to do if the list is meant to be empty; else export the policies again.',
} as const
export type PoliciesCsvIssueCode = keyof typeof policiesCsvRemedies

/** Issues of one code beyond this many are counted, not listed: memory must not grow with the damage. */
const LISTED = 1000

/** Collects what is to be told of the table while it is read. Messages name rows and columns, never what a cell holds. */
export class TableIssues {
  #issues: ImportRecord[] = []
  readonly #counts = new Map<PoliciesCsvIssueCode, number>()

  reject(code: PoliciesCsvIssueCode, message: string, row?: number, field?: string): void {
    this.#add('rejection', code, message, row, field)
  }

  warn(code: PoliciesCsvIssueCode, message: string, row?: number, field?: string): void {
    this.#add('warning', code, message, row, field)
  }

  drain(): ImportRecord[] {
    const drained = this.#issues
    this.#issues = []
    return drained
  }

  finish(): ImportRecord[] {
    for (const [code, count] of this.#counts) {
      if (count > LISTED) this.#issues.push(issue('warning', code, `${count - LISTED} more of these were found and not listed`))
    }
    return this.drain()
  }

  #add(severity: IssueRecord['severity'], code: PoliciesCsvIssueCode, message: string, row?: number, field?: string): void {
    const count = (this.#counts.get(code) ?? 0) + 1
    this.#counts.set(code, count)
    if (count <= LISTED) this.#issues.push(issue(severity, code, message, row, field))
  }
}

function issue(severity: IssueRecord['severity'], code: PoliciesCsvIssueCode, message: string, row?: number, field?: string): IssueRecord {
  const where: IssueRecord['where'] = {}
  if (row !== undefined) where.line = row
  if (field !== undefined) where.field = field
  return { kind: 'issue', severity, code, message, remedy: policiesCsvRemedies[code], where }
}
