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
