import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantDatabase } from '../db/tenant.ts'
import type { DateBasis } from '../measures/organization-daily/sql.ts'

/** Days of one statement: at 1,000,000 claims over two years some 40,000 entries of an index. */
const AT_ONCE = 30

const SOURCES: Record<DateBasis, { table: SQL; day: SQL }> = {
  submission: { table: sql`claims`, day: sql`submission_date` },
  service: { table: sql`claims`, day: sql`date_of_service` },
  payment: { table: sql`adjudications`, day: sql`decided_on` },
}

/** How many claims (of payment: decisions) days have, whatever their kind: what computing a day costs. Each day is counted once. */
export class DayCounts {
  readonly #db: TenantDatabase
  readonly #counted: Record<DateBasis, Map<IsoDate, number>> = { submission: new Map(), service: new Map(), payment: new Map() }

  constructor(db: TenantDatabase) {
    this.#db = db
  }

  /** The counts of these days, among others. */
  async of(basis: DateBasis, days: readonly IsoDate[]): Promise<ReadonlyMap<IsoDate, number>> {
    const counted = this.#counted[basis]
    const open = [...new Set(days)].filter((day) => !counted.has(day))
    for (let at = 0; at < open.length; at += AT_ONCE)
      for (const { day, count } of await this.#count(basis, open.slice(at, at + AT_ONCE))) counted.set(day, count)
    return counted
  }

  #count(basis: DateBasis, days: readonly IsoDate[]): Promise<{ day: IsoDate; count: number }[]> {
    const { table, day } = SOURCES[basis]
    return this.#db.rows(sql`
      select asked.day, found.count from unnest(${sql.param(days)}::date[]) as asked(day)
      cross join lateral (select count(*)::int as count from ${table} t where t.organization_id = ${this.#db.organizationId} and t.${day} = asked.day) found`)
  }
}
