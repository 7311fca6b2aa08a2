import type { Importer } from '../../../src/imports/importer.ts'
import type { ImportRecord } from '../../../src/imports/records.ts'

async function* chunksOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

export interface ReadingOptions {
  partial?: boolean
  chunk?: number
}

/** Reads JSON (a value, or text or bytes as they are) with an importer, in chunks of so many bytes. */
export async function readWith(importer: Importer, content: unknown, { partial = false, chunk = 97 }: ReadingOptions): Promise<ImportRecord[]> {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  const records: ImportRecord[] = []
  for await (const batch of importer.read(chunksOf(bytes, chunk), { partial })) records.push(...batch)
  return records
}

/** The record type of a kind; portal objects share one. */
type RecordOf<Kind, Record = ImportRecord> = Record extends { kind: infer Own } ? (Kind extends Own ? Record : never) : never

/** The records of one kind. */
export const ofKind = <Kind extends ImportRecord['kind']>(records: readonly ImportRecord[], kind: Kind) =>
  records.filter((record) => record.kind === kind) as RecordOf<Kind>[]

/** Codes of the issues, with the field where there is one. */
export const issuesOf = (records: readonly ImportRecord[]) =>
  ofKind(records, 'issue').map(({ severity, code, where }) => `${severity} ${code}${where.field === undefined ? '' : ` ${where.field}`}`)
