import { sql } from 'drizzle-orm'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { chosen, EVERY_PATTERN, type PatternChoice } from '../../patterns/choice.ts'
import { hasScope, readComputed } from '../../patterns/scope/scoped.sql.ts'
import { writeDailyRows, type DailyRows } from '../daily-rows.sql.ts'
import { MEASURES, patternDays } from './days.sql.ts'

const ROWS: DailyRows = {
  table: 'pattern_daily_metrics',
  key: 'pattern_id',
  name: 'pattern',
  measures: MEASURES,
}

/**
 * Computes those days of the patterns that are not archived, from pattern_claims, the organization's days of service and, for those with a scope, the
 * claims of the days (daily-rows.sql.ts). Returns how many rows were written or removed.
 */
export async function refreshPatternDays(
  tx: TenantTransaction,
  {
    organizationId,
    days,
    cause,
    patterns: choice = EVERY_PATTERN,
  }: { organizationId: number; days: readonly IsoDate[]; cause: string; patterns?: PatternChoice },
): Promise<number> {
  if (days.length === 0) return 0
  const patterns = await readComputed(tx, organizationId, choice, { archived: false })
  const scoped = sql.param(patterns.filter(hasScope).map(({ id }) => id))
  return writeDailyRows(tx, ROWS, {
    organizationId,
    days,
    cause,
    fresh: patternDays(organizationId, days, patterns),
    which: sql`m.pattern_id in (
      select p.id from patterns p where p.organization_id = ${organizationId} and p.status <> 'archived' and ${chosen(choice)})`,
    // The population of a pattern by reason alone is the organization's, whose own daily metrics restate it.
    restated: sql`(v.metric <> 'pattern.claim_count' or pattern_id = any(${scoped}::text[]))`,
  })
}
