import { sql } from 'drizzle-orm'
import type { Slices } from '../computation/slices.ts'
import type { DateWindow, IsoDate } from '../dates.ts'
import type { TenantDatabase, TenantTransaction } from '../db/tenant.ts'
import { isAdjudicated, providerOfClaim } from '../measures/provider-daily/days.sql.ts'
import type { StratumCount } from './rules.ts'
import { serviceClass } from './service-class.sql.ts'

/**
 * Adjudicated and denied claims of the window per provider and stratum: payer, claim type and service class. The database groups some days at a
 * time, in short transactions; here its groups are added up.
 */
export async function readStrata(db: TenantDatabase, slices: Slices, { start, end }: DateWindow): Promise<StratumCount[]> {
  const days = await db.rows<{ day: IsoDate }>(sql`
    select distinct metric_date as day from provider_daily_metrics
    where organization_id = ${db.organizationId} and metric_date >= ${start} and metric_date < ${end} and claim_count > 0 order by 1`)
  const strata = new Map<string, StratumCount>()
  await slices.eachDay('service', days, async (tx, slice) => {
    for (const group of await strataOfDays(
      tx,
      db.organizationId,
      slice.map(({ day }) => day),
    )) {
      const key = JSON.stringify([group.provider, group.payer, group.claimType, group.serviceClass])
      const sum = strata.get(key)
      if (!sum) strata.set(key, group)
      else {
        sum.claims += group.claims
        sum.denied += group.denied
      }
    }
  })
  return [...strata.values()]
}

/**
 * The principal procedure is the first line's. An institutional claim is classed by the revenue code of its first line, where that has one, and so
 * is a claim without procedures.
 */
async function strataOfDays(tx: Pick<TenantTransaction, 'rows'>, organizationId: number, days: readonly IsoDate[]): Promise<StratumCount[]> {
  return tx.rows<StratumCount>(sql`
    select provider, payer, "claimType", ${serviceClass(sql`code`, sql`revenue_code`)} as "serviceClass",
           count(*)::int as claims, (count(*) filter (where denied))::int as denied
    from (
      select ${providerOfClaim} as provider, coalesce(c.payer_id, '') as payer, coalesce(c.claim_type, '') as "claimType", c.initial_outcome = 'denied' as denied,
             line.revenue_code, case when c.claim_type = 'institutional' and line.revenue_code is not null then null else c.procedure_codes[1] end as code
      from claims c left join lateral (
        select l.revenue_code from claim_line_items l
        where l.organization_id = ${organizationId} and l.claim_id = c.id and (c.claim_type = 'institutional' or c.procedure_codes = '{}')
        order by l.line_number limit 1) line on true
      where c.organization_id = ${organizationId} and c.use = 'claim' and ${isAdjudicated} and c.date_of_service = any(${sql.param(days)}::date[])) claim
    where provider is not null
    group by 1, 2, 3, 4`)
}
