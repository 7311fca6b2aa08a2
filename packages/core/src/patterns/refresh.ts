import { sql } from 'drizzle-orm'
import { todayOf, type Context } from '../context.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantTransaction } from '../db/tenant.ts'
import type { Maturity, MaturityBy } from '../measures/maturity/rules.ts'
import { readMaturities } from '../measures/maturity/sql.ts'
import { decimalText } from '../money.ts'
import { keepReleased, markComputed, readVersions } from '../releases/read.sql.ts'
import { NEWEST, type ComputationVersion } from '../releases/versions.ts'
import { readSettings, type TierThresholds } from '../settings.ts'
import { sumAtRisk } from './at-risk.sql.ts'
import { countPatterns, type PatternCounts } from './counts.sql.ts'
import { refreshPriorities } from './priority/refresh.ts'
import { baselineWindow, CURRENT_DAYS, isInsufficient, matureWindow, scoreOf, scoreWindow, statusOf, tierOf, trendOf, type Period } from './rules.ts'
import { keepStatusChanges } from './status-changes.ts'
import { slicesOf, type Slices } from '../computation/slices.ts'

/** The newest definition of what is computed. What an organization is shown of its patterns may be older: src/releases. */
export const COMPUTATION_VERSION = NEWEST.version

/** Patterns that take part: those found or adopted, whose days are computed, and that nobody has archived. */
const computable = (organizationId: number) =>
  sql`organization_id = ${organizationId} and scope_key is not null and status <> 'archived' and computation_status <> 'pending'`

/**
 * Computes score, tier, status and periods of every pattern whose days are computed, from their daily rows, in short transactions of some patterns
 * each: by the released version of the computation, and by its candidates beside it. Two runs at once follow one another, so that the later one
 * stands. Returns the number of patterns. A failure leaves the patterns as they were, with the status `error`.
 */
export async function refreshPatterns(context: Context, slices: Slices = slicesOf(context.db)): Promise<number> {
  const { db, organization } = context
  const today = todayOf(context)
  const { tiers } = await readSettings(db, organization.id)
  const maturity = await readMaturities(db, { organizationId: organization.id, basis: 'service', asOf: today })
  await keepReleased(db, organization.id)
  const { released, candidates } = await readVersions(db, organization.id)
  const patterns = await db.rows<{ id: string }>(sql`update patterns set computation_status = 'computing' where ${computable(organization.id)} returning id`)
  const ids = patterns.map(({ id }) => id).sort()
  try {
    await slices.each(ids, (tx, slice) => compute(tx, context, slice, { today, maturity, tiers }))
    await refreshPriorities(context, slices, maturity[released.maturity].matureBefore)
  } catch (error) {
    await db.run(sql`update patterns set computation_status = 'error' where ${computable(organization.id)} and computation_status = 'computing'`)
    throw error
  }
  if (candidates.length > 0) await markComputed(db, organization.id, candidates, context.now)
  return ids.length
}

interface AsOf {
  today: IsoDate
  maturity: Record<MaturityBy, Maturity>
  tiers: TierThresholds
}

/** The versions are read in each transaction: what somebody releases meanwhile holds from the next slice on, and the release computes all again. */
async function compute(tx: TenantTransaction, { organization: { id }, now }: Context, ids: readonly string[], asOf: AsOf): Promise<void> {
  const { released, candidates } = await readVersions(tx, id)
  const { today, maturity, tiers } = asOf
  const until = ({ maturity: by }: ComputationVersion) => maturity[by].matureBefore
  const counts = await countPatterns(tx, id, ids, { today, matureUntil: until(released) })
  if (counts.length === 0) return
  const atRisk = await sumAtRisk(tx, { organizationId: id, patterns: ids, today, window: scoreWindow(today) })
  const columnsOf = (pattern: PatternCounts, version: ComputationVersion) => ({
    total_at_risk: atRisk.get(pattern.id) ?? '0',
    ...fieldsOf(pattern, { today, matureUntil: until(version), tiers }),
    computation_version: version.version,
  })
  const rows = counts.map((pattern) => ({ id: pattern.id, ...columnsOf(pattern, released) }))
  await keepStatusChanges(
    tx,
    id,
    rows.map(({ status }, index) => ({ pattern: counts[index]!, status })),
    now,
  )
  await write(tx, id, rows, now)
  for (const candidate of candidates) {
    const beside = await countPatterns(tx, id, ids, { today, matureUntil: until(candidate) })
    const values = beside.map((pattern) => ({ subject: pattern.id, values: columnsOf(pattern, candidate) }))
    await writeBeside(tx, id, candidate, values, now)
  }
}

async function write(tx: TenantTransaction, organizationId: number, rows: readonly ({ id: string } & Record<string, unknown>)[], now: Date): Promise<void> {
  const columns = Object.keys(rows[0]!).filter((column) => column !== 'id')
  await tx.run(sql`
    update patterns p set ${sql.raw(columns.map((column) => `${column} = r.${column}`).join(', '))},
      last_computed_at = ${now}, last_updated = ${now}, computation_status = 'complete'
    from json_populate_recordset(null::patterns, ${JSON.stringify(rows)}::json) r
    where p.organization_id = ${organizationId} and p.id = r.id and p.status <> 'archived'`)
}

async function writeBeside(
  tx: TenantTransaction,
  organizationId: number,
  { version }: ComputationVersion,
  rows: readonly { subject: string; values: Record<string, unknown> }[],
  now: Date,
): Promise<void> {
  await tx.run(sql`
    insert into computed_beside (organization_id, version, kind, subject, values, computed_at)
    select ${organizationId}::int, ${version}::int, 'pattern', r.subject, r.values, ${now}
    from json_to_recordset(${JSON.stringify(rows)}::json) as r(subject text, values jsonb)
    on conflict (organization_id, version, kind, subject) do update set values = excluded.values, computed_at = excluded.computed_at`)
}

interface Definition {
  today: IsoDate
  /** The day after the last mature one; null while none is. */
  matureUntil: IsoDate | null
  tiers: TierThresholds
}

/** The computed columns of a pattern, by their names in the table. */
export function fieldsOf(pattern: PatternCounts, { today, matureUntil, tiers }: Definition) {
  const { firstDetected, lastSeen } = pattern
  const score = scoreOf(pattern, today)
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
