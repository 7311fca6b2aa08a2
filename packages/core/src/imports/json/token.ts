export const QUOTE = 0x22
const BACKSLASH = 0x5c
export const COMMA = 0x2c
export const COLON = 0x3a
export const OPEN_LIST = 0x5b
export const CLOSE_LIST = 0x5d
export const OPEN_OBJECT = 0x7b
export const CLOSE_OBJECT = 0x7d
export const isSpace = (byte: number) => byte === 0x20 || byte === 0x0a || byte === 0x0d || byte === 0x09
const endsPrimitive = (byte: number) => isSpace(byte) || byte === COMMA || byte === CLOSE_LIST || byte === CLOSE_OBJECT

/** An element beyond these is no claim: most likely a quote is missing and the rest of the file would be swallowed. */
const MAX_ELEMENT_BYTES = 16 * 1024 * 1024
const MAX_DEPTH = 100

/** One value being collected: brackets are counted, strings and escapes respected. */
export class Token {
  readonly offset: number
  complete = false
  problem: string | null = null
  #parts: Uint8Array[] = []
  #size = 0
  #depth = 0
  #inString = false
  #escaped = false
  readonly #primitive: boolean

  constructor(offset: number, first: number) {
    this.offset = offset
    this.#primitive = first !== QUOTE && first !== OPEN_OBJECT && first !== OPEN_LIST
  }

  /** Reads on from `from`; returns where it stopped. */
  scan(chunk: Uint8Array, from: number): number {
    let at = from
    while (at < chunk.length && !this.complete && this.#depth <= MAX_DEPTH) {
      const byte = chunk[at] as number
      if (this.#primitive && endsPrimitive(byte)) {
        this.complete = true
        break
      }
      at++
      if (!this.#primitive) this.#take(byte)
    }
    this.#size += at - from
    this.#parts.push(chunk.subarray(from, at))
    if (this.#depth > MAX_DEPTH) this.problem = `The JSON is nested more than ${MAX_DEPTH} levels deep`
    else if (!this.complete && this.#size > MAX_ELEMENT_BYTES) this.problem = 'An element is larger than 16 MB; most likely a quote or bracket is missing in it'
    return at
  }

  #take(byte: number): void {
    if (this.#inString) {
      if (this.#escaped) this.#escaped = false
      else if (byte === BACKSLASH) this.#escaped = true
      else if (byte === QUOTE) this.#inString = false
    } else if (byte === QUOTE) this.#inString = true
    else if (byte === OPEN_OBJECT || byte === OPEN_LIST) this.#depth++
    else if (byte === CLOSE_OBJECT || byte === CLOSE_LIST) this.#depth--
    this.complete = this.#depth === 0 && !this.#inString
  }

  bytes(): Uint8Array {
    return this.#parts.length === 1 ? (this.#parts[0] as Uint8Array) : Buffer.concat(this.#parts)
  }
}
