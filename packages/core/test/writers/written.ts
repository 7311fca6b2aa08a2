import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { onTestFinished } from 'vitest'
import type { Importer, ReadOptions } from '../../src/imports/importer.ts'
import type { ImportRecord, IssueRecord } from '../../src/imports/records.ts'
import type { TruthFile } from '../../src/synthetic/truth.ts'
import type { PackFormatName } from '../../src/writers/format.ts'
import { writePack, type PackOptions } from '../../src/writers/pack.ts'
import { AS_OF } from '../synthetic/collect.ts'

export const GROUP = { seed: 7, claims: 1500, months: 8, asOf: AS_OF }

/** A folder that is gone after the test, or at once when `remove` is called. */
export function temporaryFolder(): { folder: string; remove: () => void } {
  const folder = mkdtempSync(join(tmpdir(), 'overturn-pack-'))
  return { folder, remove: () => rmSync(folder, { recursive: true, force: true }) }
}

export function testFolder(): string {
  const { folder, remove } = temporaryFolder()
  onTestFinished(remove)
  return folder
}

export interface Written {
  /** Text of each file by its path in the pack. */
  files: Map<string, string>
  truth: TruthFile
}

/** A pack, read into memory; the folder is gone. */
export async function written(format: PackFormatName, options: Partial<PackOptions> = {}): Promise<Written> {
  const { folder, remove } = temporaryFolder()
  try {
    const { truth } = await writePack({ ...GROUP, format, folder, ...options })
    return { files: new Map(filesIn(folder).map((name) => [name, readFileSync(join(folder, name), 'utf8')])), truth }
  } finally {
    remove()
  }
}

export const filesIn = (folder: string): string[] =>
  readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => relative(folder, join(entry.parentPath, entry.name)))
    .sort()

/** All records that the importer reads from a pack, in the order of the file names. */
export async function readBack({ files }: Written, importer: Importer, options: Partial<ReadOptions> = {}): Promise<ImportRecord[]> {
  const records: ImportRecord[] = []
  for (const text of files.values()) for await (const batch of importer.read(once(text), { partial: false, ...options })) records.push(...batch)
  return records
}

export async function* once(text: string): AsyncGenerator<Uint8Array> {
  yield Buffer.from(text)
}

export const issuesIn = (records: readonly ImportRecord[]) =>
  records.filter((record): record is IssueRecord => record.kind === 'issue').map(({ code, message }) => `${code}: ${message}`)
