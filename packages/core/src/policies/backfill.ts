import { sql } from 'drizzle-orm'
import type { Slices } from '../computation/slices.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantDatabase } from '../db/tenant.ts'
import { refreshPolicyDays } from '../measures/policy-daily/refresh.ts'
import { judgeLimits, limitedLines, writeHits } from './hits.sql.ts'

/**
 * Computes all hits and all days of the policies that are new, whose conditions changed (`pending`), or whose computation did not end: a
 * policy is `computing` until it has all of its days. Marked days are computed for it from the moment on that it is. Returns their ids.
 */
export async function backfillPolicies(db: TenantDatabase, slices: Slices): Promise<string[]> {
  const { organizationId } = db
  const rows = await db.rows<{ id: string }>(sql`
    update policies set computation_status = 'computing' where organization_id = ${organizationId} and computation_status <> 'complete' returning id`)
  const ids = rows.map(({ id }) => id).sort()
  if (ids.length === 0) return ids
  const policies = { only: ids }
  const served = await daysOf(
    db,
    sql`select metric_date from organization_daily_metrics where organization_id = ${organizationId} and date_basis = 'service'
    union select service_date from policy_hits where organization_id = ${organizationId} and policy_id = any(${sql.param(ids)}::text[])`,
  )
  await slices.eachDay('service', served, (tx, slice) => writeHits(tx, organizationId, { days: slice }, policies))
  await slices.eachDay('service', served, (tx, slice) => judgeLimits(tx, organizationId, limitedLines(organizationId, slice, ids)))
  const every = await daysOf(
    db,
    sql`select unnest(${sql.param(served)}::date[])
    union select unnest(array[appeal_date, decided_on]) from claim_appeals where organization_id = ${organizationId}
    union select metric_date from policy_daily_metrics where organization_id = ${organizationId} and policy_id = any(${sql.param(ids)}::text[])`,
  )
  await slices.eachDay('service', every, (tx, slice) => refreshPolicyDays(tx, { organizationId, days: slice, cause: 'policy:new', policies }))
  return ids
}

async function daysOf(db: TenantDatabase, source: ReturnType<typeof sql>): Promise<IsoDate[]> {
  const found = await db.rows<{ day: IsoDate }>(sql`select day from (${source}) as every(day) where day is not null order by day`)
  return found.map(({ day }) => day)
}
