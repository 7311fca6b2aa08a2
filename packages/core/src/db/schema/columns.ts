import { sql, type SQL } from 'drizzle-orm'
import { check, customType, date, integer, numeric, timestamp, type AnyPgColumn } from 'drizzle-orm/pg-core'

/** Column kinds that every table shares, so that an amount, an id or a day has one type in the whole schema. */

/** Ids and codes compare byte by byte on every engine, whatever the server's locale. */
export const key = customType<{ data: string; driverData: string }>({ dataType: () => 'text COLLATE "C"' })
export const organizationId = () => integer('organization_id').notNull()
export const money = (name: string) => numeric(name, { precision: 14, scale: 2 })
export const day = (name: string) => date(name, { mode: 'string' })
export const moment = (name: string) => timestamp(name, { withTimezone: true, mode: 'date' })
/** A count that is known: zero is a fact. */
export const count = (name: string) => integer(name).notNull().default(0)

/** CHECK that a column holds one of a closed set of words. */
export function oneOf(name: string, column: AnyPgColumn, words: readonly string[]) {
  return check(name, sql`${column} in (${sql.raw(words.map((word) => `'${word}'`).join(', '))})`)
}

/** A rate in percent that is nothing but its two counts; null while the denominator is 0. */
export function percent(part: string, whole: string): SQL {
  return sql.raw(`(${part} * 100.0) / nullif(${whole}, 0)`)
}
