import { setTimeout as sleep } from 'node:timers/promises'
import { sql } from 'drizzle-orm'
import type { TenantDatabase } from '../../../packages/core/src/db/tenant.ts'

/** A question of another reader: when it was asked (milliseconds since 1970) and how long it waited. */
export interface Wait {
  at: number
  ms: number
}

const PAUSE_MS = 20

/** Another reader while files are imported: asks the smallest question there is in a transaction of its own, again 20 ms after each answer. */
export function watchWaits(db: TenantDatabase): { stop(): Promise<Wait[]> } {
  const waits: Wait[] = []
  const leaving = new AbortController()
  const asking = (async () => {
    while (!leaving.signal.aborted) {
      const since = performance.now()
      await db.rows(sql`select 1`)
      waits.push({ at: performance.timeOrigin + since, ms: performance.now() - since })
      await sleep(PAUSE_MS)
    }
  })()
  // What it fails with is told when it is stopped.
  asking.catch(() => undefined)
  return {
    stop: async () => {
      leaving.abort()
      await asking
      return waits
    },
  }
}

/** The longest wait that ended between two moments, in whole milliseconds; null when there was none. */
export function longestWait(waits: readonly Wait[], from: number, to: number): number | null {
  const inside = waits.filter(({ at, ms }) => at + ms >= from && at + ms <= to).map(({ ms }) => ms)
  return inside.length === 0 ? null : Math.round(inside.reduce((longest, ms) => Math.max(longest, ms), 0))
}
