import { readFileSync } from 'node:fs'
import { csvImporter } from '../../../../src/imports/formats/csv/importer.ts'
import { guessMapping } from '../../../../src/imports/formats/csv/guess.ts'
import type { ColumnMapping } from '../../../../src/imports/formats/csv/mapping.ts'
import { readTable } from '../../../../src/imports/formats/csv/table.ts'
import type { ImportRecord } from '../../../../src/imports/records.ts'

export const fixture = (name: string) => readFileSync(new URL(`../../../fixtures/csv/${name}`, import.meta.url))

export async function* chunksOf(content: string | Uint8Array, size = 97): AsyncGenerator<Uint8Array> {
  const bytes = Buffer.from(content)
  for (let at = 0; at < bytes.length; at += size) yield bytes.subarray(at, at + size)
}

interface Reading {
  mapping?: ColumnMapping | null
  partial?: boolean
  chunk?: number
}

/** Reads a table with the importer, in small chunks. */
export async function readCsv(content: string | Uint8Array, { mapping = null, partial = false, chunk }: Reading = {}): Promise<ImportRecord[]> {
  const records: ImportRecord[] = []
  for await (const batch of csvImporter.read(chunksOf(content, chunk), { partial, columns: () => mapping })) records.push(...batch)
  return records
}

/** What a person would confirm: the guess as it is, with what is said to be different. */
export async function confirmed(content: string | Uint8Array, said: Partial<ColumnMapping> = {}): Promise<ColumnMapping> {
  for await (const { table, rows } of readTable(chunksOf(content, 1_000_000))) {
    if (rows.length === 0) continue
    const { mapping } = guessMapping(
      table.header,
      rows.map(({ cells }) => cells),
      table.delimiter,
    )
    return { ...mapping, ...said }
  }
  throw new Error('the table has no rows')
}

type RecordOf<Kind, Record = ImportRecord> = Record extends { kind: infer Own } ? (Kind extends Own ? Record : never) : never

/** The records of one kind. */
export const ofKind = <Kind extends ImportRecord['kind']>(records: readonly ImportRecord[], kind: Kind) =>
  records.filter((record) => record.kind === kind) as RecordOf<Kind>[]

/** Severity, code, row and field of the issues. */
export const issuesOf = (records: readonly ImportRecord[]) =>
  ofKind(records, 'issue').map(({ severity, code, where }) => [severity, code, where.line, where.field].filter((part) => part !== undefined).join(' '))
