import { sql, type SQL } from 'drizzle-orm'

/** Which patterns a piece of work is for. */
export type PatternChoice = { only: readonly string[] } | { except: readonly string[] }
export const EVERY_PATTERN: PatternChoice = { except: [] }

/** Condition on the patterns `p`. */
export function chosen(choice: PatternChoice): SQL {
  return 'only' in choice ? sql`p.id = any(${sql.param(choice.only)}::text[])` : sql`p.id <> all(${sql.param(choice.except)}::text[])`
}
