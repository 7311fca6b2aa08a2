import type { Truth } from '../synthetic/truth.ts'
import type { WrittenFile } from './out-file.ts'
import type { ClaimHistory, PackRecord } from './records.ts'

export const packFormats = ['x12', 'fhir', 'csv', 'portal-json'] as const
export type PackFormatName = (typeof packFormats)[number]

/** What a truth file counts, and what of the cash. */
export type TruthPart = Exclude<keyof Truth, 'seed' | 'asOf' | 'months' | 'patterns' | 'claims' | 'cash'> | `cash.${keyof Truth['cash']}`

export interface PackTarget {
  folder: string
  /** Of the group; what a writer chooses by chance, it chooses by this. */
  seed: number
}

export interface PackWriter {
  take(record: PackRecord): Promise<void> | void
  /** Writes what is left, and names the files. */
  finish(): Promise<WrittenFile[]>
  /** Removes what it keeps beside the files. Called at the end, however it went. */
  abandon(): Promise<void>
}

/** A format that the invented group is written in. */
export interface PackFormat {
  name: PackFormatName
  label: string
  /** What the format can say of a claim: a format that knows one status per claim says only how it stands. Null for what it cannot say at all. */
  asSaid(history: ClaimHistory): ClaimHistory | null
  /** Parts of the truth that files of this format do not bring. */
  absent: readonly TruthPart[]
  /** By what files of this format name who rendered and who billed: the id of the group, or the NPI. */
  providersBy: 'id' | 'npi'
  writer(target: PackTarget): PackWriter
}
