import { createHash } from 'node:crypto'
import { headOf } from './peek.ts'
import type { ImportSource } from './source.ts'

const HEAD_BYTES = 4096

/** The first bytes of the content, by which a format recognizes it. */
export async function readHead(source: ImportSource): Promise<Uint8Array> {
  return headOf(source.bytes(), HEAD_BYTES)
}

/** What makes a file the same file: its content, unpacked. The same remittance as it is, as gzip and in a zip archive is one file. */
export async function fingerprint(source: ImportSource): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source.bytes()) {
    hash.update(chunk)
    bytes += chunk.byteLength
  }
  return { sha256: hash.digest('hex'), bytes }
}
