import { sql } from 'drizzle-orm'
import type { Slices } from '../computation/slices.ts'
import { inDays } from '../computation/days.sql.ts'
import type { IsoDate } from '../dates.ts'
import type { TenantDatabase } from '../db/tenant.ts'
import { providerOfClaim } from '../measures/provider-daily/days.sql.ts'
import { claimsInScopes, type ComputedPattern } from '../patterns/scope/scoped.sql.ts'
import type { ProviderPattern } from './improved.sql.ts'

type ScopedPattern = Pick<ComputedPattern, 'id' | 'scope'>

/**
 * For each provider and pattern with a scope the two periods: adjudicated claims of the provider with a line in the scope, and those of them denied
 * in the pattern. The claims of a day are read once for all patterns, in slices; their counts add up here.
 */
export async function periodsInScopes(db: TenantDatabase, slices: Slices, patterns: readonly ScopedPattern[]): Promise<ProviderPattern[]> {
  if (patterns.length === 0) return []
  const { organizationId } = db
  const ids = sql.param(patterns.map(({ id }) => id))
  const within = (day: string, period: string) => sql.raw(`(${day} >= p.${period}_start and ${day} < p.${period}_end)`)
  const days = await db.rows<{ day: IsoDate }>(sql`
    select distinct d.metric_date as day from patterns p join pattern_daily_metrics d on d.organization_id = ${organizationId} and d.pattern_id = p.id and d.claim_count > 0
    where p.organization_id = ${organizationId} and p.id = any(${ids}::text[]) and (${within('d.metric_date', 'baseline')} or ${within('d.metric_date', 'current')}) order by 1`)
  const tallies = new Map<string, ProviderPattern>()
  const tally = (period: string) => sql`json_build_object(
    'claims', count(*) filter (where ${within('s.service_day', period)}), 'denied', count(*) filter (where ${within('s.service_day', period)} and pc.denied))`
  await slices.eachDay(
    'service',
    days.map(({ day }) => day),
    async (tx, slice) => {
      const rows = await tx.rows<ProviderPattern>(sql`
        select s.provider as provider, s.pattern_id as "patternId", ${tally('baseline')} as baseline, ${tally('current')} as current
        from (${claimsInScopes(organizationId, patterns, inDays('c.date_of_service', slice), sql`, ${providerOfClaim} as provider`)}) s
        join patterns p on p.organization_id = ${organizationId} and p.id = s.pattern_id
        left join lateral (
          select true as denied from pattern_claims d
          where d.organization_id = ${organizationId} and d.pattern_id = s.pattern_id and d.claim_id = s.claim_id and d.denied limit 1) pc on true
        where s.provider is not null group by 1, 2`)
      for (const row of rows) add(tallies, row)
    },
  )
  return [...tallies.values()].filter(({ baseline, current }) => baseline.claims > 0 && current.claims > 0)
}

function add(tallies: Map<string, ProviderPattern>, row: ProviderPattern): void {
  const key = `${row.patternId} ${row.provider}`
  const known = tallies.get(key)
  const sum = (period: 'baseline' | 'current') => ({
    claims: row[period].claims + (known?.[period].claims ?? 0),
    denied: row[period].denied + (known?.[period].denied ?? 0),
  })
  tallies.set(key, { ...row, baseline: sum('baseline'), current: sum('current') })
}
