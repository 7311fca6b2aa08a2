import { sql, type SQL } from 'drizzle-orm'
import { isAdjudicated } from '../measures/provider-daily/days.sql.ts'
import type { FirstDecision } from './schemas.ts'

interface Told {
  /** Condition on claims `c`. */
  claims: SQL
  /** The same as a count of a day of organization_daily_metrics. */
  days: SQL
}

const told = (outcomes: string | null, days: string): Told => ({
  claims: outcomes === null ? isAdjudicated : sql`(c.initial_outcome in (${sql.raw(outcomes)}) and not c.is_duplicate)`,
  days: sql.raw(days),
})

/** What the first decision said of a claim, as the dashboard counts it (measures/organization-daily): each of its counts has its claims here. */
export const firstDecisions: Record<FirstDecision, Told> = {
  paid: told(`'paid'`, 'adjudicated_count - denied_count - partially_denied_count'),
  partially_denied: told(`'partially_denied'`, 'partially_denied_count'),
  denied: told(`'denied'`, 'denied_count'),
  any_denied: told(`'denied', 'partially_denied'`, 'denied_count + partially_denied_count'),
  decided: told(null, 'adjudicated_count'),
  // What was denied has a reason, and indexes by that.
  duplicate: { claims: sql`(c.is_duplicate and c.denial_reason is not null)`, days: sql`duplicate_count` },
  none: { claims: sql`c.initial_outcome is null`, days: sql`pending_count` },
}
