import { createReadStream, createWriteStream } from 'node:fs'
import { stat } from 'node:fs/promises'
import { join } from 'node:path'
import { pipeline } from 'node:stream/promises'
import { writePack } from '../../../packages/core/src/writers/pack.ts'

export const kinds = ['835', '837'] as const
export type Kind = (typeof kinds)[number]

/** The last day that the invented group knows of: the same files every time. */
export const AS_OF = '2026-03-31'

/** Paths by kind, in the order of their months. */
export type PackFiles = Record<Kind, string[]>

/** Invented claims and remittances as the writer of the benchmark pack makes them. */
export async function writeClaims(folder: string, claims: number): Promise<PackFiles> {
  const { files } = await writePack({ seed: 1, claims, asOf: AS_OF, months: 18, format: 'x12', folder })
  const ordered = files
    .map(({ name }) => ({ path: join(folder, name), month: /\d{4}-\d{2}/.exec(name)?.[0] ?? '' }))
    .sort((a, b) => (a.month < b.month ? -1 : Number(a.month > b.month)))
    .map(({ path }) => path)
  return { '835': ordered.filter((path) => path.includes('835-')), '837': ordered.filter((path) => path.includes('837P-')) }
}

export interface Sample {
  path: string
  bytes: number
}

/** One file of many: interchange after interchange, as clearinghouses send them. */
export async function joinFiles(files: readonly string[], path: string): Promise<Sample> {
  for (const file of files) await append(file, path)
  return sampleAt(path)
}

/** One file of at least so many bytes: whole interchanges, from the first again when the last is reached. */
export async function fillFile(files: readonly string[], path: string, least: number): Promise<Sample> {
  for (let turn = 0, bytes = 0; bytes < least; turn++) {
    const file = files[turn % files.length]
    if (file === undefined) throw new RangeError('no files to fill a sample with')
    await append(file, path)
    bytes += (await stat(file)).size
  }
  return sampleAt(path)
}

const append = (file: string, path: string) => pipeline(createReadStream(file), createWriteStream(path, { flags: 'a' }))

const sampleAt = async (path: string): Promise<Sample> => ({ path, bytes: (await stat(path)).size })
