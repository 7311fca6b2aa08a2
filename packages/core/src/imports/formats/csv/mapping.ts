import { createHash } from 'node:crypto'
import { z } from 'zod'
import { OverturnError } from '../../../errors.ts'
import { csvFields, fieldNames, type FieldName } from './fields.ts'
import { amountFormats, dateFormats } from './values.ts'

export const rowKinds = ['claim', 'line', 'denial'] as const

/** What the columns of a table mean. Names of columns are compared without case and spare blanks. */
export const columnMapping = z.strictObject({
  /** What stands between the cells, as found when the mapping was made. */
  delimiter: z.string().length(1),
  header: z.array(z.string().max(200)).min(2).max(1000),
  /** Our field: the column, or columns in their order, that say it. */
  fields: z.partialRecord(z.enum(fieldNames as [FieldName, ...FieldName[]]), z.array(z.string().min(1)).min(1).max(30)),
  /** One row is a whole claim, a line of one, or a denial (a reason) of one whose amounts every row repeats. */
  rows: z.enum(rowKinds),
  dateFormat: z.enum(dateFormats),
  amountFormat: z.enum(amountFormats),
})
export type ColumnMapping = z.output<typeof columnMapping>

const plain = (name: string) => name.trim().replace(/\s+/g, ' ').toLowerCase()

/** By which a header is known again: its names in their order, without case and spare blanks. */
export const headerKey = (header: readonly string[]) =>
  createHash('sha256')
    .update(JSON.stringify(header.map(plain)))
    .digest('hex')

/** The positions of the columns of each field. */
export type ColumnPositions = Partial<Record<FieldName, number[]>>

/** What keeps a mapping from being used, in words; empty when nothing does. */
export function problemsOf({ header, fields }: Pick<ColumnMapping, 'header' | 'fields'>): string[] {
  const names = header.map(plain)
  const problems: string[] = []
  for (const [field, columns] of Object.entries(fields) as [FieldName, string[]][]) {
    for (const column of columns) if (!names.includes(plain(column))) problems.push(`${field}: the header has no column "${column}"`)
    if (columns.length > 1 && !('several' in csvFields[field])) problems.push(`${field}: takes one column, not ${columns.length}`)
  }
  if (!fields.claimId && !fields.patientControlNumber) problems.push('claimId or patientControlNumber: a column must tell which claim it is')
  if (!fields.billed) problems.push('billed: a column must tell what was billed')
  return problems
}

/** Where each field stands in a table of this header. Throws `invalid_input` for a mapping that cannot be used. */
export function positionsOf(mapping: ColumnMapping): ColumnPositions {
  const problems = problemsOf(mapping)
  if (problems.length > 0) throw new OverturnError('invalid_input', `The column mapping cannot be used: ${problems.join('; ')}.`)
  const names = mapping.header.map(plain)
  return Object.fromEntries(Object.entries(mapping.fields).map(([field, columns]) => [field, columns.map((column) => names.indexOf(plain(column)))]))
}
