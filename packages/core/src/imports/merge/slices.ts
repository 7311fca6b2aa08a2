import { setImmediate as nextTurn } from 'node:timers/promises'
import type { ImportRecord } from '../records.ts'
import { addToSummary, type FileSummary } from '../summary.ts'
import type { Positioned } from './slice-merge.ts'

export interface RecordSlice {
  records: Positioned[]
  /** To be given the writing of this slice: how long it takes decides how large the next one is. */
  written(writing: Promise<void>): Promise<void>
}

/** A transaction has the embedded database to itself: this long, so that nobody waits noticeably. */
const AIM_MS = 150
const SMALLEST = 100
const LARGEST = 2_000
const FIRST = 150

/**
 * The records of a file in slices of one transaction each, numbered from 1, counted into the summary as they pass. The next slice is read while
 * this one is being written; the size follows the time that writing takes.
 */
export async function* slicesOf(batches: AsyncIterable<ImportRecord[]> | Iterable<ImportRecord[]>, summary: FileSummary): AsyncGenerator<RecordSlice> {
  let size = FIRST
  const source = new RecordQueue(batches, summary)
  try {
    let slice = await source.next(size)
    while (slice.length > 0) {
      const records = slice
      let coming: Promise<Positioned[]> | undefined
      const written = async (writing: Promise<void>) => {
        const since = performance.now()
        coming = source.next(size)
        // What the next slice fails with is told when its turn comes.
        coming.catch(() => undefined)
        await writing
        const wanted = (size * AIM_MS) / Math.max(1, performance.now() - since)
        size = Math.round(Math.min(LARGEST, Math.max(SMALLEST, size / 2, Math.min(wanted, size * 2))))
      }
      yield { records, written }
      slice = await (coming ?? source.next(size))
    }
  } finally {
    await source.close()
  }
}

/** The records of a file, numbered and counted as they pass. */
class RecordQueue {
  readonly #batches: AsyncIterator<ImportRecord[]> | Iterator<ImportRecord[]>
  readonly #summary: FileSummary
  #waiting: Positioned[] = []
  #position = 0

  constructor(batches: AsyncIterable<ImportRecord[]> | Iterable<ImportRecord[]>, summary: FileSummary) {
    this.#batches = Symbol.asyncIterator in batches ? batches[Symbol.asyncIterator]() : batches[Symbol.iterator]()
    this.#summary = summary
  }

  /** Records of this weight; fewer at the end of the file. */
  async next(weight: number): Promise<Positioned[]> {
    let taken = 0
    let end = 0
    for (;;) {
      for (; end < this.#waiting.length && taken < weight; end++) taken += weightOf((this.#waiting[end] as Positioned).record)
      if (taken >= weight || !(await this.#read())) break
      // Reading is computing without a pause: the answers of the database must come through.
      await nextTurn()
    }
    const slice = this.#waiting.slice(0, end)
    this.#waiting = this.#waiting.slice(end)
    return slice
  }

  /** Lets go of the file, also where it was not read to its end. */
  async close(): Promise<void> {
    await this.#batches.return?.()
  }

  async #read(): Promise<boolean> {
    const { value, done } = await this.#batches.next()
    if (done) return false
    for (const record of value as ImportRecord[]) {
      addToSummary(this.#summary, record)
      if (record.kind !== 'interchange' && record.kind !== 'transaction') this.#waiting.push({ position: ++this.#position, record })
    }
    return true
  }
}

/** Lines are what takes time; a claim is one and a half lines by itself. */
const weightOf = (record: ImportRecord): number => (record.kind === 'claim' || record.kind === 'decision' ? (1.5 + record.lines.length) / 3.5 : 0.3)
