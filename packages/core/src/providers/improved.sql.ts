import { sql } from 'drizzle-orm'
import type { Slices } from '../computation/slices.ts'
import type { TenantDatabase, TenantTransaction } from '../db/tenant.ts'
import { providerOfClaim } from '../measures/provider-daily/days.sql.ts'
import { hasScope, scopeFrom } from '../patterns/scope/scoped.sql.ts'
import { periodsInScopes } from './improved-scopes.sql.ts'
import { isImproved, type PatternPeriods } from './rules.ts'

/** A pattern that a provider has improved on, as provider_performance.improved keeps it. */
export interface ImprovedPattern extends PatternPeriods {
  patternId: string
}

export type ProviderPattern = ImprovedPattern & { provider: string }

/**
 * The patterns that each provider has improved on, by id. Patterns whose periods say nothing yet, and archived ones, take no part; nor does one by
 * reason alone where others hold its reason with a scope: what improved would count twice.
 */
export async function readImproved(db: TenantDatabase, slices: Slices): Promise<Map<string, ImprovedPattern[]>> {
  const patterns = await db.rows<{ id: string; scope: unknown }>(sql`
    select id, scope from patterns p
    where organization_id = ${db.organizationId} and status <> 'archived' and not insufficient_data and baseline_start is not null and current_start is not null
      and (scope <> '[]' or not exists (
        select from patterns s where s.organization_id = ${db.organizationId} and s.denial_reason = p.denial_reason and s.scope <> '[]' and s.status <> 'archived'))
    order by id`)
  const scoped = patterns.map(({ id, scope }) => ({ id, scope: scopeFrom(scope) })).filter(hasScope)
  const inScopes = new Set(scoped.map(({ id }) => id))
  const candidates = await periodsInScopes(db, slices, scoped)
  const byReason = patterns.map(({ id }) => id).filter((id) => !inScopes.has(id))
  await slices.each(byReason, async (tx, slice) => {
    candidates.push(...(await periodsOf(tx, db.organizationId, slice)))
  })
  const improved = candidates.filter(isImproved).sort((a, b) => (a.patternId < b.patternId ? -1 : 1))
  const byProvider = Map.groupBy(improved, ({ provider }) => provider)
  return new Map([...byProvider].map(([provider, own]) => [provider, own.map(({ provider: _, ...pattern }) => pattern)]))
}

/** Population: the provider's adjudicated claims of the pattern's periods, from its days. Denials: its claims denied in the pattern, each once. */
async function periodsOf(tx: Pick<TenantTransaction, 'rows'>, organizationId: number, ids: readonly string[]): Promise<ProviderPattern[]> {
  const mine = sql`organization_id = ${organizationId}`
  const within = (day: string, period: string) => sql.raw(`${day} >= p.${period}_start and ${day} < p.${period}_end`)
  const either = (day: string) => sql`(${within(day, 'baseline')} or ${within(day, 'current')})`
  const count = (day: string, period: string) => sql`(count(distinct pc.claim_id) filter (where ${within(day, period)}))::int`
  const claims = (period: string) => sql`(coalesce(sum(d.claim_count) filter (where ${within('d.metric_date', period)}), 0))::int`
  const tally = (period: string) => sql.raw(`json_build_object('claims', population.${period}, 'denied', coalesce(denial.${period}, 0))`)
  return tx.rows<ProviderPattern>(sql`
    with p as materialized (select * from patterns where ${mine} and id = any(${sql.param(ids)}::text[])),
    denial as (
      select p.id, claim.provider_id, ${count('pc.service_date', 'baseline')} as baseline, ${count('pc.service_date', 'current')} as current
      from p join pattern_claims pc on pc.${mine} and pc.pattern_id = p.id and pc.denied and ${either('pc.service_date')}
      cross join lateral (select ${providerOfClaim} as provider_id from claims c where c.${mine} and c.id = pc.claim_id offset 0) claim
      group by p.id, claim.provider_id),
    population as (
      select p.id, d.provider_id, ${claims('baseline')} as baseline, ${claims('current')} as current
      from p join provider_daily_metrics d on d.${mine} and ${either('d.metric_date')}
      group by p.id, d.provider_id)
    select population.provider_id as provider, population.id as "patternId", ${tally('baseline')} as baseline, ${tally('current')} as current
    from population left join denial using (id, provider_id)
    where population.baseline > 0 and population.current > 0
    order by 1, 2`)
}
