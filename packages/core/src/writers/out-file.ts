import { mkdir, open, type FileHandle } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import { OverturnError } from '../errors.ts'

const CHUNK = 256 * 1024

/** A file that a writer made. */
export interface WrittenFile {
  name: string
  bytes: number
}

/** Text into a file, in chunks; each is awaited, so that memory stays flat however fast the writer is. */
export class OutFile {
  readonly name: string
  readonly #handle: FileHandle
  #waiting: string[] = []
  #length = 0
  #bytes = 0

  private constructor(name: string, handle: FileHandle) {
    this.name = name
    this.#handle = handle
  }

  /** `name` may hold folders, which are made. Throws `data_dir_unwritable` where the file cannot be made. */
  static async create(folder: string, name: string): Promise<OutFile> {
    try {
      await mkdir(dirname(join(folder, name)), { recursive: true })
      return new OutFile(name, await open(join(folder, name), 'w'))
    } catch (cause) {
      throw unwritable(join(folder, name), cause)
    }
  }

  async write(text: string): Promise<void> {
    this.#waiting.push(text)
    this.#length += text.length
    if (this.#length >= CHUNK) await this.#flush()
  }

  async close(): Promise<WrittenFile> {
    await this.#flush()
    await this.#handle.close()
    return { name: this.name, bytes: this.#bytes }
  }

  async #flush(): Promise<void> {
    const chunk = Buffer.from(this.#waiting.join(''), 'utf8')
    this.#waiting = []
    this.#length = 0
    try {
      await this.#handle.writeFile(chunk)
    } catch (cause) {
      throw unwritable(this.name, cause)
    }
    this.#bytes += chunk.length
  }
}

export function unwritable(path: string, cause: unknown): OverturnError {
  return new OverturnError(
    'data_dir_unwritable',
    `${path} cannot be written (${(cause as NodeJS.ErrnoException).code}). Give permission, or choose another folder.`,
    {
      cause,
    },
  )
}
