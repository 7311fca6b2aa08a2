import { closeSync, openSync, writeSync } from 'node:fs'
import { OverturnError } from '@overturn/core/errors'

export interface PartsSink {
  part(content: string): void
  end(): void
}

/** Where an export goes: a new file that only its owner reads, or the screen. Never over a file that is there, which others may be allowed to read. */
export function sinkOf(path: string | undefined): PartsSink {
  if (path === undefined) return { part: (content) => void process.stdout.write(content), end: () => undefined }
  const file = newFile(path)
  return { part: (content) => void writeSync(file, content), end: () => closeSync(file) }
}

/** Writes the whole content of such a file. */
export function writePrivate(path: string, content: Uint8Array): void {
  const file = newFile(path)
  try {
    writeSync(file, content)
  } finally {
    closeSync(file)
  }
}

function newFile(path: string): number {
  try {
    return openSync(path, 'wx', 0o600)
  } catch (cause) {
    const { code } = cause as NodeJS.ErrnoException
    throw new OverturnError('data_dir_unwritable', `${path} cannot be written (${code === 'EEXIST' ? 'there is such a file already' : code}).`, { cause })
  }
}
