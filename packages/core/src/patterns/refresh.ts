import { sql } from 'drizzle-orm'
import { describeReason } from '../adjudication/reasons.ts'
import { todayOf, type Context } from '../context.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import { readMaturity } from '../measures/maturity/sql.ts'
import { decimalText } from '../money.ts'
import { readSettings, type TierThresholds } from '../settings.ts'
import { sumAtRisk } from './at-risk.sql.ts'
import { countPatterns, type PatternCounts } from './counts.sql.ts'
import { baselineWindow, CURRENT_DAYS, isInsufficient, matureWindow, scoreOf, scoreWindow, statusOf, tierOf, trendOf, type Period } from './rules.ts'
import { slicesOf, type Slices } from '../computation/slices.ts'

/** Rises when a definition of a computed field changes. */
export const COMPUTATION_VERSION = 1

/** Patterns that take part: those found or adopted, whose days are computed, and that nobody has archived. */
const computable = (organizationId: number) =>
  sql`organization_id = ${organizationId} and scope_key is not null and status <> 'archived' and computation_status <> 'pending'`

/**
 * Computes score, tier, status and periods of every pattern whose days are computed, from their daily rows, in short transactions of some patterns
 * each. Two runs at once follow one another, so that the later one stands. Returns the number of patterns. A failure leaves the patterns as they were,
 * with the status `error`.
 */
export async function refreshPatterns(context: Context, slices: Slices = slicesOf(context.db)): Promise<number> {
  const { db, organization } = context
  const today = todayOf(context)
  const { tiers } = await readSettings(db, organization.id)
  const { matureBefore: matureUntil } = await readMaturity(db, { organizationId: organization.id, basis: 'service', asOf: today })
  const patterns = await db.rows<{ id: string }>(sql`update patterns set computation_status = 'computing' where ${computable(organization.id)} returning id`)
  const ids = patterns.map(({ id }) => id).sort()
  try {
    await slices.each(ids, (tx, slice) => compute(tx, context, slice, { today, matureUntil, tiers }))
  } catch (error) {
    await db.run(sql`update patterns set computation_status = 'error' where ${computable(organization.id)} and computation_status = 'computing'`)
    throw error
  }
  return ids.length
}

interface AsOf {
  today: IsoDate
  /** The day after the last mature one; null while none is. */
  matureUntil: IsoDate | null
  tiers: TierThresholds
}

async function compute(tx: TenantTransaction, { organization, now }: Context, ids: readonly string[], asOf: AsOf): Promise<void> {
  const counts = await countPatterns(tx, organization.id, ids, asOf)
  const remedies = counts.map(({ id, denialReason }) => ({ id, remedy: describeReason(denialReason ?? '').remedy }))
  const atRisk = await sumAtRisk(tx, { organizationId: organization.id, today: asOf.today, window: scoreWindow(asOf.today), remedies })
  const rows = counts.map((pattern) => ({ id: pattern.id, total_at_risk: atRisk.get(pattern.id) ?? '0', ...fieldsOf(pattern, asOf) }))
  const columns = Object.keys(rows[0] ?? {}).filter((column) => column !== 'id')
  if (columns.length === 0) return
  await tx.run(sql`
    update patterns p set ${sql.raw(columns.map((column) => `${column} = r.${column}`).join(', '))},
      last_computed_at = ${now}, last_updated = ${now}, computation_version = ${COMPUTATION_VERSION}, computation_status = 'complete'
    from json_populate_recordset(null::patterns, ${JSON.stringify(rows)}::json) r
    where p.organization_id = ${organization.id} and p.id = r.id and p.status <> 'archived'`)
}

/** The computed columns of a pattern, by their names in the table. */
export function fieldsOf(pattern: PatternCounts, { today, matureUntil, tiers }: AsOf) {
  const { recent, firstDetected, lastSeen } = pattern
  const score = scoreOf({ recent, firstDetected, lastSeen, today })
  const baseline = periodOf(baselineWindow(firstDetected), pattern.baseline)
  const current = periodOf(matureWindow(matureUntil, CURRENT_DAYS), pattern.current)
  const insufficientData = isInsufficient(baseline, current)
  return {
    first_detected: firstDetected,
    last_seen: lastSeen,
    score_frequency: score.frequency,
    score_impact: decimalText(score.impact),
    score_trend: trendOf(pattern.trendRecent, pattern.trendPrevious),
    score_velocity: score.velocity,
    score_confidence: score.confidence,
    score_recency: score.recency,
    avg_denial_amount: score.average === null ? null : decimalText(score.average),
    tier: tierOf(score, tiers),
    status: statusOf({ previous: pattern.status, insufficientData, baseline: pattern.baseline, current: pattern.current, quiet: pattern.quiet }),
    insufficient_data: insufficientData,
    ...periodColumns('baseline', baseline),
    ...periodColumns('current', current),
  }
}

const periodOf = (window: Period['window'] | null, counts: Period['counts'] | null): Period | null => window && counts && { window, counts }

function periodColumns(name: 'baseline' | 'current', period: Period | null) {
  const { claims, denied, dollars } = period?.counts ?? { claims: null, denied: null, dollars: null }
  return {
    [`${name}_start`]: period?.window.start ?? null,
    [`${name}_end`]: period?.window.end ?? null,
    [`${name}_claim_count`]: claims,
    [`${name}_denied_count`]: denied,
    [`${name}_denial_rate`]: claims ? ((denied ?? 0) * 100) / claims : null,
    [`${name}_dollars_denied`]: dollars === null ? null : decimalText(dollars),
  }
}
