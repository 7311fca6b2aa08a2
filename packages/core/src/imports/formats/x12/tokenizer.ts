import { isAscii, isUtf8 } from 'node:buffer'
import type { ByteSource } from '../../importer.ts'
import { blocksOf } from './blocks.ts'
import { guessDelimiters, readInterchangeHeader, startsInterchange, type Delimiters } from './delimiters.ts'
import { unreadable, type Outbox, type Position, type X12IssueCode } from './issues.ts'
import { EMPTY, explainHead } from './not-x12.ts'
import { segments835 } from './segments-835.ts'
import { segments837 } from './segments-837.ts'

/** One segment, without its terminator. Elements are split by whoever needs them. */
export interface Segment extends Position {
  text: string
  /** False for a last segment that the end of the file cut off or left open. */
  terminated: boolean
}

/** Segments in the order of the file that share their delimiters. */
export interface SegmentBatch {
  delimiters: Delimiters
  segments: Segment[]
  /** Where the next segment would stand. */
  end: Position
}

const LONGEST = 1_048_576
/** An ISA is read only when this much of the file is there, so that a block boundary never cuts it. */
const HEADER_ROOM = 512
/** Ids that open a segment of a claim, a remittance or their envelope: what follows a line break where a terminator was lost. */
const OPENING = `(?:${[...segments835.keys(), ...segments837.keys(), 'GS', 'ST', 'SE', 'GE', 'IEA'].join('|')})`
const BOM = '\xef\xbb\xbf'

/**
 * Streams the segments of X12 bytes in chunks of any size. Bytes are read as Latin-1, one character a byte, so that an index is an
 * offset; a segment with bytes above 127 is decoded by itself. Throws OverturnError `unreadable_file` for what is not X12.
 */
export async function* tokenize(source: ByteSource, out: Outbox): AsyncGenerator<SegmentBatch> {
  const tokenizer = new Tokenizer(out)
  for await (const block of blocksOf(source)) yield* tokenizer.take(block)
  yield* tokenizer.end()
}

class Tokenizer {
  #out: Outbox
  #delimiters: Delimiters | null = null
  /** Where a terminator was lost at a line break; null after an ISA broken over lines, for then line breaks mean nothing. */
  #lost: RegExp | null = null
  /** What is not yet split, and the offset of its first byte. */
  #rest = ''
  #offset = 0
  #count = 0
  #ascii = true
  #started = false
  /** A NUL byte was met: nothing after it is read. */
  #stopped = false

  constructor(out: Outbox) {
    this.#out = out
  }

