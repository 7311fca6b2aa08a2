import { OverturnError } from '../../../errors.ts'
import { delimiterOf, rawText } from '../csv/detect.ts'
import { policyFieldNames, type PolicyField } from './fields.ts'
import type { TableIssues } from './issues.ts'
import { plainName } from './table.ts'

/** What a column of the table is: a field of a policy, or another text to keep under its name. */
export type Column = { field: PolicyField } | { extra: string }

const MOST_COLUMNS = 200
const exact: ReadonlySet<string> = new Set(policyFieldNames)
const byPlainName = new Map(policyFieldNames.map((field) => [plainName(field), field]))
byPlainName.set('policyid', 'id').set('policyname', 'name')

/** The columns in their order. A name as it is written comes before one that only resembles it. Throws `unreadable_file` without `id` or `name`. */
export function columnsOf(header: readonly string[], issues: TableIssues): Column[] {
  if (header.length > MOST_COLUMNS)
    throw new OverturnError('unreadable_file', `The table has ${header.length} columns; more than ${MOST_COLUMNS} are not read.`)
  const taken = new Set(header.filter((name) => exact.has(name)))
  const columns = header.map((name) => columnOf(name, taken))
  for (const needed of ['id', 'name']) if (!taken.has(needed)) throw new OverturnError('unreadable_file', `Row 1 names no column "${needed}".`)
  for (const [at, column] of columns.entries()) if ('extra' in column) issues.warn('policies.column-not-known', `Column ${at + 1} is no field of a policy`, 1)
  return columns
}

function columnOf(name: string, taken: Set<string>): Column {
  if (exact.has(name)) return { field: name as PolicyField }
  const field = byPlainName.get(plainName(name))
  if (!field || taken.has(field)) return { extra: name }
  taken.add(field)
  return { field }
}

/** Columns that tables of claims or providers do not have. */
const marks: readonly PolicyField[] = ['mode', 'logicType', 'clinicalRationale', 'commonMistake', 'fixGuidance', 'ageRestrictions', 'frequencyLimits']

/** True when the first line names the columns of policies: id, name and at least two that only policies have. */
export function detectPoliciesCsv(head: Uint8Array): boolean {
  const line = /^[^\r\n\0]*/.exec(rawText(head))?.[0] ?? ''
  const delimiter = delimiterOf(line)
  if (delimiter === null) return false
  const names = new Set(line.split(delimiter).map((name) => byPlainName.get(plainName(name.replaceAll('"', '')))))
  return names.has('id') && names.has('name') && marks.filter((field) => names.has(field)).length >= 2
}
