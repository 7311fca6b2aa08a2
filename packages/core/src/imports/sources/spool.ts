import { randomUUID } from 'node:crypto'
import { open, unlink } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { OverturnError } from '../../errors.ts'
import type { ByteSource } from '../importer.ts'
import { readFailure, reasonOf, type StoredFile } from './stored-file.ts'

const NAME = 'standard input'

/** Kept open to the end of the process: who lists the same standard input again gets what was read of it the first time. */
const spools = new Map<ByteSource, Promise<StoredFile>>()

/**
 * Keeps a stream that can be read once as a file that can be read again. The file is readable by its owner only and loses its name before
 * the first byte is in it, so that however the process ends, also by kill -9, nothing of it stays behind.
 */
export function spool(stream: ByteSource): Promise<StoredFile> {
  const kept = spools.get(stream) ?? keep(stream)
  spools.set(stream, kept)
  return kept
}

async function keep(stream: ByteSource): Promise<StoredFile> {
  const path = join(tmpdir(), `overturn-${randomUUID()}`)
  const handle = await open(path, 'wx+', 0o600).catch((cause: unknown) => {
    throw new OverturnError('data_dir_unwritable', `${NAME} cannot be kept in ${tmpdir()} while it is read (${reasonOf(cause)}).`, { cause })
  })
  await unlink(path)
  let size = 0
  try {
    for await (const chunk of stream) size += (await handle.write(chunk, 0, chunk.byteLength, size)).bytesWritten
  } catch (error) {
    await handle.close()
    throw readFailure(NAME, error)
  }
  const nothing = () => Promise.resolve()
  return { name: NAME, path: NAME, open: () => Promise.resolve({ handle, size, assertUnchanged: nothing, close: nothing }) }
}
