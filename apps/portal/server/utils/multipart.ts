import { Readable } from 'node:stream'
import { finished } from 'node:stream/promises'
import { OverturnError } from '@overturn/core/errors'

/** A part of a form: a file where it has a name of one. Its content has to be read before the next part is asked for. */
export interface Part {
  fileName: string | null
  content: Readable
}

const LONGEST_HEAD = 16_384
const CRLF = '\r\n'

/** The parts of a `multipart/form-data` body (RFC 7578) one after the other, however large: no more of it is held than arrives at once. */
export async function* partsOf(body: AsyncIterable<Buffer>, boundary: string): AsyncGenerator<Part> {
  const reader = new Reader(body)
  const delimiter = Buffer.from(`${CRLF}--${boundary}`)
  await reader.skip(delimiter)
  while ((await reader.take(2)) === CRLF) {
    const head = await reader.text(Buffer.from(CRLF + CRLF), LONGEST_HEAD)
    const content = Readable.from(reader.until(delimiter), { objectMode: false })
    yield { fileName: fileNameOf(/^content-disposition:(.*)$/im.exec(head)?.[1] ?? ''), content }
    // What nobody has read is passed over.
    if (!content.readableEnded) await finished(content.resume())
  }
}

/** The boundary that a Content-Type names; null where it is no multipart form. */
export function boundaryOf(contentType: string): string | null {
  const [, quoted, plain] = /^multipart\/form-data\s*;(?:.*;)?\s*boundary=(?:"([^"]{1,70})"|([^\s;"]{1,70}))/i.exec(contentType) ?? []
  return quoted ?? plain ?? null
}

/** The file name of a Content-Disposition: as UTF-8 where it is given so (RFC 5987), else as browsers write it. */
export function fileNameOf(disposition: string): string | null {
  const encoded = /;\s*filename\*=UTF-8''([^\s;]+)/i.exec(disposition)?.[1]
  if (encoded !== undefined) return decoded(encoded)
  const [, quoted, plain] = /;\s*filename=(?:"((?:[^"\\]|\\.)*)"|([^\s;"]+))/i.exec(disposition) ?? []
  if (quoted === undefined && plain === undefined) return null
  return (quoted ?? plain!).replace(/%(22|0D|0A)/gi, (escape) => decodeURIComponent(escape)).replaceAll(/\\(["\\])/g, '$1')
}

/** A percent-encoded name; one that is wrongly encoded stands for itself. */
export function decoded(name: string): string {
  try {
    return decodeURIComponent(name)
  } catch {
    return name
  }
}

class Reader {
  readonly #body: AsyncIterator<Buffer>
  // The first delimiter may be the very beginning; the others follow the end of a line.
  #held: Buffer = Buffer.from(CRLF)

  constructor(body: AsyncIterable<Buffer>) {
    this.#body = body[Symbol.asyncIterator]()
  }

  async #more(): Promise<void> {
    const { done, value } = await this.#body.next()
    if (done) throw new OverturnError('invalid_input', 'The form ends before its last boundary: the upload was cut off, or is no multipart/form-data.')
    this.#held = this.#held.length === 0 ? value : Buffer.concat([this.#held, value])
  }

  /** What comes before the delimiter; both are behind the reader then. */
  async *until(delimiter: Buffer): AsyncGenerator<Buffer> {
    for (;;) {
      const held = this.#held
      const at = held.indexOf(delimiter)
      // The end of what is held may be the beginning of the delimiter.
      const known = at === -1 ? Math.max(0, held.length - delimiter.length + 1) : at
      this.#held = held.subarray(at === -1 ? known : at + delimiter.length)
      if (known > 0) yield held.subarray(0, known)
      if (at !== -1) return
      await this.#more()
    }
  }

  async skip(delimiter: Buffer): Promise<void> {
    await finished(Readable.from(this.until(delimiter)).resume())
  }

  async text(delimiter: Buffer, longest: number): Promise<string> {
    const chunks: Buffer[] = []
    let length = 0
    for await (const chunk of this.until(delimiter)) {
      if ((length += chunk.length) > longest) throw new OverturnError('invalid_input', 'The head of a part of the form is too long.')
      chunks.push(chunk)
    }
    return Buffer.concat(chunks).toString('utf8')
  }

  async take(bytes: number): Promise<string> {
    while (this.#held.length < bytes) await this.#more()
    const taken = this.#held.subarray(0, bytes).toString('latin1')
    this.#held = this.#held.subarray(bytes)
    return taken
  }
}
