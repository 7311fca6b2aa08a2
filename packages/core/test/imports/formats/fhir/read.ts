import { fhirImporter } from '../../../../src/imports/formats/fhir/importer.ts'
import type { ImportRecord } from '../../../../src/imports/records.ts'

async function* chunksOf(bytes: Uint8Array, size: number) {
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

/** Reads FHIR (a resource, or text or bytes as they are) with the importer, in small chunks. */
export async function readFhir(content: unknown, options: { partial?: boolean; chunk?: number } = {}): Promise<ImportRecord[]> {
  const bytes = content instanceof Uint8Array ? content : Buffer.from(typeof content === 'string' ? content : JSON.stringify(content))
  const records: ImportRecord[] = []
  for await (const batch of fhirImporter.read(chunksOf(bytes, options.chunk ?? 997), { partial: options.partial ?? false })) records.push(...batch)
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

/** The one claim and the one decision that a resource gives; undefined where there is none. */
export async function claimAndDecision(resource: unknown) {
  const records = await readFhir(resource)
  return { claim: ofKind(records, 'claim')[0], decision: ofKind(records, 'decision')[0], issues: issuesOf(records), records }
}
