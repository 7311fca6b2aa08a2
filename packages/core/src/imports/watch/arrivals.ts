import { readdir, stat } from 'node:fs/promises'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import type { Stats } from 'node:fs'
import { watch, type FSWatcher } from 'chokidar'
import { isAwaited } from './names.ts'

export interface ArrivalTimes {
  /** How long a file must have been left alone before it counts as whole, in milliseconds. */
  settleMs: number
  /** How often the folder is looked through anew: a network share tells nobody what others write to it, and what had to wait is tried again. */
  rescanMs: number
}

/**
 * The files of a folder, as they arrive and once nobody writes to them any more; those that are there first. What is below the folder is
 * not looked at. Ends when the signal says so.
 */
export class Arrivals {
  readonly #folder: string
  readonly #times: ArrivalTimes
  readonly #signal: AbortSignal
  readonly #settling = new Set<string>()
  readonly #whole = new Set<string>()
  #wake: () => void = () => undefined
  #watcher: FSWatcher | null = null
  #rescan: NodeJS.Timeout | null = null

  constructor(folder: string, times: ArrivalTimes, signal: AbortSignal) {
    this.#folder = folder
    this.#times = times
    this.#signal = signal
  }

  /** The files that are whole by now, in the order of their names, at least one; none only when it has ended. */
  async next(): Promise<string[]> {
    while (this.#whole.size === 0 && !this.#signal.aborted) await new Promise<void>((resolve) => (this.#wake = resolve))
    if (this.#signal.aborted) return []
    const batch = [...this.#whole].sort()
    this.#whole.clear()
    return batch
  }

  async start(): Promise<void> {
    this.#signal.addEventListener('abort', () => this.#wake(), { once: true })
    // Whether a file is whole is told below, for those that were there before as well.
    this.#watcher = watch(this.#folder, { depth: 0, ignoreInitial: true, ignorePermissionErrors: true })
    this.#watcher.on('add', (path) => void this.#offer(path)).on('change', (path) => void this.#offer(path))
    // Without its news the folder is still looked through now and then.
    this.#watcher.on('error', () => undefined)
    this.#rescan = setInterval(() => void this.#lookThrough().catch(() => undefined), this.#times.rescanMs)
    await this.#lookThrough()
  }

  async stop(): Promise<void> {
    if (this.#rescan) clearInterval(this.#rescan)
    await this.#watcher?.close()
  }

  async #lookThrough(): Promise<void> {
    const entries = await readdir(this.#folder, { withFileTypes: true })
    for (const entry of entries) if (!entry.isDirectory()) void this.#offer(join(this.#folder, entry.name))
  }

  async #offer(path: string): Promise<void> {
    const name = path.slice(this.#folder.length + 1)
    if (!isAwaited(name) || this.#settling.has(path) || this.#whole.has(path)) return
    this.#settling.add(path)
    try {
      await this.#settled(path)
      this.#whole.add(path)
      this.#wake()
    } catch {
      // It was taken away while we waited, or we were told to stop.
    } finally {
      this.#settling.delete(path)
    }
  }

  /** Two looks some seconds apart that find the same; none where the file has been left alone for long. */
  async #settled(path: string): Promise<void> {
    let before = await stat(path)
    if (Date.now() - Math.max(before.mtimeMs, before.ctimeMs) > this.#times.settleMs) return
    for (;;) {
      await sleep(this.#times.settleMs, undefined, { signal: this.#signal })
      const now = await stat(path)
      if (isSame(now, before)) return
      before = now
    }
  }
}

const isSame = (a: Stats, b: Stats) => a.size === b.size && a.mtimeMs === b.mtimeMs && a.ino === b.ino
