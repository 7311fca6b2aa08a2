import { sql } from 'drizzle-orm'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { chosen, EVERY_PATTERN, type PatternChoice } from '../../patterns/choice.ts'
import { writeDailyRows, type DailyRows } from '../daily-rows.sql.ts'
import { MEASURES, patternDays } from './days.sql.ts'

const ROWS: DailyRows = {
  table: 'pattern_daily_metrics',
  key: 'pattern_id',
  name: 'pattern',
  measures: MEASURES,
  // The population of a pattern found by reason alone is the organization's, whose own daily metrics restate it.
  restated: MEASURES.filter((measure) => measure !== 'claim_count'),
}

/**
 * Computes those days of the patterns that are not archived, from pattern_claims and the organization's days of service (daily-rows.sql.ts).
 * Returns how many rows were written or removed.
 */
export function refreshPatternDays(
  tx: TenantTransaction,
  { organizationId, days, cause, patterns = EVERY_PATTERN }: { organizationId: number; days: readonly IsoDate[]; cause: string; patterns?: PatternChoice },
): Promise<number> {
  return writeDailyRows(tx, ROWS, {
    organizationId,
    days,
    cause,
    fresh: patternDays(organizationId, days, patterns),
    which: sql`m.pattern_id in (
      select p.id from patterns p where p.organization_id = ${organizationId} and p.status <> 'archived' and ${chosen(patterns)})`,
  })
}
