import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'

/** Days of service; null stands for the claims that have none, which belong to no day's numbers but may be denials of a pattern. */
export type ServiceDays = readonly (IsoDate | null)[] | 'all'

/** Condition that a date column is one of the days. */
export function inDays(column: string, days: ServiceDays): SQL {
  if (days === 'all') return sql`true`
  const name = sql.raw(column)
  const dated = sql`${name} = any(${sql.param(days.filter((day) => day !== null))}::date[])`
  return days.includes(null) ? sql`(${dated} or ${name} is null)` : dated
}

/** Claims that a piece of work is about: those served on some days, or some by their ids, whatever day they had or have. */
export type Claims = { days: ServiceDays } | { ids: readonly string[] }

/** Condition on rows about claims, by the column of the claim's day of service and that of its id. */
export function ofClaims(claims: Claims, { day, id }: { day: string; id: string }): SQL {
  return 'days' in claims ? inDays(day, claims.days) : sql`${sql.raw(id)} = any(${sql.param(claims.ids)}::text[])`
}

/** Payers whose rows a piece of work is about; '' stands for the claims whose payer is unknown. */
export type Payers = readonly string[] | 'all'

/** Condition that a claim's payer is one of them: without a function around the column, so that an index serves it. */
export function ofPayers(column: string, payers: Payers): SQL {
  if (payers === 'all') return sql`true`
  const name = sql.raw(column)
  const known = sql`${name} = any(${sql.param(payers)}::text[])`
  return payers.includes('') ? sql`(${known} or ${name} is null)` : known
}