  *take(block: Buffer): Generator<SegmentBatch> {
    if (!this.#started) this.#start(block)
    const nul = block.indexOf(0)
    this.#stopped = nul !== -1
    const bytes = this.#stopped ? block.subarray(0, nul) : block
    this.#ascii = this.#ascii && isAscii(bytes)
    yield* this.#split(this.#rest + bytes.toString('latin1'), false)
    if (this.#stopped) throw this.#unreadable('Expected text, found a NUL byte: the file is damaged or binary', this.#rest.length)
    if (this.#rest.length > LONGEST) throw this.#tooLong(0)
  }

  *end(): Generator<SegmentBatch> {
    if (!this.#started) this.#start(Buffer.alloc(0))
    yield* this.#split(this.#rest, true)
    if (!this.#delimiters) throw this.#unreadable(EMPTY, 0)
  }

  #start(head: Buffer): void {
    this.#started = true
    const problem = explainHead(head)
    // A head of white space alone may still be followed by an ISA in the next block.
    if (problem && !(problem === EMPTY && head.length > 4096)) throw this.#unreadable(`The file does not begin with an ISA segment. ${problem}`, 0)
  }

  *#split(text: string, final: boolean): Generator<SegmentBatch> {
    let at = this.#offset === 0 && text.startsWith(BOM) ? BOM.length : 0
    let segments: Segment[] = []
    for (;;) {
      at = skipBlank(text, at)
      if (at >= text.length) break
      const opens = startsInterchange(text, at)
      if ((opens || !this.#delimiters) && !final && !this.#stopped && text.length - at < HEADER_ROOM) break
      if (opens && segments.length > 0) {
        yield { delimiters: this.#delimiters!, segments, end: this.#position(at) }
        segments = []
      }
      const end = opens ? this.#openInterchange(text, at) : text.indexOf((this.#delimiters ??= this.#guess(text, at)).terminator, at)
      if (end === -1 && !final) break
      const stop = end === -1 ? text.length : end
      if (stop - at > LONGEST) throw this.#tooLong(at)
      if (stop === at) this.#tell('x12.empty-segment', 'The file has empty segments, the first one here.', at)
      else this.#push(segments, text, at, stop, end !== -1)
      at = stop + 1
    }
    this.#rest = text.slice(at)
    this.#offset += Math.min(at, text.length)
    if (segments.length > 0) yield { delimiters: this.#delimiters!, segments, end: this.#position(0) }
    if (this.#rest === '') this.#ascii = true
  }

  /** One segment, or several where line breaks stand in place of lost terminators. */
  #push(segments: Segment[], text: string, at: number, stop: number, terminated: boolean): void {
    let start = at
    const own = text.slice(at, stop)
    if (this.#lost && (own.includes('\n') || own.includes('\r'))) {
      for (const { index, 0: lineBreak } of own.matchAll(this.#lost)) {
        this.#tell('x12.missing-terminator', 'A line break stands where a segment terminator should, the first one here.', start)
        segments.push(this.#segment(text, start, at + index, true))
        start = at + index + lineBreak.length
      }
    }
    segments.push(this.#segment(text, start, stop, terminated))
  }

  #segment(text: string, at: number, stop: number, terminated: boolean): Segment {
    const offset = this.#offset + at
    let own = text.slice(at, stop)
    if (!this.#ascii && /[\x80-\xff]/.test(own)) own = this.#decode(own, at)
    if (own.includes('\n') || own.includes('\r')) own = this.#unwrap(own, at)
    this.#count++
    return { text: own, offset, number: this.#count, terminated }
  }

  #openInterchange(text: string, at: number): number {
    const header = readInterchangeHeader(text, at)
    if (!header) throw this.#unreadable('The ISA segment cannot be read. Expected 16 elements, a version such as 00501 in ISA12, and a segment terminator', at)
    if (!header.wellFormed) this.#tell('x12.bad-isa', 'ISA is not 106 bytes long with its elements padded; its separators were counted instead.', at)
    this.#delimiters = header.delimiters
    this.#lost = /[\r\n]/.test(text.slice(at, header.end)) ? null : lostTerminators(header.delimiters)
    return header.end
  }

  #guess(text: string, at: number): Delimiters {
    const guessed = guessDelimiters(text, at)
    if (!guessed)
      throw this.#unreadable('The delimiters cannot be told, as the file does not begin with an ISA segment. Ask its sender for the file with its ISA', at)
    this.#lost = lostTerminators(guessed)
    this.#tell('x12.no-isa', 'The file does not start with ISA; its delimiters were worked out from the first segments.', at)
    return guessed
  }

  /** A file wrapped at a fixed width has line breaks inside segments; a newline-terminated one may end its lines with CR LF. */
  #unwrap(own: string, at: number): string {
    const trimmed = own.replace(/[\r\n]+$/, '')
    if (!/[\r\n]/.test(trimmed)) return trimmed
    this.#tell('x12.wrapped-lines', 'Segments are broken over several lines, the first one here.', at)
    return trimmed.replace(/[\r\n]+/g, '')
  }

  #decode(own: string, at: number): string {
    const bytes = Buffer.from(own, 'latin1')
    if (isUtf8(bytes)) return bytes.toString('utf8')
    this.#tell('x12.not-utf8', 'The file holds bytes that are not UTF-8, the first ones in this segment.', at)
    return own
  }

  #position(at: number): Position {
    return { offset: this.#offset + at, number: this.#count + 1 }
  }

  #tell(code: X12IssueCode, message: string, at: number): void {
    this.#out.warnOnce({ code, message, at: this.#position(at) })
  }

  #unreadable(message: string, at: number) {
    return unreadable(message, this.#position(at))
  }

  #tooLong(at: number) {
    return this.#unreadable('A segment is longer than 1 MB. Expected a segment terminator', at)
  }
}

function lostTerminators({ element }: Delimiters): RegExp {
  const separator = `\\x${element.charCodeAt(0).toString(16).padStart(2, '0')}`
  return new RegExp(`[\\r\\n]+(?=${OPENING}${separator})`, 'g')
}

/** White space between segments: line breaks after terminators, blank lines, an end-of-file mark. */
function skipBlank(text: string, at: number): number {
  while (text.charCodeAt(at) <= 32) at++
  return at
}
