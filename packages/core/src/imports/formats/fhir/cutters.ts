import { JsonSplitter } from '../../json/splitter.ts'
import type { Layout } from './head.ts'
import type { Place } from './issues.ts'

/** One resource, or one entry of a Bundle, cut out of the file and not yet parsed. */
export interface Piece {
  place: Place
  bytes: Uint8Array
  /** It stands under `entry` of a Bundle. */
  isEntry: boolean
}

/** Where and why reading stopped; `not-json` says that nothing can be read. */
export interface Fault {
  kind: 'not-json' | 'malformed' | 'truncated' | 'too-large'
  message: string
  place: Partial<Place>
}

/** Cuts a file into its resources, chunk by chunk, holding one of them at a time. */
export interface Cutter {
  fault: Fault | null
  push(chunk: Uint8Array): Piece[]
  end(): Piece[]
}

const MAX_BYTES = 16 * 1024 * 1024
const LINE_END = 0x0a

export function cutterOf(layout: Layout): Cutter {
  return layout === 'lists' ? new ListCutter() : new LineCutter(layout === 'single')
}

/** A Bundle, Bundles one after another, or an array of resources. What else stands in a Bundle describes the Bundle. */
class ListCutter implements Cutter {
  fault: Fault | null = null
  readonly #splitter = new JsonSplitter({ several: true })

  push(chunk: Uint8Array): Piece[] {
    const elements = this.#splitter.push(chunk)
    this.#look()
    return elements
      .filter(({ list, number }) => number > 0 && (list === null || list === 'entry'))
      .map(({ list, number, offset, bytes }) => ({ place: { offset, record: `${list ?? 'element'}[${number}]` }, bytes, isEntry: list === 'entry' }))
  }

  end(): Piece[] {
    this.#splitter.end()
    this.#look()
    return []
  }

  #look(): void {
    const { fault } = this.#splitter
    if (fault) this.fault = { kind: fault.kind, message: `${fault.message} (${this.#splitter.where(fault.offset)})`, place: { offset: fault.offset } }
  }
}

/** One resource a line; with `single`, all lines of the file are one resource. */
class LineCutter implements Cutter {
  fault: Fault | null = null
  readonly #single: boolean
  #parts: Uint8Array[] = []
  #size = 0
  #start = 0
  #line = 1
  #cut = 0

  constructor(single: boolean) {
    this.#single = single
  }

  push(chunk: Uint8Array): Piece[] {
    const pieces: Piece[] = []
    let from = 0
    while (!this.#single && !this.fault) {
      const at = chunk.indexOf(LINE_END, from)
      if (at < 0) break
      this.#keep(chunk.subarray(from, at))
      pieces.push(...this.#take())
      this.#start += 1
      this.#line++
      from = at + 1
    }
    this.#keep(chunk.subarray(from))
    return pieces
  }

  end(): Piece[] {
    const pieces = this.#take()
    if (this.#cut === 0 && !this.fault) this.fault = { kind: 'not-json', message: 'The file is empty', place: { offset: 0 } }
    return pieces
  }

  #keep(bytes: Uint8Array): void {
    if (this.fault) return
    this.#size += bytes.length
    if (bytes.length > 0) this.#parts.push(bytes)
    if (this.#size <= MAX_BYTES) return
    const message = `A resource is larger than 16 MB (byte offset ${this.#start}, line ${this.#line})`
    this.fault = { kind: 'too-large', message, place: { offset: this.#start, line: this.#line } }
    this.#parts = []
  }

  /** What was kept, as a piece; blank lines are none. */
  #take(): Piece[] {
    if (this.fault) return []
    const bytes = this.#parts.length === 1 ? (this.#parts[0] as Uint8Array) : Buffer.concat(this.#parts)
    const offset = this.#start
    this.#start += this.#size
    this.#parts = []
    this.#size = 0
    if (!bytes.some((byte) => byte > 0x20)) return []
    this.#cut++
    return [{ place: { offset, record: `resource ${this.#cut}`, line: this.#line }, bytes, isEntry: false }]
  }
}
