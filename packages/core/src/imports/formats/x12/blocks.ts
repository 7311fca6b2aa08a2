import type { ByteSource } from '../../importer.ts'

/**
 * Joins small chunks and cuts large ones into blocks of one size, the last one shorter. One-byte chunks then cost as little as a whole
 * file in one, and a reader can rely on seeing the head of a file at once.
 */
export async function* blocksOf(source: ByteSource, size = 65_536): AsyncGenerator<Buffer> {
  let parts: Uint8Array[] = []
  let held = 0
  for await (const chunk of source) {
    let rest = chunk
    while (held + rest.length >= size) {
      parts.push(rest.subarray(0, size - held))
      yield Buffer.concat(parts)
      rest = rest.subarray(size - held)
      parts = []
      held = 0
    }
    if (rest.length > 0) {
      parts.push(rest)
      held += rest.length
    }
  }
  if (held > 0) yield Buffer.concat(parts)
}
