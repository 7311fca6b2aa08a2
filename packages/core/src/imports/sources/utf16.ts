import type { ByteSource } from '../importer.ts'
import { peek } from './peek.ts'
import { unreadable } from './source.ts'

/** Content as it is, or as UTF-8 where a byte-order mark says that it is UTF-16, as spreadsheets and old Windows programs save it. */
export async function* asUtf8(source: ByteSource, name: string): ByteSource {
  const { head, all } = await peek(source, 2)
  const encoding = head[0] === 0xff && head[1] === 0xfe ? 'utf-16le' : head[0] === 0xfe && head[1] === 0xff ? 'utf-16be' : null
  if (encoding === null) return yield* all
  const decoder = new TextDecoder(encoding, { fatal: true })
  const utf8 = (chunk?: Uint8Array) => {
    try {
      return Buffer.from(chunk ? decoder.decode(chunk, { stream: true }) : decoder.decode())
    } catch (cause) {
      throw unreadable(name, 'this is UTF-16 text that is damaged or cut off; get it again from its sender, or save it as UTF-8', cause)
    }
  }
  for await (const chunk of all) yield utf8(chunk)
  // Nothing comes of it, unless the text ends within a character.
  utf8()
}
