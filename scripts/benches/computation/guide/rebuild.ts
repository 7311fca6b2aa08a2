import { sql } from 'drizzle-orm'
import { addDays, type IsoDate } from '../../../../packages/core/src/dates.ts'
import type { TenantDatabase } from '../../../../packages/core/src/db/tenant.ts'
import { claimsOfPattern } from './patterns.ts'
import { guidePattern, type GuideClaim, type GuidePattern } from './tables.ts'

/** The guide's daily calculation for one day, all patterns in one statement. */
export async function guideDay({ run, organizationId }: TenantDatabase, day: IsoDate): Promise<void> {
  await run(sql`
    insert into guide_pattern_daily_metrics (organization_id, pattern_id, metric_date, period_start, period_end, claim_count, denied_count, denial_rate, dollars_denied, appeal_count)
    select p.organization_id, p.id, ${day}::date, ${`${day} 00:00:00`}, ${`${day} 23:59:59`}, count(c.id), count(case when c.status = 'denied' then 1 end),
           cast(count(case when c.status = 'denied' then 1 end) as real) / nullif(count(c.id), 0),
           coalesce(sum(case when c.status = 'denied' then c.billed_amount else 0 end), 0), count(ca.claim_id)
    from patterns p
    left join guide_pattern_claims pc on pc.organization_id = p.organization_id and p.id = pc.pattern_id
    left join claims c on c.organization_id = pc.organization_id and pc.claim_id = c.id and date(c.date_of_service) = ${day}::date
    left join claim_appeals ca on ca.organization_id = c.organization_id and c.id = ca.claim_id and date(ca.appeal_date) = ${day}::date
    where p.organization_id = ${organizationId} and p.status != 'archived'
    group by p.organization_id, p.id
    on conflict (organization_id, pattern_id, metric_date) do update set
      claim_count = excluded.claim_count, denied_count = excluded.denied_count, denial_rate = excluded.denial_rate, dollars_denied = excluded.dollars_denied,
      appeal_count = excluded.appeal_count`)
}

/** The guide's updatePatternMetrics: all claims of the pattern are loaded and filtered. What it would store is given back, so that our patterns stay ours. */
export async function guidePatternMetrics(db: TenantDatabase, id: string, today: IsoDate) {
  const pattern = await db.row<GuidePattern>(sql`select ${guidePattern} from patterns p where p.organization_id = ${db.organizationId} and p.id = ${id}`)
  if (!pattern) return null
  const linkedClaims = await claimsOfPattern(db, id)
  if (linkedClaims.length === 0) return null
  const sixtyDaysAgo = addDays(today, -60)
  const baselineStart = new Date(pattern.firstDetected)
  const baselineEnd = new Date(baselineStart.getTime() + 60 * 24 * 60 * 60 * 1000)
  const baselineClaims = linkedClaims.filter(({ dateOfService }) => {
    const day = new Date(dateOfService)
    return day >= baselineStart && day <= baselineEnd
  })
  return {
    baseline: countsOf(baselineClaims),
    current: countsOf(linkedClaims.filter(({ dateOfService }) => dateOfService >= sixtyDaysAgo)),
  }
}

function countsOf(claims: readonly GuideClaim[]) {
  const denied = claims.filter(({ status }) => status === 'denied')
  return {
    claimCount: claims.length,
    deniedCount: denied.length,
    denialRate: claims.length > 0 ? (denied.length / claims.length) * 100 : 0,
    dollarsDenied: denied.reduce((sum, { billedAmount }) => sum + billedAmount, 0),
  }
}
