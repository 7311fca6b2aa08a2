import { appendFile, mkdir, readFile, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { unwritable } from './out-file.ts'

/** Between items; no text of ours holds control characters. */
const END = '\u001E'
/** What one bucket, and all of them, may hold in memory. */
const BUCKET_BYTES = 64 * 1024
const ALL_BYTES = 32 * 1024 * 1024

/** The items of a key that are not on disk yet. Bytes, not text: text put together piece by piece takes many times its length in memory. */
interface Bucket {
  bytes: Buffer
  used: number
  onDisk: boolean
}

const NOTHING = Buffer.alloc(0)

/** Items sorted into buckets on disk: what is written in one order and needed in another. Memory holds what is not flushed yet, and one bucket when it is taken. */
export class Spool {
  readonly #folder: string
  readonly #buckets = new Map<string, Bucket>()
  /** Bytes set aside for all buckets. */
  #reserved = 0

  constructor(folder: string) {
    this.#folder = folder
  }

  async add(key: string, item: string): Promise<void> {
    let bucket = this.#buckets.get(key)
    if (!bucket) this.#buckets.set(key, (bucket = { bytes: NOTHING, used: 0, onDisk: false }))
    const text = item + END
    const length = Buffer.byteLength(text)
    if (bucket.used + length > bucket.bytes.length) this.#grow(bucket, bucket.used + length)
    bucket.bytes.write(text, bucket.used)
    bucket.used += length
    if (bucket.used >= BUCKET_BYTES) await this.#flush(key, bucket)
    else if (this.#reserved >= ALL_BYTES) for (const [name, each] of this.#buckets) await this.#flush(name, each)
  }

  /** The items of a bucket in the order in which they were added; the bucket is gone then. */
  async take(key: string): Promise<string[]> {
    const bucket = this.#buckets.get(key)
    if (!bucket) return []
    this.#buckets.delete(key)
    this.#reserved -= bucket.bytes.length
    const stored = bucket.onDisk ? await readFile(this.#pathOf(key)) : NOTHING
    if (bucket.onDisk) await rm(this.#pathOf(key))
    return Buffer.concat([stored, bucket.bytes.subarray(0, bucket.used)])
      .toString('utf8')
      .split(END)
      .slice(0, -1)
  }

  async remove(): Promise<void> {
    this.#buckets.clear()
    await rm(this.#folder, { recursive: true, force: true })
  }

  /** Room for `needed` bytes and some more, in memory of its own: small buffers of Node share theirs, and keep it as long as any of them lives. */
  #grow(bucket: Bucket, needed: number): void {
    const bytes = Buffer.allocUnsafeSlow(Math.max(needed, Math.min(BUCKET_BYTES, bucket.bytes.length * 2), 4096))
    bucket.bytes.copy(bytes, 0, 0, bucket.used)
    this.#reserved += bytes.length - bucket.bytes.length
    bucket.bytes = bytes
  }

  async #flush(key: string, bucket: Bucket): Promise<void> {
    if (bucket.used === 0) return
    const bytes = bucket.bytes.subarray(0, bucket.used)
    this.#reserved -= bucket.bytes.length
    bucket.bytes = NOTHING
    bucket.used = 0
    bucket.onDisk = true
    try {
      await mkdir(this.#folder, { recursive: true })
      await appendFile(this.#pathOf(key), bytes)
    } catch (cause) {
      throw unwritable(this.#folder, cause)
    }
  }

  #pathOf(key: string): string {
    return join(this.#folder, key)
  }
}
