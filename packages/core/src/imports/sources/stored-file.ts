import { constants, type BigIntStats } from 'node:fs'
import { open, type FileHandle } from 'node:fs/promises'
import { basename } from 'node:path'
import { OverturnError } from '../../errors.ts'
import type { ByteSource } from '../importer.ts'
import { shownName, unreadable } from './source.ts'

/** A file whose bytes can be reached in any order, as an archive needs it. */
export interface StoredFile {
  name: string
  path: string
  open(): Promise<OpenFile>
}

export interface OpenFile {
  handle: FileHandle
  size: number
  /** Throws `unreadable_file` when the file is not what it was when it was first opened. */
  assertUnchanged(): Promise<void>
  close(): Promise<void>
}

/** A pipe that nobody writes to would hold the process for ever; Windows has neither the flag nor the danger. */
const READ_WITHOUT_WAITING = constants.O_RDONLY | (constants.O_NONBLOCK ?? 0)

/** A file of the disk. It is read more than once (head, fingerprint, content): whoever writes to it meanwhile has it refused, not mixed. */
export function fileOnDisk(path: string): StoredFile {
  const name = shownName(basename(path))
  let first: BigIntStats | undefined
  return {
    name,
    path: shownPath(path),
    async open() {
      const handle = await open(path, READ_WITHOUT_WAITING).catch((cause: unknown) => {
        throw readFailure(name, cause)
      })
      const assertUnchanged = async () => {
        const now = await handle.stat({ bigint: true })
        if (!now.isFile()) throw unreadable(name, 'this is no ordinary file (a pipe, socket or device); for standard input give - as the path')
        first ??= now
        if (now.size !== first.size || now.mtimeNs !== first.mtimeNs || now.ino !== first.ino)
          throw unreadable(name, 'the file changed after its import began; import it again when nothing writes to it any more')
      }
      try {
        await assertUnchanged()
      } catch (error) {
        await handle.close()
        throw readFailure(name, error)
      }
      return { handle, size: Number(first!.size), assertUnchanged, close: () => handle.close() }
    },
  }
}

const CHUNK = 256 * 1024

/** The bytes of a stored file as they are, no more than it had when it was opened: one that grows all the time would never end. */
export async function* bytesOf(file: StoredFile): ByteSource {
  const open = await file.open()
  try {
    yield* bytesBetween(open.handle, 0, open.size)
    await open.assertUnchanged()
  } catch (error) {
    throw readFailure(file.name, error)
  } finally {
    await open.close()
  }
}

/** The bytes from `start` up to and without `end`, or as far as the file goes. */
export async function* bytesBetween(handle: FileHandle, start: number, end: number): AsyncGenerator<Buffer> {
  for (let position = start; position < end;) {
    const { buffer, bytesRead } = await handle.read(Buffer.allocUnsafe(Math.min(CHUNK, end - position)), 0, Math.min(CHUNK, end - position), position)
    if (bytesRead === 0) return
    yield buffer.subarray(0, bytesRead)
    position += bytesRead
  }
}

const REASONS: Record<string, string> = {
  ENOENT: 'there is no such file or folder',
  ENOTDIR: 'there is no such file or folder',
  EACCES: 'the user who runs Overturn may not read it',
  EPERM: 'the user who runs Overturn may not read it',
  ELOOP: 'it is a link that leads to itself',
  ENXIO: 'it is a socket or a device without a reader',
  EISDIR: 'it is a folder',
}

/** Why the system does not let a file be read, in words. */
export function reasonOf(cause: unknown): string {
  const code = String((cause as NodeJS.ErrnoException | undefined)?.code ?? 'unknown reason')
  return REASONS[code] ?? code
}

/** Whatever goes wrong while reading, as the named error it is; one that has its name already keeps it. */
export function readFailure(name: string, cause: unknown): OverturnError {
  return cause instanceof OverturnError ? cause : unreadable(name, `it cannot be read (${reasonOf(cause)})`, cause)
}

const shownPath = (path: string) => path.toWellFormed().replace(/[\p{Cc}\p{Cf}\p{Zl}\p{Zp}]/gu, '?')
