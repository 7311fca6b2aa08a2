import { sql } from 'drizzle-orm'
import type { IsoDate } from '../dates.ts'
import type { TenantDatabase } from '../db/tenant.ts'
import { refreshPatternDays } from '../measures/pattern-daily/refresh.ts'
import { refreshPatternClaims } from './pattern-claims.ts'
import type { Slices } from '../computation/slices.ts'

/** The patterns whose days are all due: those that were found or adopted, brought back from the archive, or found with another scope. */
export async function pendingPatterns(db: TenantDatabase): Promise<string[]> {
  const rows = await db.rows<{ id: string }>(sql`
    select id from patterns where organization_id = ${db.organizationId} and scope_key is not null and status <> 'archived' and computation_status = 'pending' order by id`)
  return rows.map(({ id }) => id)
}

/**
 * Computes all claims and all days of these patterns, and takes away what is no longer theirs; then lets them be scored. Until the last slice they stay
 * `pending`, so that a restart begins again; so does one whose scope somebody changes meanwhile.
 */
export async function backfillPatterns(db: TenantDatabase, slices: Slices, patterns: readonly string[]): Promise<void> {
  if (patterns.length === 0) return
  const { organizationId } = db
  const only = { organizationId, patterns: { only: patterns } }
  const scopes = await db.rows<{ id: string; key: string }>(sql`
    select id, scope_key as key from patterns where organization_id = ${organizationId} and id = any(${sql.param(patterns)}::text[])`)
  const days = await daysOf(db, patterns)
  await slices.eachDay('service', [null, ...days], (tx, slice) => refreshPatternClaims(tx, { ...only, days: slice }))
  for (const [cause, same] of await causesOf(db, patterns))
    await slices.eachDay('service', days, (tx, slice) => refreshPatternDays(tx, { organizationId, patterns: { only: same }, days: slice, cause }))
  await db.run(sql`
    update patterns p set computation_status = 'computing' from json_to_recordset(${JSON.stringify(scopes)}::json) as done(id text, key text)
    where p.organization_id = ${organizationId} and p.id = done.id and p.scope_key = done.key and p.computation_status = 'pending'`)
}

/** Why their days are due, as restatements will name it: new, brought back since they were computed, or found with another scope. */
async function causesOf({ rows, organizationId }: TenantDatabase, patterns: readonly string[]): Promise<Map<string, string[]>> {
  const found = await rows<{ cause: string; ids: string[] }>(sql`
    select 'pattern:' || why as cause, array_agg(id order by id) as ids
    from (
      select id, case
        when last_computed_at is null then 'new'
        when exists (
          select from pattern_status_changes s
          where s.organization_id = p.organization_id and s.pattern_id = p.id and s.from_status = 'archived' and s.changed_at >= p.last_computed_at) then 'restored'
        else 'scope' end as why
      from patterns p where organization_id = ${organizationId} and id = any(${sql.param(patterns)}::text[])) due
    group by 1 order by 1`)
  return new Map(found.map(({ cause, ids }) => [cause, ids]))
}

/** Every day of the organization's claims and appeals, and those of rows that a pattern has from before. */
async function daysOf({ rows, organizationId }: TenantDatabase, patterns: readonly string[]): Promise<IsoDate[]> {
  const found = await rows<{ day: IsoDate }>(sql`
    with mine as (select ${organizationId}::int as id)
    select day from (
      select metric_date as day from organization_daily_metrics, mine where organization_id = mine.id and date_basis = 'service'
      union select unnest(array[appeal_date, decided_on]) from claim_appeals, mine where organization_id = mine.id
      union select metric_date from pattern_daily_metrics, mine where organization_id = mine.id and pattern_id = any(${sql.param(patterns)}::text[])
      union select service_date from pattern_claims, mine where organization_id = mine.id and pattern_id = any(${sql.param(patterns)}::text[])) every
    where day is not null order by day`)
  return found.map(({ day }) => day)
}
