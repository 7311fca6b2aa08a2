import { createHash } from 'node:crypto'
import { createReadStream, type Stats } from 'node:fs'
import { open, readdir, stat } from 'node:fs/promises'
import { basename, join } from 'node:path'
import { OverturnError } from '../errors.ts'
import type { ByteSource } from './importer.ts'

/** Something that can be imported: a file now, an upload or a generator later. `name` is shown; it holds no folder, which may name people. */
export interface ImportSource {
  name: string
  path: string
  bytes(): ByteSource
}

const HEAD_BYTES = 4096

/** The files of the given paths, folders with all below them in the order of their names. Throws `unreadable_file` for a path that is not there. */
export async function listSources(paths: readonly string[]): Promise<ImportSource[]> {
  const found: ImportSource[] = []
  for (const path of paths) {
    const kind: Stats = await stat(path).catch((cause: NodeJS.ErrnoException) => {
      throw new OverturnError('unreadable_file', `${path} cannot be read (${cause.code === 'ENOENT' ? 'there is no such file or folder' : cause.code}).`, {
        cause,
      })
    })
    if (!kind.isDirectory()) found.push(fileSource(path))
    else {
      const entries = await readdir(path, { recursive: true, withFileTypes: true })
      const files = entries.filter((entry) => entry.isFile() && !entry.name.startsWith('.')).map((entry) => join(entry.parentPath, entry.name))
      found.push(...files.sort().map(fileSource))
    }
  }
  return found
}

function fileSource(path: string): ImportSource {
  return { name: basename(path), path, bytes: () => createReadStream(path, { highWaterMark: 256 * 1024 }) }
}

export async function readHead(source: ImportSource): Promise<Uint8Array> {
  const file = await open(source.path)
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(HEAD_BYTES), 0, HEAD_BYTES, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

/** What makes a file the same file: its content. */
export async function fingerprint(source: ImportSource): Promise<{ sha256: string; bytes: number }> {
  const hash = createHash('sha256')
  let bytes = 0
  for await (const chunk of source.bytes()) {
    hash.update(chunk)
    bytes += chunk.byteLength
  }
  return { sha256: hash.digest('hex'), bytes }
}
