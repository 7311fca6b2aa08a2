import type { Schemas } from '@overturn/client'
import type { Word } from './words'

export type Upload = Schemas['ImportsUpload']
export type UploadedFile = Upload['files'][number]
export type ImportRow = Schemas['ImportsList']['imports'][number]

export const importStatusWords: Record<ImportRow['status'], Word> = {
  staging: { label: 'Being read', color: 'info' },
  merging: { label: 'Being read', color: 'info' },
  publishing: { label: 'Being written', color: 'info' },
  complete: { label: 'Imported', color: 'success' },
  failed: { label: 'Failed', color: 'error' },
  undoing: { label: 'Being undone', color: 'warning' },
  undone: { label: 'Undone', color: 'neutral' },
}

export const fileOutcomeWords: Record<UploadedFile['outcome'], Word> = {
  imported: { label: 'Imported', color: 'success' },
  preview: { label: 'Can be imported', color: 'success' },
  unchanged: { label: 'Imported before', color: 'neutral' },
  refused: { label: 'Refused', color: 'error' },
}
const NEEDS_COLUMNS: Word = { label: 'Columns to confirm', color: 'warning' }
export const fileWord = ({ outcome, needsColumns }: UploadedFile): Word => (needsColumns ? NEEDS_COLUMNS : fileOutcomeWords[outcome])

export const rejectionWords: Record<Schemas['ImportsRejectsList']['rejects'][number]['state'], Word> = {
  open: { label: 'Open', color: 'warning' },
  mended: { label: 'Mended', color: 'success' },
  dismissed: { label: 'Dismissed', color: 'neutral' },
}

const KINDS: Record<string, string> = {
  x12: 'X12',
  'x12-835': 'Remittance (X12 835)',
  'x12-837': 'Claims (X12 837)',
  'portal-json': 'Portal export (JSON)',
  fhir: 'FHIR',
  csv: 'Table (CSV)',
  'policies-csv': 'Policies (CSV)',
  synthetic: 'Invented group',
  unknown: 'Not recognized',
}
/** What kind of file it is; a format that has no words here goes by its own name. */
export const kindOfFile = (format: string) => KINDS[format] ?? format

const UNITS = ['bytes', 'kB', 'MB', 'GB'] as const
/** `1.2 MB`, in steps of a thousand. */
export function formatBytes(bytes: number): string {
  const step = Math.min(UNITS.length - 1, bytes < 1000 ? 0 : Math.floor(Math.log10(bytes) / 3))
  const amount = bytes / 1000 ** step
  return `${step === 0 || amount >= 100 ? Math.round(amount) : amount.toFixed(1)} ${UNITS[step]}`
}

/** `340 ms`, `9.1 s`, `2 min 5 s` */
export function formatDuration(milliseconds: number | null): string {
  if (milliseconds === null) return DASH
  if (milliseconds < 1000) return `${Math.round(milliseconds)} ms`
  if (milliseconds < 60_000) return `${(milliseconds / 1000).toFixed(1)} s`
  const seconds = Math.round(milliseconds / 1000)
  return `${Math.floor(seconds / 60)} min ${seconds % 60} s`
}
