import { sql } from 'drizzle-orm'
import type { IsoDate } from '../../dates.ts'
import type { TenantTransaction } from '../../db/tenant.ts'
import { maturityFrom, type Lag, type Maturity } from './rules.ts'

export interface MaturityOf {
  organizationId: number
  basis: 'submission' | 'service'
  asOf: IsoDate
  /** Only this payer's decisions; default: the whole organization's. */
  payer?: string
}

/** After so many days practically every decision that comes has come, so that slow decisions are not missing from the curve. */
const SETTLED_DAYS = 120
const ENOUGH_SETTLED = 50
/** The latest settled claims are read, never all: some 10 ms however large the organization is, and the share at 90 % is good to 0.6 points. */
const SAMPLE = 10_000
/** The latest first, written as the index of that day has it. */
const DAY = {
  submission: { day: sql`submission_date`, latest: sql`submission_date desc nulls last` },
  service: { day: sql`date_of_service`, latest: sql`date_of_service desc` },
}

/**
 * The organization's lag curve as of a day: from the latest claims that are old enough to be settled; with fewer than 50 of those, from the
 * younger ones that are decided too (which makes the curve look faster than it is, until there are older ones).
 */
export async function readMaturity(db: Pick<TenantTransaction, 'rows'>, { organizationId, basis, asOf, payer }: MaturityOf): Promise<Maturity> {
  const { day, latest } = DAY[basis]
  const decided = sql`
    select greatest(first_decided_on - ${day}, 0) as days from claims
    where organization_id = ${organizationId} and use = 'claim' and first_decided_on <= ${asOf} ${payer === undefined ? sql`` : sql`and payer_id = ${payer}`}`
  const settledBy = sql`${asOf}::date - ${SETTLED_DAYS}::int`
  const lags = await db.rows<Lag>(sql`
    with settled as materialized (${decided} and ${day} <= ${settledBy} order by ${latest} limit ${SAMPLE}),
    young as (${decided} and ${day} > ${settledBy} and ${day} <= ${asOf} order by ${latest} limit ${SAMPLE})
    select days, count(*)::int as claims
    from (select days from settled union all select days from young where (select count(*) from settled) < ${ENOUGH_SETTLED}) lag
    group by days order by days`)
  return maturityFrom(lags, asOf)
}
