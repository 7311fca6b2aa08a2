import type { Raw } from '../portal-json/values.ts'
import { valueOf } from './cells.ts'
import type { Column } from './columns.ts'
import { policyFields } from './fields.ts'
import type { TableIssues } from './issues.ts'
import type { TableRow } from './table.ts'

/** Ids and codes are keys of the database, which holds no longer ones. */
const LONGEST_KEY = 500

/** A row as the object that the portal's JSON would have; null, and told, when it cannot be one. */
export function policyOf({ number, cells }: TableRow, columns: readonly Column[], issues: TableIssues): Raw | null {
  if (cells.slice(columns.length).some((cell) => cell.trim() !== '')) {
    issues.reject('policies.row-width', `The row has ${cells.length} cells and the header ${columns.length}`, number)
    return null
  }
  const entries = columns.flatMap((column, at) => entryOf(column, cells[at] ?? '', number, issues))
  for (const [field, value] of entries) {
    if (isStorable(value) && !isTooLong(field, value)) continue
    if (isStorable(value)) issues.reject('policies.value-too-long', `An id or code is longer than ${LONGEST_KEY} characters`, number, field)
    else issues.reject('policies.unstorable-text', 'A text holds a NUL character or half of a surrogate pair', number, field)
    return null
  }
  return Object.fromEntries(entries)
}

function entryOf(column: Column, cell: string, row: number, issues: TableIssues): [string, unknown][] {
  if ('extra' in column) return cell.trim() === '' ? [] : [[column.extra, cell]]
  const { value, isClean } = valueOf(policyFields[column.field], cell)
  if (!isClean) issues.warn('policies.cell-not-read', 'The cell begins like JSON and is none; it is read as text', row, column.field)
  return [[column.field, value]]
}

function isTooLong(field: string, value: unknown): boolean {
  const keys = field === 'id' ? [value] : Array.isArray(value) ? value.map((item: unknown) => (isRecord(item) ? item.code : item)) : []
  return keys.some((key) => typeof key === 'string' && key.length > LONGEST_KEY)
}

const isRecord = (value: unknown): value is Raw => typeof value === 'object' && value !== null

/** PostgreSQL stores neither NUL nor half of a surrogate pair; both can come from an escape in a JSON cell. */
function isStorable(value: unknown): boolean {
  if (typeof value === 'string') return value.isWellFormed() && !value.includes('\0')
  return !isRecord(value) || Object.entries(value).every(([key, inner]) => isStorable(key) && isStorable(inner))
}
