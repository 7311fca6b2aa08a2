import type { Delimiters } from './delimiters.ts'

/** The most that the content of a rejection holds, in bytes. */
const LIMIT = 65_536

/** What stands around the segments of a transaction, as received; null where the file has none. */
export interface Frame {
  delimiters: Delimiters
  isa: string | null
  gs: string | null
  st: string
}

interface Part {
  depth: number
  segments: string[]
  length: number
}

/**
 * The segments that one claim needs around it to be a file of its own: what the transaction begins with, the levels the claim stands in,
 * and the claim, each at its depth. Memory holds no more than the limit, whatever the transaction brings.
 */
export class Excerpt {
  readonly #frame: Frame
  readonly #parts: Part[] = [{ depth: 0, segments: [], length: 0 }]
  #length = 0

  constructor(frame: Frame) {
    this.#frame = frame
  }

  /** Segments from here on belong to this depth; what was kept of it, and below it, is forgotten. */
  open(depth: number): void {
    for (let last = this.#parts.at(-1); last && last.depth >= depth; last = this.#parts.at(-1)) {
      this.#length -= last.length
      this.#parts.pop()
    }
    this.#parts.push({ depth, segments: [], length: 0 })
  }

  keep(segment: string): void {
    const part = this.#parts.at(-1)!
    part.length += segment.length + 1
    this.#length += segment.length + 1
    if (this.#length <= LIMIT) part.segments.push(segment)
  }

  /** The last segment of a file, of which only a piece is there. */
  keepPiece(elements: readonly string[]): void {
    if (elements.length > 0) this.keep(elements.join(this.#frame.delimiters.element))
  }

  /** The segments kept since the last `open`, one a line; null where all that is kept is more than the limit. */
  own(): string | null {
    return this.#length > LIMIT ? null : this.#parts.at(-1)!.segments.join('\n')
  }

  /** A whole interchange with right counts around what was kept; undefined where that is more than the limit. */
  text(): string | undefined {
    if (this.#length > LIMIT) return undefined
    const { delimiters, isa, gs, st } = this.#frame
    const { element, terminator } = delimiters
    const control = (header: string, index: number) => header.split(element)[index] ?? ''
    const inside = this.#parts.flatMap(({ segments }) => segments)
    const segments = [st, ...inside, ['SE', inside.length + 2, control(st, 2)].join(element)]
    const group = gs === null ? segments : [gs, ...segments, ['GE', 1, control(gs, 6)].join(element)]
    const whole = isa === null ? group : [isa, ...group, ['IEA', 1, control(isa, 13)].join(element)]
    const ending = /\s/.test(terminator) ? terminator : `${terminator}\n`
    const text = whole.map((segment) => segment + ending).join('')
    return Buffer.byteLength(text) > LIMIT ? undefined : text
  }
}
