import { stringify } from 'csv-stringify/sync'
import { guardedCell } from '../../formula-guard.ts'
import type { DeidentifiedClaim, ExportedClaim, Identity } from './deidentify.ts'
import type { exportFormats } from './schemas.ts'

type IdentifiedClaim = ExportedClaim & Identity

const COMMON = [
  'patientAge',
  'status',
  'claimType',
  'providerId',
  'providerName',
  'payerId',
  'payerName',
  'billedAmount',
  'paidAmount',
  'deniedAmount',
  'denialReason',
  'denialCarc',
  'denialRarc',
  'initialOutcome',
  'finalOutcome',
  'isDuplicate',
  'appealStatus',
  'procedureCodes',
  'diagnosisCodes',
  'modifiers',
  'lineCount',
  'deniedLineCount',
] as const satisfies (keyof DeidentifiedClaim & keyof IdentifiedClaim)[]

/** The columns of a file, named one by one: what is added to claims later leaves the house when somebody puts it here. */
const DEIDENTIFIED = ['claim', 'year', 'countedFrom', 'daysToSubmission', 'daysToDecision', ...COMMON] as const satisfies (keyof DeidentifiedClaim)[]
const IDENTIFIED = [
  'id',
  'patientControlNumber',
  'patientName',
  'patientBirthDate',
  'memberId',
  'dateOfService',
  'submissionDate',
  'submissionBasis',
  'processingDate',
  'reportedReason',
  ...COMMON,
] as const satisfies (keyof IdentifiedClaim)[]

interface FileOptions {
  format: (typeof exportFormats)[number]
  identified: boolean
  /** A table begins with the names of its columns. */
  hasHeader: boolean
}

/** A part of the file. Several codes stand in one cell, with spaces between them. */
export function fileOf(rows: readonly (DeidentifiedClaim | IdentifiedClaim)[], { format, identified, hasHeader }: FileOptions): string {
  const columns: readonly string[] = identified ? IDENTIFIED : DEIDENTIFIED
  const cells = rows.map((row) => columns.map((column) => (row as unknown as Record<string, unknown>)[column] ?? null))
  if (format === 'ndjson') return cells.map((values) => `${JSON.stringify(Object.fromEntries(columns.map((column, at) => [column, values[at]])))}\n`).join('')
  // Words come from other people's files.
  const table = cells.map((values) => values.map((value) => (Array.isArray(value) ? value.join(' ') : value)))
  return stringify([...(hasHeader ? [[...columns]] : []), ...table], { cast: { string: guardedCell, boolean: String } })
}
