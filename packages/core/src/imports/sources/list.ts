import { resolve } from 'node:path'
import { asOverturnError } from '../../errors.ts'
import type { ByteSource } from '../importer.ts'
import { listPath, type Listed } from './paths.ts'
import { headOf } from './peek.ts'
import { refusedSource, type ImportSource } from './source.ts'
import { spool } from './spool.ts'
import { bytesOf, fileOnDisk, type StoredFile } from './stored-file.ts'
import { gunzipped } from './unpack.ts'
import { asUtf8 } from './utf16.ts'
import { isZip, zipEntries } from './zip.ts'

const STANDARD_INPUT = '-'

/**
 * What can be imported of the given paths, each file once: files, folders with all below them, patterns, `-` for standard input, which is
 * kept until the process ends; of a zip archive each file in it. Throws `unreadable_file` for a path that is not there; what is there and
 * cannot be read is a source that says so when it is read.
 */
export async function listSources(paths: readonly string[], standardInput: ByteSource = process.stdin): Promise<ImportSource[]> {
  const sources: ImportSource[] = []
  const seen = new Set<string>()
  for (const path of paths) {
    for (const listed of path === STANDARD_INPUT ? ([STANDARD_INPUT] as const) : await listPath(path)) {
      if (seen.has(keyOf(listed))) continue
      seen.add(keyOf(listed))
      sources.push(...(await sourcesOf(listed, standardInput)))
    }
  }
  return sources
}

const keyOf = (listed: Listed | typeof STANDARD_INPUT) =>
  listed === STANDARD_INPUT ? STANDARD_INPUT : resolve('path' in listed ? listed.path : listed.refused.path)

async function sourcesOf(listed: Listed | typeof STANDARD_INPUT, standardInput: ByteSource): Promise<ImportSource[]> {
  if (listed === STANDARD_INPUT) return sourcesIn(await spool(standardInput))
  return 'path' in listed ? sourcesIn(fileOnDisk(listed.path)) : [listed.refused]
}

async function sourcesIn(file: StoredFile): Promise<ImportSource[]> {
  try {
    if (isZip(await headOf(bytesOf(file), 4))) return await zipEntries(file)
    return [{ name: file.name, path: file.path, bytes: () => asUtf8(gunzipped(bytesOf(file), file.name), file.name) }]
  } catch (error) {
    return [refusedSource(file, asOverturnError(error))]
  }
}
