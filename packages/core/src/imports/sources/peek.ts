import type { ByteSource } from '../importer.ts'

/** The first bytes of a stream, which is then closed; fewer where it is shorter. */
export async function headOf(source: ByteSource, bytes: number): Promise<Buffer> {
  const taken: Uint8Array[] = []
  let length = 0
  for await (const chunk of source) {
    taken.push(chunk)
    length += chunk.byteLength
    if (length >= bytes) break
  }
  return Buffer.concat(taken).subarray(0, bytes)
}

/** The first bytes of a stream, and all of it again, which must be read: that closes it. */
export async function peek(source: ByteSource, bytes: number): Promise<{ head: Buffer; all: ByteSource }> {
  const rest = source[Symbol.asyncIterator]()
  const taken: Uint8Array[] = []
  let length = 0
  while (length < bytes) {
    const next = await rest.next()
    if (next.done) break
    taken.push(next.value)
    length += next.value.byteLength
  }
  return { head: Buffer.concat(taken).subarray(0, bytes), all: replay(taken, rest) }
}

async function* replay(taken: readonly Uint8Array[], rest: AsyncIterator<Uint8Array>): ByteSource {
  try {
    yield* taken
    for (let next = await rest.next(); !next.done; next = await rest.next()) yield next.value
  } finally {
    await rest.return?.()
  }
}
