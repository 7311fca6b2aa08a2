import { CLOSE_LIST, CLOSE_OBJECT, COLON, COMMA, isSpace, OPEN_LIST, OPEN_OBJECT, QUOTE, Token } from './token.ts'

/** One element of a list of the file (or a top-level value that is no list), cut out by its brackets and not yet parsed. */
export interface JsonElement {
  /** Name of the top-level field it stands under; null in a file that is one array. */
  list: string | null
  /** Position in its list, from 1; 0 for a top-level value that is no list. */
  number: number
  /** Byte offset of its first byte in the file. */
  offset: number
  bytes: Uint8Array
}

/** Where and why reading stopped. `not-json`: nothing can be read. `truncated`: the file ends too early. `malformed`: broken brackets. */
export interface JsonFault {
  kind: 'not-json' | 'malformed' | 'truncated'
  message: string
  offset: number
}

type State = 'start' | 'first-key' | 'key' | 'colon' | 'value' | 'after-value' | 'first-element' | 'element' | 'after-element' | 'end'

const EXPECTED: Record<State, string> = {
  start: '{ or [',
  'first-key': 'a field name or }',
  key: 'a field name',
  colon: ':',
  value: 'a value',
  'after-value': ', or }',
  'first-element': 'an element or ]',
  element: 'an element',
  'after-element': ', or ]',
  end: 'the end of the file',
}

const STARTS_PRIMITIVE = /[-0-9a-z]/
const BYTE_ORDER_MARK = [0xef, 0xbb, 0xbf]

/**
 * Cuts a JSON file into the elements of its top-level lists, chunk by chunk, holding one element at a time. It knows brackets, strings and
 * escapes; everything inside an element is left to JSON.parse. Bytes above 127 never look like structure in UTF-8, so it works on bytes.
 */
export class JsonSplitter {
  /** Set once reading cannot go on; later chunks are ignored. */
  fault: JsonFault | null = null
  #state: State = 'start'
  #base = 0
  #inObject = false
  #list: string | null = null
  #number = 0
  #token: Token | null = null
  readonly #several: boolean

  /** `several` also reads a file of one object after another, such as newline-delimited JSON. */
  constructor({ several = false } = {}) {
    this.#several = several
  }

  /** The elements that end in this chunk, in the order of the file. */
  push(chunk: Uint8Array): JsonElement[] {
    const found: JsonElement[] = []
    let at = 0
    while (at < chunk.length && !this.fault) {
      if (this.#token) {
        at = this.#token.scan(chunk, at)
        if (this.#token.complete) this.#finish(this.#token, found)
        else if (this.#token.problem) this.#fail('malformed', this.#token.problem, this.#token.offset)
        continue
      }
      const byte = chunk[at] as number
      const offset = this.#base + at
      if (isSpace(byte) || byte === BYTE_ORDER_MARK[offset]) at++
      else if (this.#punctuation(byte)) at++
      else if (this.#mayStart(byte)) this.#token = this.#start(offset, byte)
      else this.#unexpected(byte, offset)
    }
    this.#base += chunk.length
    return found
  }

  /** Call at the end of the file: a file that stops in the middle is a fault. */
  end(): void {
    if (this.fault || this.#state === 'end') return
    if (this.#state === 'start') return this.#fail('not-json', 'The file is empty', this.#base)
    this.#fail(
      'truncated',
      `The file ends in the middle, where ${this.#token ? 'a value goes on' : `${EXPECTED[this.#state]} should stand`}`,
      this.#token?.offset ?? this.#base,
    )
  }

  /** Where in the file an offset is, in words. */
  where(offset: number): string {
    const list = this.#list === null ? '' : ` of "${this.#list}"`
    if (offset === 0) return 'at the beginning of the file'
    return `byte offset ${offset}, element ${Math.max(1, this.#number)}${list}`
  }

  /** Takes a structural byte; false when it is none that may stand here. */
  #punctuation(byte: number): boolean {
    const next = this.#next(byte)
    if (!next) return false
    if (next === 'first-element') this.#number = 0
    this.#state = next
    return true
  }

  #next(byte: number): State | null {
    switch (this.#state) {
      case 'start':
        this.#inObject = byte === OPEN_OBJECT
        return byte === OPEN_OBJECT ? 'first-key' : byte === OPEN_LIST ? 'first-element' : null
      case 'first-key':
        return byte === CLOSE_OBJECT ? 'end' : null
      case 'colon':
        return byte === COLON ? 'value' : null
      case 'value':
        return byte === OPEN_LIST ? 'first-element' : null
      case 'after-value':
        return byte === COMMA ? 'key' : byte === CLOSE_OBJECT ? 'end' : null
      case 'first-element':
        return byte === CLOSE_LIST ? this.#afterList() : null
      case 'end':
        return this.#several && this.#inObject && byte === OPEN_OBJECT ? 'first-key' : null
      case 'after-element':
        return byte === COMMA ? 'element' : byte === CLOSE_LIST ? this.#afterList() : null
      default:
        return null
    }
  }

  #afterList(): State {
    return this.#inObject ? 'after-value' : 'end'
  }

  #mayStart(byte: number): boolean {
    if (this.#state === 'first-key' || this.#state === 'key') return byte === QUOTE
    if (this.#state !== 'value' && this.#state !== 'first-element' && this.#state !== 'element') return false
    return byte === QUOTE || byte === OPEN_OBJECT || byte === OPEN_LIST || STARTS_PRIMITIVE.test(String.fromCharCode(byte))
  }

  #start(offset: number, byte: number): Token {
    this.#number = this.#state === 'value' ? 0 : this.#number + 1
    return new Token(offset, byte)
  }

  #finish(token: Token, found: JsonElement[]): void {
    this.#token = null
    if (this.#state === 'first-key' || this.#state === 'key') {
      this.#list = Buffer.from(token.bytes()).toString('utf8').slice(1, -1)
      this.#state = 'colon'
      return
    }
    found.push({ list: this.#list, number: this.#number, offset: token.offset, bytes: token.bytes() })
    this.#state = this.#state === 'value' ? 'after-value' : 'after-element'
  }

  #unexpected(byte: number, offset: number): void {
    if (byte === 0 || byte === 0xfe || byte === 0xff) return this.#fail('not-json', 'The file is UTF-16 text or binary; save it as UTF-8', offset)
    if (this.#state === 'start') return this.#fail('not-json', 'The file is not JSON', offset)
    this.#fail('malformed', `The JSON is broken: ${EXPECTED[this.#state]} should stand here`, offset)
  }

  #fail(kind: JsonFault['kind'], message: string, offset: number): void {
    this.fault = { kind, message, offset }
  }
}
