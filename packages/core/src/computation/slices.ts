import { sql } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantDatabase, TenantTransaction } from '../db/tenant.ts'
import type { DateBasis } from '../measures/organization-daily/sql.ts'
import { DayCounts } from './day-counts.ts'

/** Nobody waits long behind a slice: on the embedded engine a transaction has the database to itself. The aim leaves room under 250 ms. */
const AIM_MS = 120
/** Any number that no other lock of Overturn has. */
const LOCK = 704_602
/** What a day costs besides its claims, in claims: its rows of every payer, provider and pattern. */
const OF_A_DAY = 20
/** The planner takes all days for alike: of more that are nearly empty it would expect so many claims that it reads the whole table instead. */
const MOST_DAYS = 40

type Work<Item> = (tx: TenantTransaction, slice: Item[]) => Promise<unknown>
/** A day of claims, also inside a mark; null: the claims that have none. */
type Day = IsoDate | null | { day: IsoDate }

/** The first slice has this weight; none has less than one item. */
interface Weighing<Item> {
  weightOf: (item: Item) => number
  first: number
  most: number
}

/** Work in short transactions, one after the other for an organization whoever runs it, so that what is written last was read last. */
export interface Slices {
  /** `first`: items that are known to take less than a slice may; one unless said. */
  each<Item>(items: readonly Item[], work: Work<Item>, first?: number): Promise<void>
  /** The same over days of claims. A slice is as large as its claims and decisions are many: after a quiet stretch, busy days come one by one. */
  eachDay<Item extends Day>(basis: DateBasis, days: readonly Item[], work: Work<Item>): Promise<void>
  /** Transactions so far, and the longest, waiting included. */
  readonly count: number
  readonly longestMs: number
}

/** Slices whose size follows the pace: each is as large as the one before it says can be done in the time aimed at, at most three times as large. */
export function slicesOf(db: TenantDatabase): Slices {
  let count = 0
  let longestMs = 0
  const dayCounts = new DayCounts(db)

  async function run<Item>(slice: Item[], work: Work<Item>): Promise<number> {
    const began = performance.now()
    await db.transaction(async (tx) => {
      // A slice is a small part of a table and found by index; with the cost of a disk's seeks the planner would soon read the whole table.
      await tx.run(sql`select pg_advisory_xact_lock(${LOCK}, ${db.organizationId}), set_config('random_page_cost', '1.1', true)`)
      await work(tx, slice)
    })
    const elapsed = performance.now() - began
    count++
    longestMs = Math.max(longestMs, elapsed)
    return elapsed
  }

  async function weighed<Item>(items: readonly Item[], { weightOf, first, most }: Weighing<Item>, work: Work<Item>): Promise<void> {
    for (let at = 0, wanted = first; at < items.length;) {
      const slice: Item[] = []
      let weight = 0
      for (const item of items.slice(at, at + most)) {
        if (slice.length > 0 && weight + weightOf(item) > wanted) break
        slice.push(item)
        weight += weightOf(item)
      }
      const elapsed = await run(slice, work)
      at += slice.length
      wanted = Math.min(weight * 3, (weight * AIM_MS) / elapsed)
    }
  }

  return {
    each: (items, work, first = 1) => weighed(items, { weightOf: () => 1, first, most: Infinity }, work),
    async eachDay(basis, days, work) {
      const counts = await dayCounts.of(
        basis,
        days.map(dayOf).filter((day) => day !== null),
      )
      await weighed(days, { weightOf: (item) => OF_A_DAY + (counts.get(dayOf(item) ?? '') ?? 0), first: 0, most: MOST_DAYS }, work)
    },
    get count() {
      return count
    },
    get longestMs() {
      return Math.round(longestMs)
    },
  }
}

const dayOf = (item: Day): IsoDate | null => (item !== null && typeof item === 'object' ? item.day : item)
