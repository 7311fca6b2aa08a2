import { sql } from 'drizzle-orm'
import type { TenantDatabase, TenantTransaction } from '../db/tenant.ts'

/** Nobody waits long behind a slice: on the embedded engine a transaction has the database to itself. The aim leaves room under 250 ms. */
const AIM_MS = 120
/** Any number that no other lock of Overturn has. */
const LOCK = 704_602

/** Work in short transactions, one after the other for an organization whoever runs it, so that what is written last was read last. */
export interface Slices {
  each<Item>(items: readonly Item[], work: (tx: TenantTransaction, slice: Item[]) => Promise<unknown>): Promise<void>
  /** Transactions so far, and the longest, waiting included. */
  readonly count: number
  readonly longestMs: number
}

/** Slices whose size follows the pace: each is as large as the one before it says can be done in the time aimed at, at most three times as large. */
export function slicesOf(db: TenantDatabase): Slices {
  let count = 0
  let longestMs = 0
  return {
    async each(items, work) {
      for (let at = 0, size = 1; at < items.length;) {
        const slice = items.slice(at, at + size)
        const began = performance.now()
        await db.transaction(async (tx) => {
          await tx.run(sql`select pg_advisory_xact_lock(${LOCK}, ${db.organizationId})`)
          await work(tx, slice)
        })
        const elapsed = performance.now() - began
        count++
        longestMs = Math.max(longestMs, elapsed)
        at += slice.length
        size = Math.max(1, Math.min(size * 3, Math.floor((slice.length * AIM_MS) / elapsed)))
      }
    },
    get count() {
      return count
    },
    get longestMs() {
      return Math.round(longestMs)
    },
  }
}
