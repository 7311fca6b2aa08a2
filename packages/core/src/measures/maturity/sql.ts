import { sql, type SQL } from 'drizzle-orm'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { maturitiesFrom, maturityBy, type LagCurves, type Maturity, type MaturityBy } from './rules.ts'

export interface LagsOf {
  organizationId: number
  basis: 'submission' | 'service'
  asOf: IsoDate
}

/** After so many days practically every decision that comes has come, so that slow decisions are not missing from a curve. */
const SETTLED_DAYS = 120
const ENOUGH_SETTLED = 50
/** The latest settled claims are read, never all, however large the organization is: of a payer with one claim in a hundred some 200 are among them. */
const SAMPLE = 20_000
/** Curves that were computed this long before are as good as new: payers do not change their pace overnight. */
const CURRENT_DAYS = 30
/** The orders of the indexes of that day, from its latest end and from its earliest. */
const DAY = {
  submission: { day: sql`submission_date`, latest: sql`submission_date desc nulls last`, earliest: sql`submission_date asc nulls first` },
  service: { day: sql`date_of_service`, latest: sql`date_of_service desc`, earliest: sql`date_of_service` },
}

export interface CurveRow {
  payer: string
  /** claimCounts[i] claims were first decided lagDays[i] days after their day. */
  lagDays: number[]
  claimCounts: number[]
}

/**
 * Rows (payer, "lagDays", "claimCounts") as of a day, of each payer and of all together (''): from the latest claims that are old enough to be
 * settled. Whoever has fewer than 50 of those takes in younger ones that are decided, the oldest first, which makes the curve look faster than it
 * is until there are older ones.
 */
export function sampledCurves({ organizationId, basis, asOf }: LagsOf): SQL {
  const { day, latest, earliest } = DAY[basis]
  const decided = sql`
    select nullif(payer_id, '') as payer, greatest(first_decided_on - ${day}, 0) as days from claims
    where organization_id = ${organizationId} and use = 'claim' and first_decided_on <= ${asOf}`
  const settledBy = sql`${asOf}::date - ${SETTLED_DAYS}::int`
  const perCurve = (rows: SQL) => sql`
    select curve.payer, days, sum(claims)::int as claims
    from (select payer, days, count(*) as claims from (${rows}) claim group by 1, 2) lag cross join lateral (values (''), (lag.payer)) as curve(payer)
    where curve.payer is not null group by 1, 2`
  return sql`
    with settled as materialized (${perCurve(sql`${decided} and ${day} <= ${settledBy} order by ${latest} limit ${SAMPLE}`)}),
    enough as (select payer from settled group by 1 having sum(claims) >= ${ENOUGH_SETTLED}),
    young as materialized (${perCurve(sql`${decided} and ${day} > ${settledBy} and ${day} <= ${asOf} order by ${earliest} limit ${SAMPLE}`)}),
    lag as (
      select payer, days, sum(claims)::int as claims
      from (select * from settled union all select * from young where payer not in (select payer from enough)) both_ages
      group by 1, 2)
    select payer, array_agg(days order by days) as "lagDays", array_agg(claims order by days) as "claimCounts" from lag group by 1`
}

/** The same as they were stored; nothing when they are of a later day or too old to be read as of this one. */
export const storedCurves = ({ organizationId, basis, asOf }: LagsOf): SQL => sql`
  select payer_id as payer, lag_days as "lagDays", claim_counts as "claimCounts" from payer_lag_curves
  where organization_id = ${organizationId} and date_basis = ${basis} and computed_for <= ${asOf} and computed_for > ${asOf}::date - ${CURRENT_DAYS}::int`

export function curvesOf(rows: readonly CurveRow[]): LagCurves {
  return new Map(rows.map(({ payer, lagDays, claimCounts }) => [payer, lagDays.map((days, at) => ({ days, claims: claimCounts[at]! }))]))
}

/** The curves to read a day with: as stored, or sampled where none are stored for it. */
export async function readLagCurves(db: Pick<TenantTransaction, 'rows'>, of: LagsOf): Promise<LagCurves> {
  const stored = await db.rows<CurveRow>(storedCurves(of))
  return stored.length > 0 ? curvesOf(stored) : sampleLagCurves(db, of)
}

export const sampleLagCurves = async (db: Pick<TenantTransaction, 'rows'>, of: LagsOf): Promise<LagCurves> =>
  curvesOf(await db.rows<CurveRow>(sampledCurves(of)))

/** The maturity of a payer's claims; without a payer that of claims of all payers together, each by its own curve. */
export async function readMaturity(db: Pick<TenantTransaction, 'rows'>, { payer, ...of }: LagsOf & { payer?: string | undefined }): Promise<Maturity> {
  return payer === undefined ? (await readMaturities(db, of)).payer : maturitiesFrom(await readLagCurves(db, of), of.asOf).ofPayer(payer)
}

/** The maturity of claims of all payers together, in both ways to say it. */
export async function readMaturities(db: Pick<TenantTransaction, 'rows'>, of: LagsOf): Promise<Record<MaturityBy, Maturity>> {
  return maturityBy(await readLagCurves(db, of), await readPayerMix(db, of), of.asOf)
}

/** Adjudicated claims per payer ('' = unknown) of the last 120 days. */
async function readPayerMix(db: Pick<TenantTransaction, 'rows'>, { organizationId, basis, asOf }: LagsOf): Promise<Map<string, number>> {
  const rows = await db.rows<{ payer: string; claims: number }>(sql`
    select payer_id as payer, sum(adjudicated_count)::int as claims from organization_daily_metrics
    where organization_id = ${organizationId} and date_basis = ${basis} and metric_date > ${asOf}::date - ${SETTLED_DAYS}::int and metric_date <= ${asOf}
    group by 1 having sum(adjudicated_count) > 0`)
  return new Map(rows.map(({ payer, claims }) => [payer, claims]))
}
