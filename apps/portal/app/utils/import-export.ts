import type { Schemas } from '@overturn/client'
import type { ExportColumn } from './table-export'
import { importStatusWords, kindOfFile, rejectionWords, type ImportRow } from './import-words'

export type Rejection = Schemas['ImportsRejectsList']['rejects'][number]

/** The lists of imports and of rejected pieces as files. */
export const importColumns: ExportColumn<ImportRow>[] = [
  { label: 'Number', value: ({ id }) => id },
  { label: 'File', value: ({ fileName }) => fileName },
  { label: 'Kind', value: ({ format }) => kindOfFile(format) },
  { label: 'Status', value: ({ status }) => importStatusWords[status].label },
  { label: 'By', value: ({ importedBy }) => importedBy },
  { label: 'Started', value: ({ startedAt }) => startedAt },
  { label: 'Milliseconds', value: ({ duration }) => duration },
  { label: 'Bytes', value: ({ bytes }) => bytes },
  { label: 'New claims', value: ({ newClaims }) => newClaims },
  { label: 'Changed claims', value: ({ changedClaims }) => changedClaims },
  { label: 'New decisions', value: ({ newDecisions }) => newDecisions },
  { label: 'Denied claims', value: ({ deniedClaims }) => deniedClaims },
  { label: 'Rejected', value: ({ rejections }) => rejections },
  { label: 'Warnings', value: ({ warnings }) => warnings },
  { label: 'Error', value: ({ error }) => error },
]

export const rejectColumns: ExportColumn<Rejection>[] = [
  { label: 'Import', value: ({ importId }) => importId },
  { label: 'Position', value: ({ position }) => position },
  { label: 'File', value: ({ fileName }) => fileName },
  { label: 'State', value: ({ state }) => rejectionWords[state].label },
  { label: 'Code', value: ({ code }) => code },
  { label: 'What is wrong', value: ({ message }) => message },
  { label: 'What to do', value: ({ remedy }) => remedy },
  { label: 'Where', value: ({ place }) => placeText(place) },
]

/** Where something stands in its file, as far as that is known. */
export function placeText({ line, segment, field, record, byteOffset }: Rejection['place']): string {
  const parts = [
    line !== null && `line ${line}`,
    segment !== null && `segment ${segment}`,
    field !== null && field,
    record !== null && `record ${record}`,
    line === null && segment === null && byteOffset !== null && `byte ${byteOffset}`,
  ]
  return parts.filter(Boolean).join(', ')
}
